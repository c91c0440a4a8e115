import { defineConfig } from "vitest/config";

/** The suites that need real servers of the machine. Nothing is installed: what is missing is skipped by name. */
export default defineConfig({
  test: {
    include: ["test/stacks/**/*.test.ts"],
    isolate: true,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    env: { LANG: "C.UTF-8", NO_COLOR: "", FORCE_COLOR: "" },
  },
});
