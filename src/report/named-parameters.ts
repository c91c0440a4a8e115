import type { Language, LocalText, Parameters, ParameterValue } from "../core/text.ts";
import { CATEGORY_NAMES } from "../locale/categories.ts";
import { FORM_NOUNS } from "../locale/form-nouns.ts";
import { POLICY_ITEM_NAMES } from "../locale/policy-items.ts";
import { nameOf } from "../locale/say.ts";
import { PAGE_ROLE_NAMES } from "../locale/words.ts";
import { PROCESSOR_ROLE_NAMES } from "./processor-role.ts";

type Names = Readonly<Record<string, LocalText>>;

/** Parameters whose values are codes, with the table that names them. */
const TABLES: Readonly<Record<string, Names>> = {
  categories: CATEGORY_NAMES,
  form: FORM_NOUNS,
  pageRole: PAGE_ROLE_NAMES,
  recipient: PROCESSOR_ROLE_NAMES,
  items: POLICY_ITEM_NAMES,
};

/** Parameters with their codes replaced by names in the reader's language, for a sentence; the JSON keeps the codes. */
export function namedParameters(parameters: Parameters, language: Language): Parameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const table = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
      return [name, table === undefined ? value : named(value, table, language)];
    }),
  );
}

function named(value: ParameterValue, table: Names, language: Language): ParameterValue {
  if (typeof value === "string") return nameOf(table, value, language);
  return isList(value) ? value.map((code) => nameOf(table, code, language)) : value;
}

function isList(value: ParameterValue): value is readonly string[] {
  return Array.isArray(value);
}
