import { LANGUAGES } from "../core/text.ts";
import type { OptionGroup, OptionSpec } from "./options.ts";

/** `--lang`, with a word on what it is the language of. */
export function langOption(of: OptionSpec["summary"]): OptionSpec {
  return { name: "lang", value: "en|fr", choices: LANGUAGES, summary: of };
}

/** In which of these formats a command answers; the first is its default, which the summary says unless it says more. */
export function formatOption(
  formats: readonly [string, ...string[]],
  summary: OptionSpec["summary"] = { en: `default ${formats[0]}`, fr: `${formats[0]} par défaut` },
): OptionSpec {
  return { name: "format", value: formats.join("|"), choices: formats, summary };
}

/** Options of a group by name: commands that need only some of them say which. */
export function some(group: OptionGroup, ...names: readonly string[]): OptionGroup {
  return { title: group.title, options: group.options.filter(({ name }) => names.includes(name)) };
}

/** A group without some of its options. */
export function without(group: OptionGroup, ...names: readonly string[]): OptionGroup {
  return { title: group.title, options: group.options.filter(({ name }) => !names.includes(name)) };
}

/** Options of one command only. */
export function own(...options: readonly OptionSpec[]): OptionGroup {
  return { title: { en: "Options", fr: "Options" }, options };
}

export const SCAN_OPTIONS: OptionGroup = {
  title: { en: "What is looked at", fr: "Ce qui est examiné" },
  options: [
    {
      name: "authorised",
      value: "WHO",
      summary: {
        en: "the operator's word, by name: allows paths, ports and the long TLS enumeration",
        fr: "l’accord du responsable, par son nom : permet de sonder les chemins et les ports, et l’énumération TLS complète",
      },
    },
    {
      name: "only",
      value: "PROBE,…",
      summary: {
        en: "only these probes: dns, tls, http, pages, paths, actionTls, hosts",
        fr: "seulement ces sondes : dns, tls, http, pages, paths, actionTls, hosts",
      },
    },
    {
      name: "page",
      value: "ROLE=URL|FILE",
      multiple: true,
      summary: {
        en: "a page that no link leads to: checkout=https://…/pay or a saved page",
        fr: "une page à laquelle aucun lien ne mène : checkout=https://…/pay, ou une page enregistrée",
      },
    },
    {
      name: "host",
      value: "HOST",
      multiple: true,
      summary: {
        en: "a further host of the merchant's, in scope like the target",
        fr: "un autre hôte du commerçant, examiné comme la cible",
      },
    },
    {
      name: "processor",
      value: "NAME",
      multiple: true,
      summary: {
        en: "a processor on the merchant's own list",
        fr: "un sous-traitant que le commerçant a déclaré",
      },
    },
    {
      name: "deep",
      summary: {
        en: "also ask for the deep tier of exposed paths",
        fr: "demander aussi les chemins exposés les plus rares",
      },
    },
    {
      name: "paths",
      value: "FILE",
      summary: { en: "further path probes of your own (YAML)", fr: "vos propres sondes de chemins (YAML)" },
    },
    {
      name: "ports",
      value: "LIST",
      summary: {
        en: "ports of the hosts probe: 22,80,8000-8010",
        fr: "ports de la sonde hosts : 22,80,8000-8010",
      },
    },
    {
      name: "dry-run",
      summary: {
        en: "print what would be contacted, and contact nothing but the name resolver",
        fr: "imprimer ce qui serait contacté, sans rien contacter d’autre que le résolveur de noms",
      },
    },
  ],
};

export const NETWORK_OPTIONS: OptionGroup = {
  title: { en: "How it is reached", fr: "Comment l’atteindre" },
  options: [
    {
      name: "pace",
      value: "PACE",
      summary: { en: "gentle, normal (default) or fast", fr: "gentle (doux), normal (par défaut) ou fast (rapide)" },
    },
    {
      name: "resolve",
      value: "HOST=ADDRESS",
      multiple: true,
      summary: { en: "pin a name to an address", fr: "associer un nom à une adresse" },
    },
    {
      name: "resolver",
      value: "ADDRESS",
      summary: { en: "the DNS server to ask for records", fr: "le serveur DNS à interroger" },
    },
    {
      name: "ca",
      value: "FILE",
      multiple: true,
      summary: {
        en: "a further trusted root (PEM), named in the report",
        fr: "une racine de confiance de plus (PEM), nommée dans le rapport",
      },
    },
    {
      name: "allow-private",
      summary: { en: "allow private and loopback addresses", fr: "admettre les adresses privées et locales" },
    },
    {
      name: "proxy",
      value: "URL",
      summary: {
        en: "HTTP proxy for the HTTP probes (default: https_proxy, http_proxy and no_proxy of the environment)",
        fr: "proxy HTTP des sondes HTTP (par défaut : https_proxy, http_proxy et no_proxy de l’environnement)",
      },
    },
    {
      name: "contact",
      value: "ADDRESS",
      summary: {
        en: "an e-mail or web address for the User-Agent: whom the owner of a server may write to",
        fr: "une adresse e-mail ou web dans le User-Agent : à qui le responsable d’un serveur peut écrire",
      },
    },
    {
      name: "site-deadline",
      value: "SECONDS",
      summary: {
        en: "cut a site off after so long; what is known is kept (default 900)",
        fr: "arrêter un site après ce délai ; ce qui est connu est gardé (900 par défaut)",
      },
    },
    {
      name: "budget",
      value: "N",
      summary: {
        en: "at most so many requests in all (default 600)",
        fr: "nombre maximal de requêtes en tout (600 par défaut)",
      },
    },
    {
      name: "max-connections",
      value: "N",
      summary: {
        en: "connections open at a time, to all sites together (default 256)",
        fr: "connexions ouvertes à la fois, tous sites confondus (256 par défaut)",
      },
    },
  ],
};

