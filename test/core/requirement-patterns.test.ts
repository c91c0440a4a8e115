import { expect, it } from "vitest";
import { resolveProfile } from "../../src/core/profile-resolution.ts";
import { breadCheck } from "../builders/check.ts";

const catalogue = ["headers/bread", "headers/rolls", "headers/stale", "tls/oven"] as const;

it.each([
  ["headers/*", ["headers/bread", "headers/rolls"]],
  ["headers/rolls, headers/*", ["headers/rolls", "headers/bread"]],
  ["tls/oven", ["tls/oven"]],
  ["mail/*", []],
])("a requirement of [%s] is of the checks %j that are on", (checks, wanted) => {
  const text = `
id: bakery
checks: { headers/stale: "off" }
requirements:
  - { framework: RGPD, id: "32", title: { en: Security, fr: Sécurité }, checks: [${checks}] }
`;

  const profile = resolveProfile(
    {
      file: "bakery.yaml",
      text,
      parent: () => {
        throw new Error("the bakery's profile has no parent");
      },
    },
    catalogue.map((id) => breadCheck(() => [], id)),
  );

  expect(profile.requirements[0]?.checks).toEqual(wanted);
});
