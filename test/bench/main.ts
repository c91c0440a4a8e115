/**
 * `npm run bench -- NAME …`: runs the named benches one after the other. Each prints its own table; figures depend on the
 * machine, so none is asserted anywhere.
 */
const BENCHES: Readonly<Record<string, { readonly about: string; readonly run: () => Promise<void> }>> = {
  start: {
    about: "start-up: vigie --help and the demo, whole processes",
    run: async () => (await import("./start.bench.ts")).run(),
  },
  tls: {
    about: "TLS engine: connections and time, with nmap and sslscan beside where installed",
    run: async () => (await import("./tls.bench.ts")).run(),
  },
  forms: {
    about: "form classifier: accuracy (labelled forms from VIGIE_CORPUS) and speed",
    run: async () => (await import("./forms.bench.ts")).run(),
  },
  paths: {
    about: "paths probe: requests, connections, bytes and CPU for one target and for 200",
    run: async () => (await import("./paths.bench.ts")).run(),
  },
  ports: {
    about: "hosts probe: 40 ports, open, closed and filtered, at each pace",
    run: async () => (await import("./ports.bench.ts")).run(),
  },
  terminal: {
    about: "terminal: what a key costs in a table of 1,000 sites and a list of 5,000 findings",
    run: async () => (await import("./terminal.bench.ts")).run(),
  },
  fleet: {
    about:
      "vigie scan --sites over 100 and 1,000 sites (VIGIE_BENCH_SITES=50,500 for others, VIGIE_BENCH_PAGE_KB=1000 for large pages)",
    run: async () => (await import("./fleet.bench.ts")).run(),
  },
  report: {
    about: "reports: time and size of every format",
    run: async () => (await import("./report.bench.ts")).run(),
  },
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0 || names.length === 0) {
  const list = Object.entries(BENCHES).map(([name, { about }]) => `  ${name.padEnd(8)} ${about}\n`);
  const wrong = unknown.length > 0 ? `no bench is called ${unknown.join(", ")}\n` : "";
  (wrong === "" ? process.stdout : process.stderr).write(`${wrong}npm run bench -- NAME …\n\n${list.join("")}`);
  process.exitCode = wrong === "" ? 0 : 2;
} else {
  for (const name of names) {
    process.stdout.write(`${name}\n`);
    await BENCHES[name]?.run();
  }
}