export const ASSESS_OPTIONS: OptionGroup = {
  title: { en: "How it is judged", fr: "Comment c’est jugé" },
  options: [
    {
      name: "profile",
      value: "ID|FILE",
      summary: {
        en: 'merchant (default), strict, … or a file; "vigie profile list" names them',
        fr: "merchant (par défaut), strict, … ou un fichier ; « vigie profile list » les nomme",
      },
    },
    {
      name: "waivers",
      value: "FILE",
      summary: {
        en: "accepted findings, with reason and expiry",
        fr: "constats acceptés, avec motif et échéance",
      },
    },
    {
      name: "baseline",
      value: "latest|FILE",
      summary: {
        en: "a former report: its findings are known",
        fr: "un rapport précédent : ses constats sont connus",
      },
    },
    {
      name: "fail-on",
      value: "[new:]SEVERITY",
      summary: {
        en: "exit 1 on findings at or above critical, high, medium, low or info; new: only new ones",
        fr: "code 1 dès un constat de cette gravité (critical, high, medium, low, info) ; new: seulement s’il est nouveau",
      },
    },
    {
      name: "min-score",
      value: "N",
      summary: { en: "exit 1 when the score is under it", fr: "code 1 si le score est inférieur" },
    },
  ],
};

export const DATA_OPTION: OptionSpec = {
  name: "data",
  value: "DIR",
  summary: {
    en: "where history is kept (default: the XDG data directory)",
    fr: "où l’historique est gardé (par défaut : le répertoire de données XDG)",
  },
};

export const OUTPUT_OPTIONS: OptionGroup = {
  title: { en: "How it is told", fr: "Comment c’est présenté" },
  options: [
    {
      name: "format",
      value: "FORMAT",
      summary: {
        en: "on stdout: text (default), json, jsonl, html, markdown, sarif, junit, csv, prometheus, evidence",
        fr: "sur la sortie standard : text (par défaut), json, jsonl, html, markdown, sarif, junit, csv, prometheus, evidence",
      },
    },
    {
      name: "out",
      value: "FORMAT=PATH",
      multiple: true,
      summary: {
        en: "also write a file; evidence=PATH saves the evidence",
        fr: "écrire aussi un fichier ; evidence=CHEMIN garde les preuves",
      },
    },
    langOption({
      en: "language of the report (default: the locale's for people, en for machines)",
      fr: "langue du rapport (par défaut : celle de la session pour les lecteurs, en pour les machines)",
    }),
    {
      name: "brand",
      value: "FILE",
      summary: {
        en: "name, logo and colours of the HTML report (YAML)",
        fr: "nom, logo et couleurs du rapport HTML (YAML)",
      },
    },
    {
      name: "quiet",
      short: "q",
      summary: {
        en: "no progress on stderr; of a fleet only the sites with news",
        fr: "pas de suivi sur la sortie d’erreur ; d’une flotte, seulement les sites où il y a du nouveau",
      },
    },
    DATA_OPTION,
    { name: "no-save", summary: { en: "do not keep this run in the history", fr: "ne pas garder ce passage" } },
  ],
};

/** Which sites of a sites file. */
export const SELECTION_OPTIONS: readonly OptionSpec[] = [
  {
    name: "site",
    value: "GLOB",
    multiple: true,
    summary: { en: "only these site ids", fr: "seulement ces identifiants de site" },
  },
  {
    name: "tag",
    value: "TAG",
    multiple: true,
    summary: { en: "only sites with this tag", fr: "seulement les sites qui portent cette étiquette" },
  },
];

export const FLEET_OPTIONS: OptionGroup = {
  title: { en: "Many sites at once", fr: "Plusieurs sites à la fois" },
  options: [
    {
      name: "sites",
      value: "FILE",
      summary: { en: "scan the sites of this file", fr: "analyser les sites de ce fichier" },
    },
    ...SELECTION_OPTIONS,
    {
      name: "concurrency",
      value: "N",
      summary: { en: "sites at once (default 16)", fr: "sites menés de front (16 par défaut)" },
    },
    { name: "resume", summary: { en: "go on with an interrupted run", fr: "reprendre un passage interrompu" } },
    {
      name: "jitter",
      value: "SECONDS",
      summary: { en: "wait a random time before starting", fr: "attendre un temps aléatoire avant de commencer" },
    },
    {
      name: "log",
      value: "text|json",
      choices: ["text", "json"],
      summary: {
        en: "form of the log lines on stderr (default text)",
        fr: "forme des lignes de journal sur la sortie d’erreur (text par défaut)",
      },
    },
  ],
};

/** What `vigie` takes at a terminal without a command: everything that its screens make use of. */
export const TERMINAL_OPTIONS: readonly OptionGroup[] = [
  own({
    name: "screen-reader",
    summary: {
      en: "speak in plain lines instead of drawing screens (also INK_SCREEN_READER=true)",
      fr: "dire en lignes simples au lieu de dessiner des écrans (aussi INK_SCREEN_READER=true)",
    },
  }),
  some(FLEET_OPTIONS, "sites", "site", "tag", "concurrency"),
  without(SCAN_OPTIONS, "dry-run"),
  NETWORK_OPTIONS,
  some(ASSESS_OPTIONS, "profile", "waivers"),
  some(OUTPUT_OPTIONS, "lang", "brand", "data", "no-save"),
];
