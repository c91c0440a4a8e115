import type { ActionRoute, Page } from "../../core/evidence/pages.ts";
import { NEVER_FOLLOW } from "../../data/page-roles.ts";
import { NetError } from "../../net/net.ts";
import { withoutQuery } from "../../parse/page/resolve.ts";
import { redirectOf } from "./fetch-page.ts";
import type { ProbeContext } from "./probe-context.ts";

const MOST_ROUTES = 10;
const MOST_HOPS = 5;

/**
 * Follows the action of each form that takes personal data, without any data: HEAD, and GET where HEAD is refused. A real
 * POST is never sent, so an address that only answers POST stays "not-tested". Addresses that may change something, such as
 * a logout or a confirmation, and addresses that carry a token are left alone.
 */
export async function followActions(context: ProbeContext, pages: readonly Page[]): Promise<readonly ActionRoute[]> {
  const known = new Set(pages.map(({ url }) => url));
  const actions = new Set(
    pages.flatMap(({ forms }) =>
      forms
        .filter((form) => form.fields.some(({ category }) => category !== null))
        .flatMap((form) => [form.action, ...form.submitters.map(({ action }) => action)])
        .filter((action): action is string => action !== null && action.startsWith("https:") && !known.has(action)),
    ),
  );
  const routes: ActionRoute[] = [];
  for (const action of [...actions].slice(0, MOST_ROUTES)) routes.push(await follow(context, action));
  return routes;
}

async function follow(context: ProbeContext, action: string): Promise<ActionRoute> {
  const chain: { url: string; status: number }[] = [];
  const route = (outcome: ActionRoute["outcome"], reason: string | null): ActionRoute => ({
    action: withoutQuery(action),
    outcome,
    reason,
    chain,
  });
  const url = URL.parse(action);
  if (url === null || NEVER_FOLLOW.test(url.pathname + url.search)) return route("not-tested", "delicate-path");
  let next: string = url.href;
  try {
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const answer = await ask(context, next);
      chain.push({ url: withoutQuery(next), status: answer.status });
      const to = redirectOf(answer);
      if (to === null) {
        // An address that refuses to answer without data may still redirect the data themselves.
        return hop === 0 && answer.status >= 400 ? route("not-tested", "method-refused") : route("kept", null);
      }
      if (to.startsWith("http:")) {
        chain.push({ url: withoutQuery(to), status: 0 });
        return route("downgraded", null);
      }
      next = to;
    }
    return route("kept", null);
  } catch (error) {
    if (!(error instanceof NetError) || error.code === "interrupted") throw error;
    return chain.length > 0 && error.code === "out-of-scope"
      ? route("kept", "left-scope")
      : route("not-tested", error.code);
  }
}

async function ask(context: ProbeContext, url: string) {
  const options = { reason: "linked-page", signal: context.signal } as const;
  const head = await context.net.request(url, { ...options, method: "HEAD" });
  context.step("action");
  if (head.status !== 405 && head.status !== 501) return head;
  const get = await context.net.request(url, { ...options, firstBytes: 1024 });
  context.step("action");
  return get;
}
