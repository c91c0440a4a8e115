import type { LocalText } from "../../core/text.ts";
import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { displayWidth, padEnd, wrap } from "../../report/text/layout.ts";
import { homeChoices, type HomeChoice } from "../home-choices.ts";
import { BLANK, line, windowOf, type Line } from "../lines.ts";
import type { UiState } from "../state.ts";
import { pointer, type DrawContext } from "./context.ts";
import { field } from "./field.ts";

/** Under so many columns a label stands above its field instead of beside it. */
const NARROW = 50;

/** Type a site, choose the profile, answer the authorisation question once, start; or take another way in. */
export function drawHome(state: UiState, context: DrawContext): readonly Line[] {
  const { language, ports } = context;
  const choices = homeChoices(state, ports);
  const rows: Line[] = [BLANK];
  let cursorRow = 0;
  choices.forEach((choice, index) => {
    const here = state.home.cursor === index;
    if (choice.kind === "start") rows.push(...explanation(context), BLANK);
    if (choice.kind === "demo") rows.push(BLANK);
    if (choice.kind === "recent" && choices[index - 1]?.kind !== "recent") {
      rows.push(BLANK, line(`  ${say(U.recent, language)}`, { tone: "soft" }));
    }
    if (here) cursorRow = rows.length;
    rows.push(...choiceLines(choice, here, state, context));
  });
  return windowOf(rows, cursorRow, context.rows).items;
}

function explanation({ language, columns }: DrawContext): readonly Line[] {
  const indent = columns < NARROW ? "  " : "    ";
  return [U.authorisationOne, U.authorisationTwo].flatMap((text) =>
    wrap(say(text, language), columns - indent.length - 2).map((row) => line(`${indent}${row}`, { tone: "soft" })),
  );
}

function choiceLines(choice: HomeChoice, here: boolean, state: UiState, context: DrawContext): readonly Line[] {
  const { language, ports } = context;
  const plain = (text: string): readonly Line[] => [[pointer(context, here), { text, bold: here }]];
  switch (choice.kind) {
    case "target":
      return labelled(U.site, here, context, (room) =>
        field(state.home.target, say(U.sitePlaceholder, language), here, room),
      );
    case "profile": {
      const profile = ports.profiles[state.home.profile];
      const title = profile === undefined ? "" : `${profile.title[language]} (${profile.id})`;
      const arrows = context.unicode ? ["‹ ", " ›"] : ["< ", " >"];
      return labelled(U.profile, here, context, () => [{ text: `${arrows[0] ?? ""}${title}${arrows[1] ?? ""}` }]);
    }
    case "authorised":
      return labelled(U.authorisation, here, context, (room) =>
        field(state.home.authorisedBy, say(U.authorisationPlaceholder, language), here, room),
      );
    case "start":
      return [[pointer(context, here), { text: say(U.start, language), bold: true, tone: "accent" }]];
    case "demo":
      return plain(say(U.demo, language));
    case "sites":
      return plain(say(U.openSites, language));
    case "opened":
      return plain(say(U.backToFleet, language, { name: choice.name }));
    case "known":
      return plain(say(U.knownSites, language));
    case "recent":
      return plain(choice.address);
  }
}

/** A label and its value: side by side, or one above the other where the terminal is narrow. */
function labelled(
  label: LocalText,
  here: boolean,
  context: DrawContext,
  value: (room: number) => Line,
): readonly Line[] {
  const { language, columns } = context;
  const text = say(label, language);
  if (columns < NARROW) {
    return [
      [pointer(context, here), { text, bold: here }],
      [{ text: "  " }, ...value(columns - 3)],
    ];
  }
  const width = Math.max(...[U.site, U.profile, U.authorisation].map((name) => displayWidth(say(name, language)))) + 2;
  return [[pointer(context, here), { text: padEnd(text, width), bold: here }, ...value(columns - width - 3)]];
}
