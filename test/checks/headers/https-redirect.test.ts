import { describe, expect, it } from "vitest";
import { httpsRedirect } from "../../../checks/headers/https-redirect.ts";
import { hop, httpValue, origin, redirect } from "../../builders/http-evidence.ts";
import { outcomesOf } from "../../builders/judge.ts";

const HTTP = "http://bakery.test/";
const HTTPS = "https://bakery.test/";
const WWW = "https://www.bakery.test/";

type Origin = ReturnType<typeof origin>;

const cases: readonly [name: string, entry: Origin, outcome: string][] = [
  ["straight to https", origin([redirect(HTTP, HTTPS), hop(HTTPS)]), "pass"],
  ["308", origin([redirect(HTTP, HTTPS, 308), hop(HTTPS)]), "pass"],
  ["https first, then www", origin([redirect(HTTP, HTTPS), redirect(HTTPS, WWW), hop(WWW)]), "pass"],
  ["http closed", origin([], { url: HTTP, end: "failed", error: { code: "refused", message: "" } }), "pass"],
  ["http refuses", origin([hop(HTTP, {}, { status: 404 })]), "pass"],
  ["page in clear", origin([hop(HTTP)]), "served-in-clear"],
  ["http to http", origin([redirect(HTTP, `${HTTP}fr/`), hop(`${HTTP}fr/`)]), "served-in-clear"],
  ["https to http", origin([redirect(HTTPS, HTTP), hop(HTTP)]), "downgrade"],
  [
    "later back to http",
    origin([redirect(HTTP, HTTPS), redirect(HTTPS, `${HTTP}shop`), hop(`${HTTP}shop`)]),
    "downgrade",
  ],
  ["out of scope to http", origin([redirect(HTTPS, "http://old.example/")], { end: "out-of-scope" }), "downgrade"],
  [
    "http www first",
    origin([redirect(HTTP, "http://www.bakery.test/"), redirect("http://www.bakery.test/", WWW), hop(WWW)]),
    "http-hop",
  ],
  ["another host first", origin([redirect(HTTP, WWW), hop(WWW)]), "host-change-first"],
  ["302", origin([redirect(HTTP, HTTPS, 302), hop(HTTPS)]), "temporary"],
  ["loop", origin([redirect(HTTP, HTTPS), redirect(HTTPS, HTTP)], { end: "redirect-loop" }), "loop"],
  [
    "four hops",
    origin([
      redirect(HTTP, HTTPS),
      redirect(HTTPS, `${HTTPS}a`),
      redirect(`${HTTPS}a`, `${HTTPS}b`),
      redirect(`${HTTPS}b`, `${HTTPS}c`),
      hop(`${HTTPS}c`),
    ]),
    "long-chain",
  ],
  [
    "challenge",
    origin([redirect(HTTP, HTTPS), hop(HTTPS, {}, { status: 503, challenge: true })]),
    "not-assessed: blocked",
  ],
  [
    "https does not answer",
    origin([], { url: HTTPS, end: "failed", error: { code: "timeout", message: "" } }),
    "not-assessed: timeout",
  ],
];

describe("headers/https-redirect", () => {
  it.each(cases)("%s", (_name, entry, outcome) => {
    expect(outcomesOf(httpsRedirect, { http: httpValue([entry]) })).toEqual([outcome]);
  });
});
