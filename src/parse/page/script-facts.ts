import { CONSENT_MODE_DENIED } from "../../data/consent-tools.ts";
import { LOADER_ADDRESSES, MATCHING_CALLS, SENDING_CALL } from "../../data/script-signs.ts";
import { SELF_HOSTED_TOOLS } from "../../data/processors/self-hosted.ts";
import { resolveResource, withoutQuery } from "./resolve.ts";

/**
 * Facts in the text of a script, each as `word:detail`, addresses without their query:
 * `sends:http://…` a call that sends data in clear, `socket:ws://…`, `loads:https://…` a documented loader,
 * `matching:VENDOR`, `tool:NAME`, `service-worker:…`, `imports:…`, `consent-default:denied`, `banner:…`, `source-map:…`.
 */
export type ScriptFact = string;

const MOST_FACTS = 40;
const LONGEST_READ = 600_000;
const ADDRESS = /["'`](?:(https?|wss?):)?\/\/([a-z0-9.-]{1,253}(?::\d{1,5})?)(\/[^"'`\s<>\\?#]{0,300})?/gi;
const SERVICE_WORKER = /serviceWorker\s{0,3}\.\s{0,3}register\(\s{0,5}["'`]([^"'`]{1,300})/;
const IMPORT_SCRIPTS = /importScripts\(\s{0,5}["'`]([^"'`]{1,300})/g;
const SOURCE_MAP = /\/\/[#@] ?sourceMappingURL=([^\s'"*]{1,300})\s{0,20}$/;
const BANNER = /^\s{0,20}\/\*!?\s{0,10}\*?\s{0,10}([^\n*]{3,160})/;

/** Reads what matters to checks out of a script's text. Time is linear; nothing of the text itself is kept but addresses. */
export function readScriptFacts(text: string, base: string): readonly ScriptFact[] {
  const source = text.slice(0, LONGEST_READ);
  const facts = new Set<ScriptFact>();
  for (const match of source.matchAll(ADDRESS)) {
    const fact = addressFact(match, source);
    if (fact !== null) facts.add(fact);
    if (facts.size >= MOST_FACTS) return [...facts];
  }
  for (const { vendor, match } of MATCHING_CALLS) if (match.test(source)) facts.add(`matching:${vendor}`);
  for (const { name, call } of SELF_HOSTED_TOOLS) if (call?.test(source) === true) facts.add(`tool:${name}`);
  const worker = resolveResource(SERVICE_WORKER.exec(source)?.[1] ?? null, base);
  if (worker !== null) facts.add(`service-worker:${withoutQuery(worker)}`);
  for (const match of source.matchAll(IMPORT_SCRIPTS)) {
    const imported = resolveResource(match[1] ?? null, base);
    if (imported !== null) facts.add(`imports:${withoutQuery(imported)}`);
  }
  if (CONSENT_MODE_DENIED.test(source)) facts.add("consent-default:denied");
  const map = SOURCE_MAP.exec(text.slice(-400))?.[1];
  const mapAddress = map === undefined || map.startsWith("data:") ? null : resolveResource(map, base);
  if (mapAddress !== null) facts.add(`source-map:${withoutQuery(mapAddress)}`);
  const banner = BANNER.exec(source)?.[1]?.trim();
  if (banner !== undefined) facts.add(`banner:${banner}`);
  return [...facts].slice(0, MOST_FACTS);
}

function addressFact(match: RegExpExecArray, source: string): ScriptFact | null {
  const scheme = match[1]?.toLowerCase() ?? "";
  const host = match[2]?.toLowerCase() ?? "";
  const path = match[3] ?? "/";
  if (scheme === "ws") {
    const before = source.slice(Math.max(0, match.index - 80), match.index);
    return before.includes("WebSocket") ? `socket:ws://${host}${path}` : null;
  }
  if (scheme === "http") {
    const before = source.slice(Math.max(0, match.index - 160), match.index);
    if (SENDING_CALL.test(before)) return `sends:http://${host}${path}`;
  }
  const address = `${host}${path}`;
  if (
    scheme !== "wss" &&
    LOADER_ADDRESSES.some((start) => address.startsWith(start) || start.startsWith(`${address}/`))
  ) {
    return `loads:https://${address}`;
  }
  return null;
}
