import type { Field } from "../../core/evidence/pages.ts";
import { normaliseText } from "./normalise.ts";

/** Ways to address a person, in the seven languages, normalised. */
const TITLES = new Set(
  "m mr mrs ms miss mx dr mme mlle monsieur madame mademoiselle herr frau sr sra srta senor senora sig signor signora dott dhr mevr mevrouw heer senhor senhora".split(
    " ",
  ),
);

const GENDERS = new Set(
  "male female man woman homme femme masculin feminin mannlich weiblich mann hombre mujer masculino femenino maschio femmina uomo donna vrouw homem mulher feminino nonbinary divers".split(
    " ",
  ),
);

export interface ChoiceMatch {
  readonly category: "identity.honorific" | "identity.gender";
  readonly text: string;
}

/** Beside these "men" and "women" are shelves of a shop. */
const SHELVES =
  /^(?:enfants?|filles?|garcons?|bebes?|kids|boys?|girls?|children|baby|unisexe?|kinder|ninos?|bambin[oi]|mixte|maison|accessoires)$/;

/** What a choice is about by what it offers: two forms of address or two genders in a select, or one as a radio's label. */
export function choiceCategory(field: Field): ChoiceMatch | null {
  if (field.type === "radio") {
    const own = normaliseText(field.label ?? field.hint ?? "");
    // A lone M may be a size, and lone men and women a filter: those need the words of their group.
    return TITLES.has(own) && own !== "m" ? title(own) : null;
  }
  if (field.tag !== "select") return null;
  const options = (field.options ?? []).map((option) => normaliseText(option));
  const titles = options.filter((option) => TITLES.has(option));
  if (titles.length >= 2) return title(titles.join(" "));
  const genders = options.filter((option) => GENDERS.has(option));
  return genders.length >= 2 && !options.some((option) => SHELVES.test(option)) ? gender(genders.join(" ")) : null;
}

function title(text: string): ChoiceMatch {
  return { category: "identity.honorific", text };
}

function gender(text: string): ChoiceMatch {
  return { category: "identity.gender", text };
}
