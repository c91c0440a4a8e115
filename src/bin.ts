#!/usr/bin/env node
// The published entry. It has no static imports, so that even an old Node parses it and gets a sentence instead of a stack
// trace. TypeScript compiles it to plain ES2024 without top-level imports; `export {}` only marks it as a module.
export {};

const REQUIRED = 24;
const major = Number(process.versions.node.split(".")[0]);

if (major >= REQUIRED) {
  const { run } = await import("./cli/main.ts");
  await run();
} else {
  await startWithNewerNode();
}

/** Starts again under the Node of the `node` package where it is installed beside us, else says what is needed. */
async function startWithNewerNode(): Promise<void> {
  const { existsSync } = await import("node:fs");
  const path = await import("node:path");
  const { fileURLToPath } = await import("node:url");
  const { spawn } = await import("node:child_process");
  const self = fileURLToPath(import.meta.url);
  let folder = path.dirname(self);
  for (;;) {
    const candidate = path.join(folder, "node_modules", "node", "bin", "node");
    if (existsSync(candidate)) {
      const child = spawn(candidate, [self, ...process.argv.slice(2)], { stdio: "inherit" });
      // The terminal sends Ctrl-C to the whole group, and the child decides; other signals are handed on.
      process.on("SIGINT", () => undefined);
      process.on("SIGTERM", () => child.kill("SIGTERM"));
      child.on("error", () => sayWhatIsNeeded());
      child.on("exit", (code, signal) => {
        process.exitCode = code ?? (signal === "SIGTERM" ? 143 : signal === "SIGINT" ? 130 : 1);
      });
      return;
    }
    const parent = path.dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  sayWhatIsNeeded();
}

function sayWhatIsNeeded(): void {
  process.stderr.write(
    `vigie needs Node ${REQUIRED} or later, found ${process.versions.node}. ` +
      "Install a newer Node, or run `npm install node@24` in this project.\n",
  );
  process.exitCode = 2;
}
