import type { Target } from "../../core/evidence/evidence.ts";
import type { PagesValue } from "../../core/evidence/pages.ts";
import { hostOf, portOf } from "../../core/target.ts";

/** A host and port that a form with personal data posts to. */
export interface ActionHost {
  readonly host: string;
  readonly port: number;
}

const MOST_HOSTS = 10;

/** Where the forms with personal data post by https, the target itself left out: its TLS is looked at anyway. At most 10. */
export function actionHosts(pages: PagesValue, target: Target): readonly ActionHost[] {
  const own = URL.parse(target.url);
  const found = new Map<string, ActionHost>();
  for (const form of pages.pages.flatMap(({ forms }) => forms)) {
    if (form.fields.every(({ category }) => category === null)) continue;
    for (const action of [form.action, ...form.submitters.map((submitter) => submitter.action)]) {
      const url = action === null ? null : URL.parse(action);
      if (url === null || url.protocol !== "https:" || url.host === own?.host) continue;
      found.set(url.host, { host: hostOf(url), port: portOf(url) });
    }
  }
  return [...found.values()].slice(0, MOST_HOSTS);
}
