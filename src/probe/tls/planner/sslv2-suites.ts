import { sslv2CipherName } from "../../../data/tls/sslv2-ciphers.ts";
import type { PlannerContext } from "./context.ts";

export interface Sslv2Result {
  /** Null where the server did not answer. */
  readonly supported: boolean | null;
  readonly suites: readonly string[];
}

/** One SSL 2.0 hello: its answer lists every cipher of the server. An empty list is SSL 2.0 all the same (CVE-2015-3197). */
export async function askSslv2(context: PlannerContext): Promise<Sslv2Result> {
  const answer = await context.session.askSslv2();
  if (answer.kind === "sslv2") return { supported: true, suites: answer.hello.kinds.map(sslv2CipherName) };
  const told =
    answer.kind === "alert" || answer.kind === "closed" || answer.kind === "reset" || answer.kind === "malformed";
  return { supported: told ? false : null, suites: [] };
}
