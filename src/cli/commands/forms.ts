import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { createSchedulerPool } from "../../net/scheduler.ts";
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
  const path = resolve(io.cwd, reference);
  const page = existsSync(path)
    ? await savedPage(path, options.text("base"))
    : await fetchedPage(reference, options, io);
  const reading = { url: page.url, ...readPageForms(page.html, page.url) };
  const text =
    format === "json" ? renderFormsJson(reading) : renderFormsText(reading, languageFor(options, format, io));
  await io.stdout.write(text);
  return 0;
}

/** A page from disk is read as the address that `--base` gives, else as the file that it is. */
async function savedPage(path: string, base: string | undefined): Promise<Page> {
  if (base !== undefined && URL.parse(base) === null) throw new UsageError(`--base takes an address; got "${base}"`);
  const bytes = await readBinaryFile(path, MAXIMUM_PAGE_BYTES);
  return { url: base ?? pathToFileURL(path).href, html: decodePage(bytes).text };
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
    const { url, html } = await fetchPage({ net, url: target.url, reason: "linked-page", signal: io.signal });
    return { url, html };
  } finally {
    await net.close();
  }
}
