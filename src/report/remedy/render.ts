import type { Remedy } from "../../core/remedy.ts";
import type { LocalText, Parameters } from "../../core/text.ts";
import { say as sayIn } from "../../locale/say.ts";
import { apacheLines } from "./apache.ts";
import { phpLines, platformSetting } from "./application.ts";
import { caddyLines } from "./caddy.ts";
import { cautionText } from "./cautions.ts";
import { frontAdvice } from "./front.ts";
import { hostedAdvice } from "./hosted.ts";
import { nginxLines } from "./nginx.ts";
import { PLACES, type Place, type ServerLines } from "./places.ts";
import { PROVEN, provenKey } from "./proven.ts";
import type { RemedyContext, RenderedRemedy, Snippet, Stack } from "./rendered.ts";
import { stacksFor } from "./server-kinds.ts";
import { stepsOf } from "./steps.ts";
import { titleOf } from "./titles.ts";

/**
 * Tells a remedy for the stack that was seen, in the reader's language: what to do, the lines to paste where there are any,
 * what to beware of, and honestly when the platform leaves the merchant no way to change it.
 */
export function renderRemedy(remedy: Remedy, context: RemedyContext): RenderedRemedy {
  const say = (text: LocalText, parameters: Parameters = {}): string => sayIn(text, context.language, parameters);
  const { text, parameters } = titleOf(remedy);
  const hosted = hostedAdvice(remedy, context.platform);
  const caution = "caution" in remedy ? cautionText(remedy.caution ?? "") : null;
  const rendered = { title: say(text, parameters), caution: caution === null ? null : say(caution) };
  if (hosted !== null) {
    const steps = [say(hosted.text, { platform: hosted.platform })];
    return { ...rendered, steps, snippets: [], changeable: hosted.changeable, proven: false };
  }
  const setting = platformSetting(remedy, context.platform);
  const snippets = snippetsOf(remedy, context);
  const front = context.front ?? null;
  const door = frontAdvice(remedy, front);
  return {
    ...rendered,
    steps: [
      ...(door === null || front === null ? [] : [say(door, { front: front.name })]),
      ...(setting === null ? [] : [say(setting)]),
      ...stepsOf(remedy, stacksFor(context.server)).map((step) => say(step.text, step.parameters)),
    ],
    snippets,
    changeable: true,
    proven: snippets.length > 0 && snippets.every((snippet) => snippet.proven),
  };
}

function snippetsOf(remedy: Remedy, context: RemedyContext): readonly Snippet[] {
  const place = (id: Place): string => sayIn(PLACES[id], context.language);
  const server = stacksFor(context.server).flatMap((stack): readonly Snippet[] => {
    const found = serverLines(stack, remedy);
    if (found === null) return [];
    return [{ stack, place: place(found.place), lines: found.lines, proven: PROVEN.has(provenKey(stack, remedy)) }];
  });
  const php = phpLines(remedy);
  const own = ownLines(remedy);
  return [
    ...(php === null ? [] : [{ ...php, place: place("php-ini"), proven: false }]),
    ...server,
    ...(own === null
      ? []
      : [
          {
            stack: own.stack,
            place: place(own.place),
            lines: own.lines,
            proven: PROVEN.has(provenKey(own.stack, remedy)),
          },
        ]),
  ];
}

function serverLines(stack: Stack, remedy: Remedy): ServerLines | null {
  switch (stack) {
    case "nginx":
      return nginxLines(remedy);
    case "apache":
      return apacheLines(remedy);
    case "caddy":
      return caddyLines(remedy);
    default:
      return null;
  }
}

/** Lines that depend on no web server. */
function ownLines(remedy: Remedy): (ServerLines & { readonly stack: Stack }) | null {
  if (remedy.action === "service-setting")
    return { stack: "shell", place: remedy.service === "sshd" ? "sshd-config" : "shell-host", lines: remedy.lines };
  if (remedy.action === "dns-record")
    return { stack: "dns", place: "dns-zone", lines: [`${remedy.name} ${remedy.type} ${remedy.value}`] };
  return null;
}
