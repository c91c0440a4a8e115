import { CATEGORIES } from "../../data/personal-data/table.ts";

const BY_TOKEN: ReadonlyMap<string, string> = new Map(
  CATEGORIES.flatMap((category) => category.autocomplete.map((token) => [token, category.id] as const)),
);

/** Tokens that authors write only to keep the browser from filling in, on fields that are something else. */
const ABUSED = new Set(["new-password", "current-password", "one-time-code"]);

export interface AutocompleteMatch {
  readonly category: string;
  readonly token: string;
  /** The token is often written against autofill, so words outrank it. */
  readonly weak: boolean;
}

/** The category that an autocomplete attribute names (HTML, 4.10.18.7.1); of several tokens e-mail speaks before username. */
export function autocompleteCategory(autocomplete: string | null, type: string): AutocompleteMatch | null {
  if (autocomplete === null) return null;
  const tokens = autocomplete.toLowerCase().slice(0, 200).split(/\s+/);
  const known = tokens.flatMap((token) => {
    const category = BY_TOKEN.get(token);
    return category === undefined ? [] : [{ category, token, weak: ABUSED.has(token) && type !== "password" }];
  });
  return known.find((match) => match.category !== "account.username") ?? known[0] ?? null;
}
