import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("no test outside test/http imports nock", () => {
  const root = new URL("../../", import.meta.url).pathname;
  const files = globSync("{test,src,checks}/**/*.{ts,tsx}", { cwd: root });

  const importing = files.filter((file) =>
    /(?:from |import\()["']nock["']/.test(readFileSync(`${root}${file}`, "utf8")),
  );

  expect(importing).toEqual(["test/http/nock.ts"]);
});
