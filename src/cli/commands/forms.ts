import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { NetError } from "../../net/net.ts";
import { createSchedulerPool } from "../../net/scheduler.ts";
import { isDocument } from "../../parse/headers.ts";
import { readPageForms } from "../../parse/forms/read-forms.ts";
import { decodePage } from "../../parse/html/decode.ts";
import { fetchPage } from "../../probe/pages/fetch-page.ts";
import { renderFormsJson, renderFormsText } from "../../report/forms.ts";
import { readBinaryFile } from "../../store/files.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { languageFor } from "../language.ts";
import { networkSettings } from "../network-settings.ts";
import type { Options } from "../options.ts";
import { openNet } from "../perform-scan.ts";
import { MAXIMUM_PAGE_BYTES, readTarget } from "../scan-inputs.ts";

interface Page {
  readonly url: string;
  readonly html: string;
}

/** `vigie forms URL|FILE`: what each form of one page collects, and where it sends it. */
export async function forms(options: Options, io: Io): Promise<number> {
  const format = options.choice("format", ["text", "json"], "text");
  const [reference] = options.positionals;
  if (reference === undefined)
    throw new UsageError("name a page: vigie forms https://www.bakery.example/contact, or a saved file");
  const saved =
    reference === "-" || existsSync(resolve(io.cwd, reference)) || /^(?!https?:).*\.html?$/i.test(reference);
  const base = options.text("base");
  if (!saved && base !== undefined) throw new UsageError("--base is for a saved page; an address has its own");
  const page = saved ? await savedPage(reference, base, io) : await fetchedPage(reference, options, io);
  const reading = { url: page.url, ...readPageForms(page.html, page.url) };
  const text =
    format === "json" ? renderFormsJson(reading) : renderFormsText(reading, languageFor(options, format, io));
  await io.stdout.write(text);
  return 0;
}

/** A page from disk, or from standard input (`-`), is read as the address that `--base` gives, else as the file that it is. */
async function savedPage(reference: string, base: string | undefined, io: Io): Promise<Page> {
  if (base !== undefined && URL.parse(base) === null) throw new UsageError(`--base takes an address; got "${base}"`);
  if (reference === "-") {
    return { url: base ?? "about:blank", html: decodePage(await io.stdin.read(MAXIMUM_PAGE_BYTES)).text };
  }
  const path = resolve(io.cwd, reference);
  return {
    url: base ?? pathToFileURL(path).href,
    html: decodePage(await readBinaryFile(path, MAXIMUM_PAGE_BYTES)).text,
  };
}

async function fetchedPage(reference: string, options: Options, io: Io): Promise<Page> {
  const target = readTarget(reference, "vigie forms https://www.bakery.example/contact");
  const network = await networkSettings(options, io);
  const net = openNet({
    target,
    hosts: [],
    authorised: null,
    network,
    schedulers: createSchedulerPool(network),
    signal: io.signal,
  });
  try {
    const fetched = await fetchPage({ net, url: target.url, reason: "linked-page", signal: io.signal });
    const { url, html, status, headers, truncated } = fetched;
    if (!isDocument(headers)) throw new NetError("not-http", `${url} is no HTML page, so it has no forms to read`);
    if (status >= 400) await io.stderr.write(`vigie: ${url} answered with status ${status}; this is its error page\n`);
    if (truncated) await io.stderr.write(`vigie: ${url} was cut off before its end; forms may be missing\n`);
    return { url, html };
  } finally {
    await net.close();
  }
}
