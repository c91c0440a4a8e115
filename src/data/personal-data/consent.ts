import type { Phrases } from "./category.ts";

/** What a box asks a person to agree to. */
export interface ConsentKind {
  readonly id: string;
  readonly phrases: Phrases;
  readonly names: readonly string[];
}

/** Not personal data themselves: the proof, or the lack, of a choice (RGPD articles 4.11 and 7, CPCE L34-5). */
export const CONSENTS: readonly ConsentKind[] = [
  {
    id: "consent.marketing_email",
    phrases: {
      en: [
        "newsletters?",
        "mailing list",
        "(special|exclusive|latest|great) (offers|deals|news|updates)",
        "marketing",
        "promotion(s|al)",
        "keep me (updated|informed|posted|up to date)",
        "(receive|get|send me|email me|like) (e mails?|emails?|news|offers|updates|information about)*",
        "subscribe",
        "offers and (news|updates|promotions)",
        "news and offers",
        "special offers",
      ],
      fr: [
        "newsletters?",
        "(lettre d |bulletin d )information",
        "infolettre",
        "offres( commerciales| speciales| exclusives| promotionnelles| par| de)",
        "bons plans",
        "(recevoir|envoyez moi|m envoyer|adresse) (des |nos |les |vos |par |de |nos meilleures |toutes les |vos meilleures )?(offres|e mails?|mails|actualites|promotions|communications|nouveautes|infos|informations commerciales|nouvelles|bons plans)*",
        "prospection",
        "(abonn|inscri)(re|ez|vez|er|e)? (moi )?a (la|notre|votre) (newsletter|lettre)*",
        "tenu(e| e)? informe*",
        "sollicitations? commerciales?",
        "publicites?",
        "promotions",
        "demarchage",
      ],
      de: ["newsletter", "werbung", "angebote", "informationen per e ?mail", "werbliche*"],
      es: ["boletin", "newsletter", "ofertas", "promociones", "comunicaciones comerciales", "publicidad"],
      it: ["newsletter", "offerte", "promozioni", "comunicazioni commerciali", "finalita (di )?marketing"],
      nl: ["nieuwsbrief", "aanbiedingen", "reclame", "acties"],
      pt: ["newsletter", "ofertas", "promocoes", "comunicacoes (de marketing|comerciais)"],
    },
    names: [
      "newsletter*",
      "~newsletter",
      "opt ?in",
      "is ?subscribed",
      "accepts ?marketing",
      "buyer ?accepts ?marketing",
      "subscribe",
      "mailing*",
      "marketing",
      "mc ?4 ?wp*",
      "~optin",
      "abonnement newsletter",
      "no ?news",
    ],
  },
  {
    id: "consent.marketing_sms",
    phrases: {
      en: ["sms", "text messages?", "text me", "mms"],
      fr: ["sms", "textos?", "mms"],
      de: ["sms"],
      es: ["sms"],
      it: ["sms"],
      nl: ["sms"],
      pt: ["sms"],
    },
    names: ["sms ?(opt ?in|marketing|consent)?", "infos ?sms", "optin ?sms"],
  },
  {
    id: "consent.partners",
    phrases: {
      en: ["partners?", "third part(y|ies)", "affiliates", "selected companies"],
      fr: ["partenaires?", "societes (tierces|du groupe)", "tiers", "filiales"],
      de: ["partnern?", "partner ?unternehmen", "dritten?"],
      es: ["socios", "terceros", "colaboradores", "empresas del grupo"],
      it: ["partner", "terzi", "terze parti"],
      nl: ["partners", "derden"],
      pt: ["parceiros", "terceiros"],
    },
    names: ["partners?", "partenaires?", "third ?part*"],
  },
  {
    id: "consent.terms",
    phrases: {
      en: [
        "terms( (of|and) (service|use|sale|conditions))?",
        "terms conditions",
        "t c s?",
        "agree to the",
        "user agreement",
      ],
      fr: ["cgv", "cgu", "conditions generales", "conditions d utilisation", "conditions de vente", "les termes"],
      de: ["agb", "geschafts ?bedingungen", "nutzungs ?bedingungen", "widerruf*"],
      es: ["condiciones", "terminos"],
      it: ["condizioni", "termini"],
      nl: ["(algemene )?voorwaarden"],
      pt: ["termos", "condicoes"],
    },
    names: ["terms", "cgv", "cgu", "agb", "tos", "accept ?terms", "conditions"],
  },
  {
    id: "consent.privacy",
    phrases: {
      en: ["privacy", "personal data", "data protection", "gdpr"],
      fr: [
        "confidentialite",
        "vie privee",
        "donnees (personnelles|a caractere personnel)",
        "rgpd",
        "protection des donnees",
        "mes donnees",
      ],
      de: ["datenschutz*", "dsgvo", "personenbezogen*"],
      es: ["privacidad", "datos personales", "proteccion de datos", "rgpd"],
      it: ["privacy", "dati personali", "informativa", "gdpr"],
      nl: ["privacy*", "persoonsgegevens", "avg"],
      pt: ["privacidade", "dados pessoais", "protecao de dados", "rgpd"],
    },
    names: ["psgdpr", "customer ?privacy", "gdpr*", "rgpd*", "privacy*"],
  },
];

/** Words that turn a sentence round: a box beside them refuses (opt-out), or stands for "no". */
export const NEGATIONS: readonly string[] = [
  "(do|does|would|will) not (wish|want|like|agree|send|receive|contact|share)?",
  "don t (wish|want|send|contact)*",
  "(ne|n) (souhaite|veux|desire|voudrais|accepte|autorise|m envoyez|m oppose)_(pas|plus)",
  "m oppose",
  "ne (pas|plus) (recevoir|etre|m envoyer)*",
  "opt ?out",
  "unsubscribe",
  "nicht",
  "kein(e|en)?",
  "no (deseo|quiero|acepto|autorizo)",
  "non (desidero|voglio|acconsento|autorizzo|accetto)",
  "geen",
  "niet",
  "nao (desejo|quero|aceito|autorizo)",
];

/** A choice that says no: the other half of a yes-or-no question. */
export const NO_WORDS: readonly string[] = [
  "no",
  "non",
  "nein",
  "nee",
  "nao",
  "no thanks*",
  "non merci*",
  "jamais",
  "never",
  "aucun*",
  "none",
];

/** A choice that says yes. */
export const YES_WORDS: readonly string[] = [
  "yes*",
  "oui*",
  "ja*",
  "si",
  "sim",
  "j accepte*",
  "i agree*",
  "subscribe*",
  "1",
];
