import { describe, expect, it } from "vitest";
import { actionTls } from "../../../checks/forms/action-tls.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = doc(form(FR.email, 'method="post" action="https://lettres.example/go"'));
const certificate = {
  subject: "CN=lettres.example",
  issuer: "CN=x",
  subjectAltNames: [],
  namesTotal: 0,
  serial: "1",
  notBefore: "2026-01-01T00:00:00Z",
  notAfter: "2027-01-01T00:00:00Z",
  keyType: "ec",
  keyBits: 256,
  keyCurve: "P-256",
  signatureAlgorithm: null,
  sha256: "0",
  spkiSha256: null,
  trust: { trusted: true, code: null as string | null, store: "mozilla" },
  hostMatches: true as boolean | null,
  chain: [],
  chainOrder: "ordered",
  wildcard: false,
  mustStaple: false,
  ocspResponders: [],
  scts: 2,
} as const;
const suites = { suites: [], order: "unknown", complete: false } as const;
const endpoint = (over: object): NonNullable<Evidence["actionTls"]> => ({
  endpoints: [
    {
      host: "lettres.example",
      ip: "192.0.2.1",
      port: 443,
      purpose: "target",
      state: "tls",
      versions: { "TLSv1.2": suites },
      groups: [],
      certificates: [certificate],
      complete: true,
      cost: { connections: 1, bytesIn: 0, bytesOut: 0, wallMs: 1 },
      ...over,
    },
  ],
});
const seen = (over: object): Evidence => ({ pages: pagesFrom([page]), actionTls: endpoint(over) });

const cases: readonly Case[] = [
  [
    "T10: expired",
    seen({ certificates: [{ ...certificate, trust: { trusted: false, code: "expired", store: "mozilla" } }] }),
    ["untrusted-certificate"],
  ],
  ["T10: another name", seen({ certificates: [{ ...certificate, hostMatches: false }] }), ["wrong-name"]],
  ["T10: TLS 1.0 only", seen({ versions: { "TLSv1.0": suites } }), ["old-versions"]],
  ["T10: no TLS", seen({ state: "plain", versions: {}, certificates: [] }), ["no-tls"]],
  ["in order", seen({}), ["pass"]],
  ["nothing answered", seen({ state: "failed", versions: {}, certificates: [] }), ["not-assessed: not-tested"]],
  ["not looked at", { pages: pagesFrom([page]) }, ["not-assessed: not-tested"]],
  ["en: only the site itself", { pages: pagesFrom([doc(form(EN.email))]) }, ["not-applicable: own-host-only"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/action-tls", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(actionTls, evidence)).toEqual(expected);
  });
});
