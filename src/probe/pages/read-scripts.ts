import { sameRegistrableDomain } from "../../core/domain.ts";
import type { Page, PageRole, PageScript } from "../../core/evidence/pages.ts";
import { NetError } from "../../net/net.ts";
import { withoutQuery } from "../../parse/page/resolve.ts";
import { readScriptFacts } from "../../parse/page/script-facts.ts";
import { digest, type PageDraft } from "./draft.ts";
import type { ProbeContext } from "./probe-context.ts";

/** What is known of an external script once it was read. */
interface ReadScript {
  readonly sha256: string;
  readonly bytes: number;
  readonly literals: string[];
}

const MOST_SCRIPTS = 40;
const MAX_BYTES = 768 * 1024;

/** Pages on which every script is part of the payment or of the log-in: all of them are read and hashed. */
const WATCHED: ReadonlySet<PageRole> = new Set(["checkout", "login", "account"]);

/**
 * Reads the external scripts of payment and log-in pages, to record what each one is (PCI DSS 4.0.1, 6.4.3 and 11.6.1), and
 * the site's own scripts on other pages with personal data, to see where they send it. Each address is asked once.
 */
export async function readScripts(context: ProbeContext, drafts: readonly PageDraft[]): Promise<readonly Page[]> {
  const read = new Map<string, ReadScript | null>();
  const pages: Page[] = [];
  for (const { page, scriptSources } of drafts) {
    const watched = WATCHED.has(page.role);
    const personal = page.forms.some((form) => form.fields.some(({ category }) => category !== null));
    const scripts: PageScript[] = [];
    for (const [index, script] of page.scripts.entries()) {
      const src = scriptSources[index] ?? null;
      const own = src !== null && sameRegistrableDomain(URL.parse(src)?.hostname ?? "", context.target.host);
      const wanted = src !== null && !script.neutralised && (watched || (personal && own));
      const text = wanted ? await known(src) : null;
      scripts.push(text === null ? script : { ...script, ...text, literals: [...script.literals, ...text.literals] });
    }
    const workers = watched ? await serviceWorkers(page, scripts) : [];
    pages.push({ ...page, scripts: [...scripts, ...workers] });
  }
  return pages;

  async function known(src: string): Promise<ReadScript | null> {
    const before = read.get(src);
    if (before !== undefined || read.size >= MOST_SCRIPTS) return before ?? null;
    const script = await readScript(context, src);
    read.set(src, script);
    return script;
  }

  /** The service workers that a page registers, as scripts of it: they see every request of the pages under them. */
  async function serviceWorkers(page: Page, scripts: readonly PageScript[]): Promise<PageScript[]> {
    const workers: PageScript[] = [];
    for (const fact of new Set(scripts.flatMap(({ literals }) => literals))) {
      if (!fact.startsWith("service-worker:")) continue;
      const src = fact.slice("service-worker:".length);
      if (URL.parse(src)?.host !== URL.parse(page.url)?.host) continue;
      const script = await known(src);
      if (script === null) continue;
      workers.push({
        src,
        type: "service-worker",
        integrity: null,
        crossorigin: null,
        nonce: false,
        neutralised: false,
        ...script,
      });
    }
    return workers;
  }
}

async function readScript(context: ProbeContext, src: string): Promise<ReadScript | null> {
  try {
    const answer = await context.net.request(src, { reason: "resource", maxBytes: MAX_BYTES, signal: context.signal });
    context.step("script");
    if (answer.status !== 200 || answer.truncated) return null;
    return {
      sha256: digest(answer.body),
      bytes: answer.body.length,
      literals: [...readScriptFacts(new TextDecoder().decode(answer.body), withoutQuery(src))],
    };
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return null;
  }
}
