import type { Form } from "../../core/evidence/pages.ts";
import type { Verdict } from "./classify-field.ts";
import { isTextual } from "./context-rule.ts";
import { ownWords } from "./signals.ts";

const MEASURE = /(?:weight|height|poids|gewicht|grosse|peso|altura|altezza|lengte|taille)/;

const DIMENSION =
  /(?<![a-z])(?:width|depth|length|quantity|qty|largeur|longueur|profondeur|epaisseur|quantite|breite|lange|tiefe|menge|ancho|largo|larghezza|profondita|breedte|diepte|aantal|largura|comprimento|colis|parcel|paket)(?![a-z])/;

/** Weight and height beside a width or a quantity are the product's. */
export function productMeasures(form: Form, verdicts: Verdict[]): void {
  const measured = verdicts.flatMap((verdict, index) =>
    verdict.category === "special.health" && MEASURE.test(verdict.matched ?? "") ? [index] : [],
  );
  if (measured.length === 0) return;
  const ofProduct = form.fields.some((field, index) => !measured.includes(index) && DIMENSION.test(ownWords(field)));
  for (const index of measured) {
    if (ofProduct)
      verdicts[index] = { category: null, signal: "context", matched: "product measure", trap: "product_size" };
  }
}

/** A form that asks by GET for one text, at an address that searches, is a search. */
export function searchForm(form: Form, verdicts: Verdict[]): void {
  const texts = form.fields.flatMap((field, index) => (isTextual(field) ? [index] : []));
  const only = texts[0];
  if (only === undefined || texts.length !== 1 || form.method === "post") return;
  const marked = form.fields[only]?.marks?.includes("search") === true;
  const searches = /[/?=&.](?:search|recherche|catalogsearch|suche|buscar|busca|cerca|zoeken|pesquisa)/i.test(
    form.action ?? "",
  );
  const signal = verdicts[only]?.signal ?? null;
  const strong = marked ? /^(?:type|autocomplete|platform|label)$/ : /^(?!hint|type-tel)/;
  const weak = verdicts[only]?.category === null || signal === null || !strong.test(signal);
  if ((marked || searches) && weak)
    verdicts[only] = { category: null, signal: "context", matched: "search form", trap: "search_box" };
}

const CHOOSER = /locali[sz]|country|currenc|region|shipping|language|store|devise|pays|market/i;

/** A country chosen where nothing else is asked, in the page's frame or by a form named so, is the shop's display. */
export function countryChooser(form: Form, verdicts: Verdict[]): void {
  const others = form.fields.some((field, index) => {
    const category = verdicts[index]?.category ?? null;
    return (
      (category !== null && category !== "address.country") || (isTextual(field) && verdicts[index]?.trap === null)
    );
  });
  if (others) return;
  const named = CHOOSER.test(`${form.words ?? ""} ${form.actionRaw ?? ""} ${form.hiddenNames.join(" ")}`);
  for (const [index, field] of form.fields.entries()) {
    if (verdicts[index]?.category !== "address.country" || field.tag !== "select") continue;
    const priced = (field.options ?? []).some((option) => /[€$£¥]|\b[A-Z]{3}\b/.test(option));
    if (named || priced || field.marks?.includes("page-frame") === true || form.method === "none") {
      verdicts[index] = { category: null, signal: "context", matched: "country alone", trap: "ship_to_country" };
    }
  }
}
