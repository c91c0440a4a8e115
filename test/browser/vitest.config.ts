import { defineConfig } from "vitest/config";

/** Headless Chromium looks at the HTML reports; needs Debian's `chromium`, or CHROMIUM with a path. */
export default defineConfig({
  test: {
    include: ["test/browser/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    maxWorkers: 1,
    env: { LANG: "C.UTF-8" },
  },
});
