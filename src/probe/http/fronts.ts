import type { z } from "zod";
import type { frontSchema } from "../../core/evidence/http.ts";
import type { SectionValue } from "../../core/evidence/evidence.ts";
import { hostOf } from "../../core/target.ts";
import { findFronts } from "../../parse/front.ts";
import type { Origin } from "./follow-chain.ts";

export type FrontFact = z.infer<typeof frontSchema>;

/** Who stands in front of each host that answered: by its headers, its address and the alias that leads to it. */
export function frontsOf(origins: readonly Origin[], dns: SectionValue<"dns"> | undefined): FrontFact[] {
  const hops = Map.groupBy(
    origins.flatMap(({ chain }) => chain),
    ({ url }) => hostOf(new URL(url)),
  );
  return [...hops].flatMap(([host, answers]) => {
    const aliases = (dns?.lookups ?? [])
      .filter(({ name, type }) => name === host && type === "A")
      .flatMap(({ via }) => via);
    const addresses = [...new Set(answers.flatMap(({ ip }) => ip ?? []))];
    const headers = answers.flatMap((answer) => answer.headers);
    return findFronts({ headers, addresses, aliases }).map(({ front, by }) => ({
      host,
      id: front.id,
      name: front.name,
      kind: front.kind,
      by: [...by],
    }));
  });
}
