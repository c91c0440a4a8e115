import { say } from "../../locale/say.ts";
import { UI_TEXT as U } from "../../locale/ui-text.ts";
import { padEnd, wrap } from "../../report/text/layout.ts";
import { BLANK, line, windowOf, type Line } from "../lines.ts";
import type { UiPorts } from "../ports.ts";
import type { UiState } from "../state.ts";
import { pointer, type DrawContext } from "./context.ts";

/** The rows of the home screen that the cursor can stand on. */
export type HomeChoice =
  | { readonly kind: "target" | "profile" | "authorised" | "start" | "demo" | "fleet" }
  | { readonly kind: "recent"; readonly address: string };

/** Every choice of the home screen, from top to bottom. */
export function homeChoices(ports: UiPorts): readonly HomeChoice[] {
  return [
    { kind: "target" },
    { kind: "profile" },
    { kind: "authorised" },
    { kind: "start" },
    { kind: "demo" },
    ...(ports.fleet === null ? [] : [{ kind: "fleet" } as const]),
    ...ports.recent.slice(0, 9).map((address) => ({ kind: "recent", address }) as const),
  ];
}

/** Type a site, choose the profile, answer the authorisation question once, start. */
export function drawHome(state: UiState, context: DrawContext): readonly Line[] {
  const { language, ports } = context;
  const choices = homeChoices(ports);
  const width = Math.max(...[U.site, U.profile, U.authorisation].map((text) => say(text, language).length)) + 2;
  const rows: Line[] = [BLANK];
  let cursorRow = 0;
  choices.forEach((choice, index) => {
    const here = state.home.cursor === index;
    if (choice.kind === "start") rows.push(...explanation(context), BLANK);
    if (choice.kind === "recent" && choices[index - 1]?.kind !== "recent") {
      rows.push(BLANK, line(`  ${say(U.recent, language)}`, { tone: "soft" }));
    }
    if (here) cursorRow = rows.length;
    rows.push([pointer(context, here), ...choiceSegments(choice, here, width, state, context)]);
  });
  return windowOf(rows, cursorRow, context.rows).items;
}

function explanation({ language, columns }: DrawContext): readonly Line[] {
  return [U.authorisationOne, U.authorisationTwo].flatMap((text) =>
    wrap(say(text, language), columns - 6).map((row) => line(`    ${row}`, { tone: "soft" })),
  );
}

function choiceSegments(choice: HomeChoice, here: boolean, width: number, state: UiState, context: DrawContext): Line {
  const { language, ports } = context;
  const label = (text: { en: string; fr: string }): string => padEnd(say(text, language), width);
  switch (choice.kind) {
    case "target":
      return [{ text: label(U.site), bold: here }, ...field(state.home.target, say(U.sitePlaceholder, language), here)];
    case "profile": {
      const profile = ports.profiles[state.home.profile];
      const title = profile === undefined ? "" : `${profile.title[language]} (${profile.id})`;
      const arrows = context.unicode ? ["‹ ", " ›"] : ["< ", " >"];
      return [{ text: label(U.profile), bold: here }, { text: `${arrows[0] ?? ""}${title}${arrows[1] ?? ""}` }];
    }
    case "authorised":
      return [
        { text: label(U.authorisation), bold: here },
        ...field(state.home.authorisedBy, say(U.authorisationPlaceholder, language), here),
      ];
    case "start":
      return [{ text: say(U.start, language), bold: true, tone: "accent" }];
    case "demo":
      return [{ text: say(U.demo, language), bold: here }];
    case "fleet":
      return [{ text: say(U.fleet, language), bold: here }];
    case "recent":
      return [{ text: choice.address, bold: here }];
  }
}

/** A text field: what was typed with the cursor behind it, or a hint. */
export function field(value: string, hint: string, here: boolean): Line {
  const cursor = here ? [{ text: " ", inverse: true }] : [];
  return value === "" ? [...cursor, { text: hint, tone: "soft" }] : [{ text: value }, ...cursor];
}
