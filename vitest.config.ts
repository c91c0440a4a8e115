import { defineConfig } from "vitest/config";

/** One project: the in-process suites. The suites that need Debian packages are named by their own scripts. */
export default defineConfig({
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    exclude: ["test/stacks/**", "test/browser/**", "test/fixtures/**"],
    isolate: true,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: 2,
    env: { LANG: "C.UTF-8", NO_COLOR: "", FORCE_COLOR: "" },
  },
});
