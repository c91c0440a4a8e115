import { describe, expect, it } from "vitest";
import { hostsValueSchema } from "../../../src/core/evidence/hosts.ts";
import { parseTarget } from "../../../src/core/target.ts";
import { NetError, type Net } from "../../../src/net/net.ts";
import { probeHosts, type HostsProbeInput } from "../../../src/probe/hosts/probe-hosts.ts";
import { dnsValue } from "../../builders/dns-evidence.ts";
import type { LoopbackServer } from "../../servers/loopback.ts";
import { startFortyPorts } from "../../servers/forty-ports.ts";
import { SCRIPTS, startService } from "../../servers/services.ts";
import { closing, codeOf, testNet, type TestNetOptions } from "../../servers/test-net.ts";

const PATIENCE = { connect: 400, listen: 80, mail: 300, greeting: 150, guess: 60, handshake: 300 };

/** Ports that nobody uses: one refuses, one drops. */
const CONTROLS = [55_555, 55_556];

function input(net: Net, more: Partial<HostsProbeInput> = {}): HostsProbeInput {
  return {
    net,
    target: parseTarget("bakery.test"),
    hosts: ["bakery.test"],
    pace: "fast",
    extraRoots: [],
    now: () => new Date(),
    signal: new AbortController().signal,
    patience: PATIENCE,
    controls: [55_555],
    ...more,
  };
}

/** A town of scripted services, by port; closed again when the test ends. */
async function town(services: Readonly<Record<number, string>>, options: TestNetOptions = {}) {
  const servers: LoopbackServer[] = [];
  const internet: Record<string, LoopbackServer> = {};
  for (const [port, name] of Object.entries(services)) {
    const server = await startService(SCRIPTS[name] ?? {});
    servers.push(server);
    internet[`bakery.test:${port}`] = server;
  }
  const net = testNet({ internet, ...options });
  return {
    net,
    servers,
    async [Symbol.asyncDispose]() {
      await net.close();
      await Promise.all(servers.map((server) => server.close()));
    },
  };
}

