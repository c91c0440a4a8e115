import { describe, expect, it } from "vitest";
import { scriptTransport } from "../../../checks/forms/script-transport.ts";
import { doc, EN, form, FR, outcomesOf, pagesFrom, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const withScript = (script: string, fields: string = FR.email): Evidence => ({
  pages: pagesFrom([doc(`${form(fields, 'onsubmit="send()"')}<script>${script}</script>`)]),
});
const worker = {
  src: "https://boulangerie.test/sw.js",
  type: "service-worker",
  integrity: null,
  crossorigin: null,
  nonce: false,
  neutralised: false,
  sha256: null,
  bytes: 1,
};

const cases: readonly Case[] = [
  [
    "T13 fr: fetch vers http",
    withScript('fetch("http://api.boulangerie.test/clients", {method: "POST"})'),
    ["sends-in-clear"],
  ],
  [
    "T13 en: an XMLHttpRequest to http",
    withScript('var x = new XMLHttpRequest(); x.open("POST", "http://api.boulangerie.test/c")', EN.email),
    ["sends-in-clear"],
  ],
  ["T13: jQuery", withScript('$.post("http://api.boulangerie.test/c", data)'), ["sends-in-clear"]],
  ["T14: a socket in clear", withScript('new WebSocket("ws://boulangerie.test/chat")'), ["socket-in-clear"]],
  [
    "T22: a service worker with foreign code",
    {
      pages: pagesFrom([
        {
          html: doc(form(FR.password + FR.email)),
          over: { scripts: [{ ...worker, literals: ["imports:https://cdn.push.example/sw.js"] }] },
        },
      ]),
    },
    ["foreign-service-worker"],
  ],
  [
    "T22: a service worker of its own",
    {
      pages: pagesFrom([
        {
          html: doc(form(FR.password + FR.email)),
          over: { scripts: [{ ...worker, literals: ["imports:https://cdn.boulangerie.test/sw.js"] }] },
        },
      ]),
    },
    ["pass"],
  ],
  ["fr: envoi chiffré", withScript('fetch("https://api.boulangerie.test/clients")'), ["pass"]],
  [
    "en: an http address that nothing is sent to",
    withScript('var ns = "http://www.w3.org/2000/svg"; var link = "http://boulangerie.test/a";', EN.email),
    ["pass"],
  ],
  ["the developer's own machine", withScript('fetch("http://localhost:3000/api")'), ["pass"]],
  [
    "no form with personal data",
    { pages: pagesFrom([doc('<form action="/recherche"><input type="search" name="q"></form>')]) },
    ["not-applicable: no-personal-data"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("forms/script-transport", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(scriptTransport, evidence)).toEqual(expected);
  });
});
