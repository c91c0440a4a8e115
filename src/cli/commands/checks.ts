import { catalogue } from "../../../checks/index.ts";
import { didYouMean } from "../../core/suggestion.ts";
import { renderCatalogueMarkdown, renderCheckList, renderCheckManual } from "../../report/check-manual.ts";
import { loadProfile } from "../../store/profiles.ts";
import { UsageError } from "../errors.ts";
import { mayColour, type Io } from "../io.ts";
import { languageFor } from "../language.ts";
import { speaksUtf8 } from "../locale.ts";
import type { Options } from "../options.ts";

/** `vigie checks [ID]`: the catalogue, or the manual page of one check. */
export async function checks(options: Options, io: Io): Promise<number> {
  const format = options.choice("format", ["text", "markdown", "json"], "text");
  const language = languageFor(options, format === "json" ? "json" : format, io);
  const [id] = options.positionals;
  const chosen = id === undefined ? catalogue : catalogue.filter((check) => check.id === id);
  const [first] = chosen;
  if (id !== undefined && first === undefined) {
    const ids = catalogue.map((check) => check.id);
    const namesake = ids.find((known) => known.endsWith(`/${id}`));
    const near = namesake === undefined ? didYouMean(id, ids) : `; did you mean "${namesake}"?`;
    throw new UsageError(`unknown check "${id}"${near}; "vigie checks" lists them`);
  }
  const paint = { colour: mayColour(io, io.stdout), columns: io.stdout.columns, unicode: speaksUtf8(io.env) };
  if (format === "json") {
    const rows = chosen.map(({ id: name, area, severity, references, text }) => ({
      id: name,
      area,
      severity,
      references,
      ...text[language],
    }));
    await io.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
  } else if (format === "markdown") {
    await io.stdout.write(renderCatalogueMarkdown(chosen, language));
  } else if (id !== undefined && first !== undefined) {
    const profile = loadProfile(options.text("profile") ?? "merchant", catalogue, io.cwd);
    await io.stdout.write(renderCheckManual(first, profile, language, paint));
  } else {
    await io.stdout.write(renderCheckList(chosen, language, paint));
  }
  return 0;
}
