import type { Evidence } from "../../src/core/evidence/evidence.ts";
import { parseTarget } from "../../src/core/target.ts";
import { collected, type Evidence as Values } from "./pages.ts";

/** Evidence of which only some sections were collected. */
export function evidenceWith(values: Values, url = "https://boulangerie.test/"): Evidence {
  const skipped = { state: "skipped", reason: "not-selected" } as const;
  const at = "2026-11-23T12:00:00.000Z";
  return {
    schema: "vigie.evidence/1",
    target: parseTarget(url),
    tool: { name: "vigie", version: "0.0.0" },
    startedAt: at,
    finishedAt: at,
    authorised: null,
    pace: "fast",
    cost: { connections: 0, requests: 0, bytesIn: 0, bytesOut: 0, wallMs: 0 },
    conditions: {
      userAgent: "",
      proxy: null,
      extraRoots: [],
      resolve: {},
      allowPrivate: false,
      scope: [],
      digests: {},
      interrupted: false,
    },
    sections: {
      dns: skipped,
      tls: skipped,
      http: skipped,
      pages: skipped,
      paths: skipped,
      actionTls: skipped,
      hosts: skipped,
      ...collected(values),
    },
  };
}
