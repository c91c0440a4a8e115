import { didYouMean } from "../../core/suggestion.ts";
import { draftRegister } from "../../report/register/register.ts";
import { REGISTER_FORMATS, renderRegister } from "../../report/register/render-register.ts";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { languageFor } from "../language.ts";
import type { Options } from "../options.ts";
import { pagesEvidence, withoutPages } from "../pages-evidence.ts";

/** `vigie register URL|RUN`: the draft of a record of processing activities, headed as a draft that a person completes. */
export async function register(options: Options, io: Io): Promise<number> {
  const wanted = options.text("format") ?? "markdown";
  const format = REGISTER_FORMATS.find((known) => known === wanted);
  if (format === undefined) {
    throw new UsageError(
      `--format: unknown format "${wanted}"${didYouMean(wanted, REGISTER_FORMATS)} (formats: ${REGISTER_FORMATS.join(", ")})`,
    );
  }
  const evidence = await pagesEvidence(options, io, "register");
  const draft = draftRegister(evidence);
  if (draft === null) return await withoutPages(evidence, io);
  await io.stdout.write(renderRegister(draft, format, languageFor(options, format, io)));
  return 0;
}
