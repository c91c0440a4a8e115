import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../../src/package-root.ts";
import { cautionText } from "../../../src/report/remedy/cautions.ts";
import { topicText } from "../../../src/report/remedy/topics/topics.ts";

const sources = globSync("**/*.ts", { cwd: packageFile("checks") }).map((file) =>
  readFileSync(packageFile("checks", file), "utf8"),
);

/** Ids that checks write out as a remedy's topic, change or what; those that they compose are met by their own tests. */
function written(pattern: RegExp): readonly string[] {
  return [...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, id]) => id ?? "")))].toSorted();
}

describe("what checks refer to", () => {
  it.each(written(/action: "(?:review|ask-host)", topic: "([a-z0-9-]+)"/g))("topic %s has a sentence", (id) => {
    expect(topicText(id)).not.toBeNull();
  });

  it.each(written(/action: "edit-(?:form|page)", change: "([a-z0-9-]+)"/g))("change %s has a sentence", (id) => {
    expect(topicText(id)).not.toBeNull();
  });

  it.each(written(/caution: "([a-z0-9-]+)"/g))("caution %s has a sentence", (id) => {
    expect(cautionText(id)).not.toBeNull();
  });
});
