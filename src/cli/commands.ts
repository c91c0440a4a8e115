import type { Command } from "./command.ts";
import {
  ASSESS_OPTIONS,
  DATA_OPTION,
  FLEET_OPTIONS,
  formatOption,
  langOption,
  NETWORK_OPTIONS,
  OUTPUT_OPTIONS,
  own,
  SCAN_OPTIONS,
  SELECTION_OPTIONS,
  some,
  without,
} from "./option-specs.ts";
import type { OptionGroup } from "./options.ts";

/** What register and scripts need of a scan: pages, and how to reach them. */
const PAGES_ONLY: readonly OptionGroup[] = [
  some(SCAN_OPTIONS, "page", "host", "processor"),
  without(NETWORK_OPTIONS, "resolver"),
];

/** Every command, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  {
    name: "scan",
    usage: "URL | --sites FILE",
    words: 1,
    summary: {
      en: "look at a site and its hosts, and report",
      fr: "examiner un site et ses hôtes, et rendre un rapport",
    },
    groups: [SCAN_OPTIONS, NETWORK_OPTIONS, ASSESS_OPTIONS, OUTPUT_OPTIONS, FLEET_OPTIONS],
    examples: [
      "vigie scan www.boulangerie.example",
      'vigie scan www.boulangerie.example --authorised "Claire Martin" --out html=report.html',
      "vigie scan --sites sites.yaml --fail-on new:high --format json",
    ],
    load: async () => (await import("./commands/scan.ts")).scan,
  },
  {
    name: "demo",
    usage: "[--fixed] [--serve]",
    words: 0,
    summary: {
      en: "scan the embedded demo shop, a small French shop run by somebody in a hurry",
      fr: "examiner la boutique de démonstration, tenue par quelqu’un de pressé",
    },
    groups: [
      own(
        { name: "fixed", summary: { en: "the same shop, repaired", fr: "la même boutique, réparée" } },
        {
          name: "serve",
          summary: {
            en: "only serve the shop and say where, until Ctrl-C",
            fr: "seulement servir la boutique et dire où, jusqu’à Ctrl-C",
          },
        },
        {
          name: "pace",
          value: "PACE",
          summary: { en: "gentle, normal or fast (default)", fr: "gentle (doux), normal ou fast (rapide, par défaut)" },
        },
      ),
      some(ASSESS_OPTIONS, "profile", "fail-on", "min-score"),
      without(OUTPUT_OPTIONS, "data", "no-save"),
    ],
    examples: ["vigie demo --lang fr --out html=demo.html", "vigie demo --serve"],
    load: async () => (await import("./commands/demo.ts")).demo,
  },
  {
    name: "assess",
    usage: "EVIDENCE",
    words: 1,
    summary: {
      en: "judge saved evidence under a profile, without network",
      fr: "juger des preuves gardées selon un profil, sans réseau",
    },
    groups: [ASSESS_OPTIONS, without(OUTPUT_OPTIONS, "no-save")],
    examples: [
      "vigie assess evidence.json --profile strict",
      "vigie scan www.boulangerie.example --format evidence | vigie assess - --profile rgpd",
    ],
    load: async () => (await import("./commands/assess.ts")).assessCommand,
  },
  {
    name: "probe",
    usage: "tls|http|pages|paths|dns|hosts TARGET",
    words: 2,
    summary: {
      en: "print one probe's evidence: the tool's own microscope",
      fr: "imprimer les preuves d’une seule sonde : le microscope de l’outil",
    },
    groups: [
      own(
        formatOption(["json", "text"], {
          en: "text is for dns, tls and hosts (default json)",
          fr: "text pour dns, tls et hosts (json par défaut)",
        }),
        langOption({ en: "language of the text", fr: "langue du texte" }),
        {
          name: "starttls",
          value: "PROTO",
          summary: {
            en: "tls: smtp, imap, pop3, ftp, postgres or mysql first",
            fr: "tls : d’abord smtp, imap, pop3, ftp, postgres ou mysql",
          },
        },
        {
          name: "sni",
          value: "NAME",
          summary: { en: "tls: the server name to ask for", fr: "tls : le nom de serveur demandé" },
        },
      ),
      without(SCAN_OPTIONS, "dry-run", "only"),
      NETWORK_OPTIONS,
    ],
    examples: [
      "vigie probe tls www.boulangerie.example --format text",
      "vigie probe tls mail.boulangerie.example:25 --starttls smtp",
    ],
    load: async () => (await import("./commands/probe.ts")).probe,
  },
  {
    name: "forms",
    usage: "URL|FILE|-",
    words: 1,
    summary: {
      en: "what each form of a page collects, and where it sends it",
      fr: "ce que chaque formulaire d’une page recueille, et où il l’envoie",
    },
    groups: [
      own(formatOption(["text", "json"]), langOption({ en: "language of the text", fr: "langue du texte" }), {
        name: "base",
        value: "URL",
        summary: { en: "the address that a saved page had", fr: "l’adresse qu’avait une page enregistrée" },
      }),
      without(NETWORK_OPTIONS, "resolver", "site-deadline"),
    ],
    examples: ["vigie forms https://www.boulangerie.example/contact", "vigie forms saved.html --format json"],
    load: async () => (await import("./commands/forms.ts")).forms,
  },
  {
    name: "checks",
    usage: "[ID]",
    words: 1,
    summary: {
      en: "list the checks, or explain one like a manual page",
      fr: "la liste des vérifications, ou l’explication de l’une d’elles",
    },
    groups: [
      own(
        formatOption(["text", "markdown", "json"], {
          en: "default text; markdown is the whole catalogue",
          fr: "text par défaut ; markdown donne tout le catalogue",
        }),
        langOption({ en: "language", fr: "langue" }),
        {
          name: "profile",
          value: "ID|FILE",
          summary: {
            en: "tell the weight and severities of this profile",
            fr: "dire le poids et les gravités de ce profil",
          },
        },
      ),
    ],
    examples: ["vigie checks headers/hsts --lang fr"],
    load: async () => (await import("./commands/checks.ts")).checks,
  },
  {
    name: "profile",
    usage: "check FILE | show ID|FILE | list",
    words: 2,
    summary: {
      en: "check a profile, or print it resolved with every default",
      fr: "contrôler un profil, ou l’imprimer avec toutes ses valeurs par défaut",
    },
    groups: [own(formatOption(["yaml", "json"], { en: "of show (default yaml)", fr: "de show (yaml par défaut)" }))],
    examples: ["vigie profile show merchant", "vigie profile check my-shops.yaml"],
    load: async () => (await import("./commands/profile.ts")).profile,
  },
  {
    name: "report",
    usage: "RUN|SITE|EVIDENCE | --sites FILE --dir DIR",
    words: 1,
    summary: {
      en: "tell a saved scan again in any format, or write one report per client",
      fr: "présenter à nouveau une analyse gardée, ou écrire un rapport par client",
    },
    groups: [
      some(ASSESS_OPTIONS, "profile", "waivers"),
      {
        title: OUTPUT_OPTIONS.title,
        options: [
          ...without(OUTPUT_OPTIONS, "quiet", "no-save").options,
          {
            name: "share",
            summary: {
              en: "leave out addresses, operators' names and masked values",
              fr: "sans les adresses, les noms des opérateurs ni les valeurs masquées",
            },
          },
        ],
      },
      {
        title: { en: "One report per client", fr: "Un rapport par client" },
        options: [
          {
            name: "sites",
            value: "FILE",
            summary: { en: "one report per client of this file", fr: "un rapport par client de ce fichier" },
          },
          ...SELECTION_OPTIONS,
          {
            name: "dir",
            value: "DIR",
            summary: { en: "where the clients' reports go", fr: "où vont les rapports des clients" },
          },
        ],
      },
    ],
    examples: [
      "vigie report boulangerie.example --format html > report.html",
      "vigie report --sites sites.yaml --dir reports --brand brand.yaml",
    ],
    load: async () => (await import("./commands/report.ts")).report,
  },
  {
    name: "register",
    usage: "URL | RUN|SITE|EVIDENCE",
    words: 1,
    summary: {
      en: "the draft of a record of processing activities, from what was seen",
      fr: "le projet de registre des activités de traitement, d’après ce qui a été vu",
    },
    groups: [
      own(
        formatOption(["markdown", "csv", "json"]),
        langOption({ en: "language of the draft", fr: "langue du projet" }),
        DATA_OPTION,
      ),
      ...PAGES_ONLY,
    ],
    examples: ["vigie register https://www.boulangerie.example --lang fr > registre.md"],
    load: async () => (await import("./commands/register.ts")).register,
  },
  {
    name: "scripts",
    usage: "URL | RUN|SITE|EVIDENCE",
    words: 1,
    summary: {
      en: "the scripts of the payment pages with hash, owner and integrity (PCI DSS 6.4.3, 11.6.1)",
      fr: "les scripts des pages de paiement : empreinte, propriétaire, intégrité (PCI DSS 6.4.3, 11.6.1)",
    },
    groups: [own(formatOption(["json", "csv"]), DATA_OPTION), ...PAGES_ONLY],
    examples: ["vigie scripts boulangerie.example --format csv > scripts.csv"],
    load: async () => (await import("./commands/scripts.ts")).scripts,
  },
  {
    name: "history",
    usage: "[SITE] | export FILE | backup FILE",
    words: 2,
    summary: {
      en: "the runs that are kept: of all sites, or of one",
      fr: "les passages gardés : de tous les sites, ou d’un seul",
    },
    groups: [own(formatOption(["text", "json"]), DATA_OPTION)],
    examples: ["vigie history boulangerie.example", "vigie history backup vigie.sqlite"],
    load: async () => (await import("./commands/history.ts")).history,
  },
  {
    name: "diff",
    usage: "A B",
    words: 2,
    summary: {
      en: "what changed between two scans of a site, and why the score did",
      fr: "ce qui a changé entre deux analyses d’un site, et pourquoi le score a changé",
    },
    groups: [
      own(
        formatOption(["text", "json"]),
        {
          name: "profile",
          value: "ID|FILE",
          summary: {
            en: "judge both under this profile (default merchant)",
            fr: "juger les deux selon ce profil (merchant par défaut)",
          },
        },
        DATA_OPTION,
      ),
    ],
    examples: ["vigie diff boulangerie.example~1 boulangerie.example", "vigie diff before.json after.json"],
    load: async () => (await import("./commands/diff.ts")).diff,
  },
  {
    name: "trend",
    usage: "[SITE …]",
    words: Number.POSITIVE_INFINITY,
    summary: { en: "the scores over time, for a spreadsheet", fr: "les scores au fil du temps, pour un tableur" },
    groups: [own(formatOption(["csv", "json"]), DATA_OPTION)],
    examples: ["vigie trend > trend.csv"],
    load: async () => (await import("./commands/trend.ts")).trend,
  },
  {
    name: "sites",
    usage: "check FILE | list FILE | add FILE URL",
    words: 3,
    summary: { en: "check, list or extend a sites file", fr: "contrôler, lister ou compléter un fichier de sites" },
    groups: [
      own(
        {
          name: "id",
          value: "ID",
          summary: { en: "of the site that is added", fr: "identifiant du site ajouté" },
        },
        ...SELECTION_OPTIONS,
      ),
    ],
    examples: ["vigie sites add sites.yaml https://www.boulangerie.example --id boulangerie"],
    load: async () => (await import("./commands/sites.ts")).sites,
  },
  {
    name: "waivers",
    usage: "check FILE | prune FILE",
    words: 2,
    summary: {
      en: "waivers that expired or match nothing; prune removes the expired",
      fr: "les dérogations échues ou sans objet ; prune retire les échues",
    },
    groups: [own(DATA_OPTION)],
    examples: ["vigie waivers check waivers.yaml"],
    load: async () => (await import("./commands/waivers.ts")).waivers,
  },
  {
    name: "notify",
    usage: "test NAME",
    words: 2,
    summary: { en: "send a test notice to a webhook", fr: "envoyer un avis d’essai à un webhook" },
    groups: [
      own({
        name: "allow-private",
        summary: { en: "the webhook may have a private address", fr: "le webhook peut avoir une adresse privée" },
      }),
    ],
    examples: ["VIGIE_WEBHOOK_OPS=https://hooks.example/vigie vigie notify test ops"],
    load: async () => (await import("./commands/notify.ts")).notify,
  },
  {
    name: "schedule",
    usage: "print cron|systemd --sites FILE",
    words: 2,
    summary: { en: "what to install for a nightly run", fr: "ce qu’il faut installer pour un passage chaque nuit" },
    groups: [
      own({
        name: "sites",
        value: "FILE",
        summary: { en: "the sites file of the run", fr: "le fichier de sites du passage" },
      }),
    ],
    examples: ["vigie schedule print cron --sites sites.yaml"],
    load: async () => (await import("./commands/schedule.ts")).schedule,
  },
  {
    name: "forget",
    usage: "SITE",
    words: 1,
    summary: { en: "remove all that is stored of a site", fr: "effacer tout ce qui est gardé d’un site" },
    groups: [own(DATA_OPTION)],
    examples: ["vigie forget boulangerie.example"],
    load: async () => (await import("./commands/forget.ts")).forget,
  },
];

/** The command of that name; undefined when there is none. */
export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name);
}
