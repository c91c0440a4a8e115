import { readFormModel } from "../../src/parse/html/form-model.ts";
import { parsePage } from "../../src/parse/html/tree.ts";
import { classifyForm } from "../../src/parse/forms/classify-form.ts";
import { readForms } from "../../src/parse/forms/read-forms.ts";
import { draftPage } from "../../src/probe/pages/draft.ts";
import { readCorpus } from "../corpus/french-shops/read-corpus.ts";
import { scoreFolder, type Part, type Scored } from "./labelled-forms.ts";

/**
 * Measures the form model and the classifier: exact category and recall on the labelled forms in the folder that
 * VIGIE_CORPUS names, false alarms on the traps of our own French corpus, and speed.
 */
export async function run(print: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<void> {
  const folder = process.env["VIGIE_CORPUS"];
  if (folder === undefined || folder === "") {
    print("labelled forms: VIGIE_CORPUS is not set to their folder, so accuracy on them is not measured");
  } else {
    for (const part of ["read", "unread"] as const) printPart(part, scoreFolder(folder, part), print);
  }
  printFrenchShops(print);
  printSpeed(print);
  await Promise.resolve();
}

function printPart(part: Part, scored: readonly Scored[], print: (line: string) => void): void {
  const files = new Set(scored.map(({ file }) => file)).size;
  const what = part === "read" ? "read while patterns were written" : "unread: SHA-256 of the name begins with 0-3";
  print(`labelled forms, ${what}: ${String(files)} files, ${String(scored.length)} labelled fields`);
  print(`  exact category ${percent(scored, "exact")}   seen as personal data ${percent(scored, "seen")}`);
  print("  category                     fields   exact    seen");
  const categories = [...new Set(scored.map(({ expected }) => expected))].toSorted();
  for (const category of categories) {
    const of = scored.filter(({ expected }) => expected === category);
    print(
      `  ${category.padEnd(28)} ${String(of.length).padStart(6)} ${percent(of, "exact").padStart(8)} ${percent(of, "seen").padStart(8)}`,
    );
  }
}

function percent(scored: readonly Scored[], what: "exact" | "seen"): string {
  if (scored.length === 0) return "–";
  return `${((100 * scored.filter((entry) => entry[what]).length) / scored.length).toFixed(1)} %`;
}

function printFrenchShops(print: (line: string) => void): void {
  const { fields } = readCorpus();
  const right = fields.filter(({ field, categories }) => categories.includes(field.category)).length;
  print(
    `French shop corpus: ${String(fields.length)} labelled fields, ${((100 * right) / fields.length).toFixed(1)} % right`,
  );
  const traps = fields.filter(({ categories }) => categories.length === 1 && categories[0] === null);
  const names = traps.map(({ field }) => field.trap ?? (isBox(field.type) ? "box or choice" : "no word matched"));
  print("  false alarms on traps              fields   alarms");
  for (const name of [...new Set(names)].toSorted()) {
    const of = traps.filter((_, index) => names[index] === name);
    const alarms = of.filter(({ field }) => field.category !== null).length;
    print(`  ${name.padEnd(34)} ${String(of.length).padStart(6)} ${String(alarms).padStart(8)}`);
  }
}

function isBox(type: string): boolean {
  return type === "checkbox" || type === "radio";
}

const LABELS = [
  "Prénom",
  "Nom",
  "Adresse e-mail",
  "Téléphone",
  "Code postal",
  "Ville",
  "Numéro de carte",
  "IBAN",
  "Mot de passe",
];

function printSpeed(print: (line: string) => void): void {
  const thousand = formOf(1000);
  const model = readFormModel(parsePage(thousand), "https://bakery.test/").forms;
  // Copies, because a field that was classified before is remembered.
  const classify = timed(() =>
    model.map((form) => classifyForm({ ...form, fields: form.fields.map((field) => ({ ...field })) })),
  );
  const rate = Math.round(1_000_000 / classify.best).toLocaleString("en");
  print(`classify 1,000 fields: ${spread(classify)}, ${rate} fields/s`);
  const page = `${row().repeat(Math.ceil((1_000_000 - thousand.length) / row().length))}${thousand}`;
  const whole = timed(() => readForms(page, "https://bakery.test/"));
  const size = `a page of ${(page.length / 1e6).toFixed(2)} MB with 1,000 fields`;
  print(`${size}, parsed and classified: ${spread(whole)}`);
  const url = "https://bakery.test/";
  const fetched = { requestedUrl: url, url, status: 200, headers: [], html: page, bodyDigest: "" };
  const draft = timed(() =>
    draftPage(
      { ...fetched, truncated: false, certificateError: null },
      { role: "home", foundBy: "link", siteHost: "bakery.test" },
    ),
  );
  print(`${size}, all that a scan reads of it (forms, links, scripts, leaks, third parties): ${spread(draft)}`);
}

interface Timing {
  readonly first: number;
  readonly median: number;
  readonly best: number;
}

function spread({ first, median, best }: Timing): string {
  return `${best.toFixed(1)} ms (median ${median.toFixed(1)} ms, first pass ${first.toFixed(1)} ms)`;
}

function formOf(fields: number): string {
  const rows = Array.from({ length: fields }, (_, index) => {
    const id = `f${String(index)}`;
    return `<p><label for="${id}">${LABELS[index % LABELS.length] ?? ""} ${id}</label><input id="${id}" name="champ_${id}"></p>`;
  });
  return `<form method="post" action="/commande">${rows.join("")}</form>`;
}

/** What most of a shop's page is made of: a product with its script and its picture. */
function row(): string {
  return '<article class="product"><a href="/p/1"><img src="/i/1.webp" alt="Pain de campagne"></a><h3>Pain de campagne</h3><p>Farine de blé, levain, sel de Guérande; cuit au four à bois chaque matin.</p><span class="price">4,90 €</span><script type="application/ld+json">{"@type":"Product","name":"Pain de campagne","offers":{"price":"4.90"}}</script></article>';
}

/** The first, the middle and the best of ten passes, in milliseconds: the machine's other work only ever adds. */
function timed(work: () => unknown): Timing {
  const times = Array.from({ length: 10 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return { first: times[0] ?? 0, median: times.toSorted((a, b) => a - b)[5] ?? 0, best: Math.min(...times) };
}
