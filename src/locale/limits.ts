import type { Language, LocalText } from "../core/text.ts";
import { say } from "./say.ts";

/** What cannot be seen from outside. Silence about it would read as a pass. */
const LIMITS: Readonly<Record<string, LocalText>> = {
  contracts: {
    en: "Your contracts with processors (article 28 of the GDPR): a scan sees who receives data, not what was agreed with them.",
    fr: "Vos contrats avec les sous-traitants (article 28 du RGPD) : une analyse voit qui reçoit les données, pas ce qui a été convenu.",
  },
  network: {
    en: "Your internal network, your workstations and your office wifi.",
    fr: "Votre réseau interne, vos postes de travail et votre wifi.",
  },
  backups: {
    en: "Your back-ups: whether they exist, can be restored, and who may read them.",
    fr: "Vos sauvegardes : leur existence, leur restauration et les personnes qui peuvent les lire.",
  },
  "consent-proof": {
    en: "The proof of consent: a box can be seen on a page, the record of who ticked it cannot.",
    fr: "La preuve du consentement : une case se voit sur une page, pas la trace de qui l'a cochée.",
  },
  storage: {
    en: "How data are stored on the server: encryption at rest, hashed passwords, retention periods, access rights.",
    fr: "La façon dont les données sont conservées sur le serveur : chiffrement, hachage des mots de passe, durées de conservation, droits d'accès.",
  },
  login: {
    en: "What lies behind a login: Vigie tries no password and fills in no form.",
    fr: "Ce qui se trouve derrière une connexion : Vigie n'essaie aucun mot de passe et ne remplit aucun formulaire.",
  },
  scripts: {
    en: "What only appears after JavaScript has run, where no browser was used: tags fired by a tag manager, forms drawn by script, cookies set by script.",
    fr: "Ce qui n'apparaît qu'après l'exécution de JavaScript, en l'absence de navigateur : balises d'un gestionnaire de balises, formulaires construits par script, cookies déposés par script.",
  },
  flaws: {
    en: "Flaws in the shop's own code (injection, access to another customer's orders): they take a penetration test.",
    fr: "Les failles du code de la boutique (injection, accès aux commandes d'un autre client) : elles relèvent d'un test d'intrusion.",
  },
  attacks: {
    en: "Attacks that Vigie does not send: Heartbleed, CCS injection, the ROBOT and padding oracles, Ticketbleed, renegotiation forced by a visitor. What the server offers shows only whether they would have ground to stand on.",
    fr: "Les attaques que Vigie n'envoie pas : Heartbleed, injection CCS, oracles ROBOT et de bourrage, Ticketbleed, renégociation forcée par un visiteur. Ce que propose le serveur montre seulement si elles auraient prise.",
  },
  revocation: {
    en: "Whether the certificate was revoked: its authority is not asked, so that it does not learn of the scan.",
    fr: "La révocation éventuelle du certificat : son autorité n'est pas interrogée, pour qu'elle n'apprenne rien de l'analyse.",
  },
  dkim: {
    en: "Whether your mail is signed (DKIM): the signature's key lies under a name that only a message of yours gives away.",
    fr: "La signature de vos e-mails (DKIM) : sa clé se trouve sous un nom que seul un message de votre part révèle.",
  },
  moment: {
    en: "Any other moment: this is what the site showed during the scan, from one place on the Internet.",
    fr: "Tout autre moment : ceci est ce que le site montrait pendant l'analyse, depuis un seul point d'Internet.",
  },
  law: {
    en: "Compliance: a scan gathers signs that are relevant to the law and to standards; it does not certify.",
    fr: "Le respect de la loi : une analyse recueille des indices en rapport avec la loi et les normes ; elle ne certifie rien.",
  },
};

export interface Limit {
  readonly id: string;
  readonly text: string;
}

/** The page of limits, in a language. */
export function limitsOf(language: Language): readonly Limit[] {
  return Object.entries(LIMITS).map(([id, text]) => ({ id, text: say(text, language) }));
}