describe("probeHosts", () => {
  it("tells the forty default ports apart over real sockets: closed, open, filtered", async () => {
    await using ports = await startFortyPorts(CONTROLS);
    await using net = closing(testNet({ connectTo: ports.connectTo }));

    const value = await probeHosts(input(net, { controls: CONTROLS }));

    expect(hostsValueSchema.parse(value)).toEqual(value);
    const [host] = value.hosts;
    expect(new Map(host?.ports.map(({ port, state }) => [port, state]))).toEqual(
      new Map([...ports.states].filter(([port]) => !CONTROLS.includes(port))),
    );
    expect(host?.ports.filter(({ state, service }) => (state === "open") !== (service !== null))).toEqual([]);
    expect(value.planned).toBe(40);
    expect(host?.acceptsEverything).toBe(false);
  });

  it("counts the connections that it tries: one for each port, and none beside where services speak at once", async () => {
    await using ports = await startFortyPorts(CONTROLS);
    await using net = closing(testNet({ connectTo: ports.connectTo }));

    const value = await probeHosts(input(net, { controls: CONTROLS }));

    expect(value.connections).toBe(40 + CONTROLS.length);
    expect(net.cost().connections).toBe(40 + CONTROLS.length);
    expect(ports.servers.map(({ accepted }) => accepted)).toEqual(ports.servers.map(() => 1));
  });

  it("names the address, its purpose and what listens, as valid evidence", async () => {
    await using place = await town({ 22: "ssh", 3306: "mysql", 8080: "silent" });

    const value = await probeHosts(input(place.net, { ports: [22, 25, 3306, 8080] }));

    expect(hostsValueSchema.parse(value)).toEqual(value);
    expect(value.hosts.map(({ host, ip, purpose, sharedFront }) => [host, ip, purpose, sharedFront])).toEqual([
      ["bakery.test", "127.0.0.1", "target", null],
    ]);
    expect(value.hosts[0]?.ports.map(({ port, state, service }) => [port, state, service])).toEqual([
      [22, "open", "ssh"],
      [25, "closed", null],
      [3306, "open", "mysql"],
      [8080, "open", null],
    ]);
  });

  it("leaves no connection behind", async () => {
    await using place = await town({ 22: "ssh", 6379: "silent", 25: "smtp" });

    await probeHosts(input(place.net, { ports: [22, 6379, 25], controls: [] }));

    await Promise.all(place.servers.map((server) => server.quiet()));
    expect(place.servers.map(({ open }) => open)).toEqual([0, 0, 0]);
  });

  it("opens at most four connections to one port", async () => {
    await using place = await town({ 22: "silent" });

    await probeHosts(input(place.net, { ports: [22] }));

    expect(place.servers[0]?.accepted).toBeLessThanOrEqual(4);
  });

  it("looks at an address once, however many names lead to it", async () => {
    await using place = await town({ 22: "ssh" });
    const net = testNet({ internet: { "bakery.test:22": place.servers[0] ?? 1, "www.bakery.test:22": 1 } });

    const value = await probeHosts(input(net, { hosts: ["bakery.test", "www.bakery.test"], ports: [22] }));

    expect(value.hosts.map(({ names }) => names)).toEqual([["bakery.test", "www.bakery.test"]]);
    await net.close();
  });

  it("names a CDN's address and leaves it alone", async () => {
    await using net = closing(testNet({ lookup: () => Promise.resolve(["104.16.1.1", "2606:4700::1"]) }));

    const value = await probeHosts(input(net));

    expect(value.hosts.map(({ sharedFront, ports }) => [sharedFront, ports])).toEqual([
      ["Cloudflare", []],
      ["Cloudflare", []],
    ]);
    expect(value.connections).toBe(0);
  });

  it("says of an address to which this machine has no way that it could not be reached, and goes on", async () => {
    await using place = await town({ 22: "ssh" });
    const cause = Object.assign(new Error("connect ENETUNREACH"), { code: "ENETUNREACH" });
    // A machine without IPv6 cannot be had in a test.
    const net: Net = {
      ...place.net,
      addresses: () => Promise.resolve(["127.0.0.1", "::1"]),
      dial: (options) =>
        options.address === "::1"
          ? Promise.reject(new NetError("unreachable", "no network route", { cause }))
          : place.net.dial(options),
    };

    const value = await probeHosts(input(net, { ports: [22] }));

    expect(hostsValueSchema.parse(value)).toEqual(value);
    expect(value.hosts.map(({ ip, error, ports }) => [ip, error?.code, ports.length])).toEqual([
      ["127.0.0.1", undefined, 1],
      ["::1", "unreachable", 0],
    ]);
  });

  it("sees a wall that accepts every connection", async () => {
    await using place = await town({ 22: "silent", 55555: "silent" });

    const value = await probeHosts(input(place.net, { ports: [22] }));

    expect(value.hosts[0]?.acceptsEverything).toBe(true);
  });

  it("greets the mail exchangers on their own port and looks at their TLS", async () => {
    await using exchanger = await startService(SCRIPTS["smtp"] ?? {});
    await using shop = await startService(SCRIPTS["web"] ?? {});
    await using mapped = closing(testNet({ internet: { "bakery.test:80": shop, "mx.bakery.test:25": exchanger } }));
    // Both servers are on one loopback address; the exchanger is told as another.
    const both: Net = {
      ...mapped,
      addresses: (host) => Promise.resolve(host === "mx.bakery.test" ? ["127.0.0.2"] : ["127.0.0.1"]),
      dial: (options) => mapped.dial({ ...options, address: "127.0.0.1" }),
    };
    const dns = dnsValue({ "bakery.test MX": ["10 mx.bakery.test"] });

    const value = await probeHosts(input(both, { dns, ports: [80] }));

    expect(value.hosts.map(({ host, purpose, ports }) => [host, purpose, ports.map(({ port }) => port)])).toEqual([
      ["bakery.test", "target", [80]],
      ["mx.bakery.test", "mail", [25]],
    ]);
    expect(
      value.tls?.map(({ host, port, starttls, purpose, state }) => [host, port, starttls, purpose, state]),
    ).toEqual([["mx.bakery.test", 25, "smtp", "mail", "plain"]]);
  });

  it("needs the operator's word, and cannot go through a proxy", async () => {
    await using place = await town({ 22: "ssh" }, { authorised: false });
    await using proxied = await town(
      { 22: "ssh" },
      { proxyFor: () => ({ host: "127.0.0.1", port: 1, authorization: null, label: "proxy" }) },
    );

    expect(await codeOf(probeHosts(input(place.net, { ports: [22] })))).toBe("needs-authorisation");
    expect(await codeOf(probeHosts(input(proxied.net, { ports: [22] })))).toBe("proxy");
    expect(place.servers[0]?.accepted).toBe(0);
  });
});
