import type { Remedy } from "../../core/remedy.ts";
import type { LocalText } from "../../core/text.ts";

/** Who answers before the merchant's own server, as far as remedies care. */
export interface RemedyFront {
  readonly name: string;
  readonly kind: "cdn" | "waf" | "host" | "platform";
}

/** What is set where the visitor's connection ends, which is the front's business and not the server's behind it. */
const AT_THE_EDGE: ReadonlySet<Remedy["action"]> = new Set(["tls-setting", "certificate", "redirect-to-https"]);

/** What either may set: the front adds or passes on what the server sends. */
const EITHER: ReadonlySet<Remedy["action"]> = new Set([
  "set-response-header",
  "remove-response-header",
  "deny-path",
  "protect-path",
]);

/** At which door to knock; null where the front does not matter for this remedy. */
export function frontAdvice(remedy: Remedy, front: RemedyFront | null): LocalText | null {
  if (front === null) return null;
  if (!AT_THE_EDGE.has(remedy.action) && !EITHER.has(remedy.action)) return null;
  if (front.kind === "host" || front.kind === "platform") return ASK_HOST;
  return AT_THE_EDGE.has(remedy.action) ? EDGE : EDGE_OR_SERVER;
}

const EDGE: LocalText = {
  en: "{front} answers visitors in the place of your server: change this in the administration of {front}. The lines below are for the server behind it.",
  fr: "{front} répond aux visiteurs à la place de votre serveur : modifiez ce point dans l'administration de {front}. Les lignes ci-dessous concernent le serveur placé derrière.",
};

const EDGE_OR_SERVER: LocalText = {
  en: "{front} stands in front of your server: set this there or on the server, not in both places, and empty its cache afterwards.",
  fr: "{front} se trouve devant votre serveur : réglez ce point à un seul endroit, chez {front} ou sur le serveur, puis videz son cache.",
};

const ASK_HOST: LocalText = {
  en: "The site is hosted at {front}: where you have no access to the server's configuration, send this finding to its support.",
  fr: "Le site est hébergé chez {front} : si vous n'avez pas accès à la configuration du serveur, transmettez ce constat à son assistance.",
};
