import { describe, expect, it } from "vitest";
import { FIRST_HALF, readCorpus, type ExpectedField } from "../../corpus/french-shops/read-corpus.ts";

const corpus = readCorpus();

function describeField({ file, field, categories }: ExpectedField): string {
  const said = field.label ?? field.hint ?? field.attributes["placeholder"] ?? "";
  return `${file}: ${field.name ?? ""} "${said}" is ${field.category ?? "none"}, not ${categories.join(" or ")}`;
}

describe("the corpus of French shop forms", () => {
  it("holds at least 400 labelled fields, half of them older than the patterns, and the model finds every one", () => {
    const early = corpus.fields.filter(({ file }) => FIRST_HALF.includes(file));

    expect(corpus.fields.length).toBeGreaterThanOrEqual(400);
    expect(early.length).toBeGreaterThanOrEqual(200);
    expect(corpus.fields.length).toBe(corpus.labels);
  });

  it.each(["bank.iban", "payment.card_number", "payment.card_csc", "account.password", "gov.national_id"])(
    "misses no %s",
    (id) => {
      const asked = corpus.fields.filter(({ categories }) => categories.length === 1 && categories[0] === id);

      expect(asked.length).toBeGreaterThan(1);
      expect(asked.filter(({ field }) => field.category !== id).map(describeField)).toEqual([]);
    },
  );

  it("raises no false alarm on its traps", () => {
    const traps = corpus.fields.filter(({ categories }) => categories.length === 1 && categories[0] === null);

    expect(traps.length).toBeGreaterThan(80);
    expect(traps.filter(({ field }) => field.category !== null).map(describeField)).toEqual([]);
  });

  it("gives every field one of its right categories", () => {
    const wrong = corpus.fields.filter(({ field, categories }) => !categories.includes(field.category));

    expect(wrong.map(describeField)).toEqual([]);
  });

  it("reads what every box asks for, and misses no box that is ticked from the start", () => {
    const boxes = corpus.fields.filter(({ consent }) => consent.length > 0);
    const wrong = boxes.filter(
      ({ field, consent, ticked }) => field.checked !== ticked || consent.some((id) => !field.consent.includes(id)),
    );
    const falseAlarms = corpus.fields.filter(({ field, consent }) => consent.length === 0 && field.consent.length > 0);

    expect(boxes.length).toBeGreaterThan(15);
    expect(wrong.map(describeField)).toEqual([]);
    expect(falseAlarms.map(({ file, field }) => `${file}: ${field.name ?? ""} ${field.consent.join()}`)).toEqual([]);
  });

  it("knows what its forms are for", () => {
    const wrong = corpus.forms.filter(({ form, kinds }) => !kinds.includes(form.kind));

    expect(corpus.forms.length).toBeGreaterThan(40);
    expect(
      wrong.map(({ file, form, kinds }) => `${file}: ${form.selector} is ${form.kind}, not ${kinds.join(" or ")}`),
    ).toEqual([]);
  });
});
