import type { Remedy } from "../../src/core/remedy.ts";
import { PLACES, type Place } from "../../src/report/remedy/places.ts";
import { PROVEN, provenKey } from "../../src/report/remedy/proven.ts";
import { renderRemedy } from "../../src/report/remedy/render.ts";
import { isInstalled, type Pasted } from "./real-server.ts";

export type RealStack = "nginx" | "apache" | "caddy";

/** The servers to prove remedies on, with whether they are on this machine; says so where one is not. */
export function realStacks(): readonly (readonly [stack: RealStack, installed: boolean])[] {
  return (["nginx", "apache", "caddy"] as const).map((stack) => {
    const binary = stack === "apache" ? "apache2" : stack;
    const installed = isInstalled(binary);
    if (!installed) process.stdout.write(`skipped: ${binary} is not installed (apt-get install ${binary})\n`);
    return [stack, installed] as const;
  });
}

/** The keys that the report calls proven for these actions on a server. */
export function claimed(stack: RealStack, actions: readonly Remedy["action"][]): readonly string[] {
  return [...PROVEN].filter((key) => actions.some((action) => `${key}:`.startsWith(`${stack}:${action}:`))).toSorted();
}

/** The keys of remedies, for `PROVEN`. */
export function keysOf(stack: RealStack, remedies: readonly Remedy[]): readonly string[] {
  return remedies.filter((remedy) => hasLines(stack, remedy)).map((remedy) => provenKey(stack, remedy));
}

function hasLines(stack: RealStack, remedy: Remedy): boolean {
  const { snippets } = renderRemedy(remedy, { server: stack, platform: null, language: "en" });
  return snippets.some((snippet) => snippet.stack === stack);
}

/** The lines that the report prints for these remedies, each where it says that they belong. */
export function pastedFor(stack: RealStack, remedies: readonly Remedy[]): Pasted {
  const pasted: Partial<Record<Place, string[]>> = {};
  for (const remedy of remedies) {
    for (const snippet of renderRemedy(remedy, { server: stack, platform: null, language: "en" }).snippets) {
      if (snippet.stack !== stack) continue;
      const place = placeOf(snippet.place);
      pasted[place] = [...(pasted[place] ?? []), ...snippet.lines];
    }
  }
  return pasted;
}

function placeOf(text: string): Place {
  const plain = text.replaceAll("’", "'");
  const found = Object.entries(PLACES).find(([, place]) => place.en === plain)?.[0];
  if (found === undefined || !(found in PLACES)) throw new Error(`no such place: ${text}`);
  // Just looked up in the very table whose keys the type is made of.
  return found as Place;
}

export function unique(remedies: readonly Remedy[]): readonly Remedy[] {
  return [...new Map(remedies.map((remedy) => [JSON.stringify(remedy), remedy])).values()];
}
