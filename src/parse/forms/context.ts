import type { Form } from "../../core/evidence/pages.ts";
import type { Verdict } from "./classify-field.ts";
import { accountNumber, dateParts, loneCardWords, securityCodeWithoutCard } from "./context-money.ts";
import { countryChooser, productMeasures, searchForm } from "./context-page.ts";
import { codeBoxes, loginIdentifier, nameParts, repeatedField } from "./context-person.ts";
import type { Rule } from "./context-rule.ts";

/** Classifies again with the whole form in view: what a lone field cannot tell, its neighbours often do. */
export function applyContext(form: Form, alone: readonly Verdict[]): readonly Verdict[] {
  const verdicts = [...alone];
  for (const rule of RULES) rule(form, verdicts);
  return verdicts;
}

/** In this order: later rules read what the earlier ones settled. */
const RULES: readonly Rule[] = [
  codeBoxes,
  repeatedField,
  dateParts,
  loneCardWords,
  securityCodeWithoutCard,
  accountNumber,
  nameParts,
  productMeasures,
  loginIdentifier,
  searchForm,
  countryChooser,
];
