import type { Remedy } from "../../core/remedy.ts";
import type { LocalText } from "../../core/text.ts";

/** What a merchant can change where somebody else runs the server. */
interface HostedPlatform {
  readonly name: string;
  /** Said instead of lines, by action; every other server action gets the general sentence. */
  readonly says: Partial<Readonly<Record<Remedy["action"], LocalText>>>;
}

const HTTPS_IS_FORCED: LocalText = {
  en: "{platform} redirects to https by itself once the domain is connected to it and its certificate is issued: check the domain's state in the administration.",
  fr: "{platform} redirige vers https de lui-même dès que le domaine y est rattaché et son certificat émis : vérifiez l'état du domaine dans l'administration.",
};

/** Platforms that run the server for the merchant. Source: their public help pages, read in November 2026. */
const HOSTED: Readonly<Record<string, HostedPlatform>> = {
  shopify: { name: "Shopify", says: { "redirect-to-https": HTTPS_IS_FORCED } },
  bigcommerce: {
    name: "BigCommerce",
    says: {
      "redirect-to-https": HTTPS_IS_FORCED,
      "set-response-header": {
        en: "In BigCommerce's administration, the store's security settings offer HSTS, framing and content security policy. Other headers cannot be changed.",
        fr: "Dans l'administration de BigCommerce, les réglages de sécurité de la boutique proposent HSTS, l'affichage en cadre et la politique de sécurité du contenu. Les autres en-têtes ne peuvent pas être modifiés.",
      },
    },
  },
  wix: { name: "Wix", says: { "redirect-to-https": HTTPS_IS_FORCED } },
  squarespace: {
    name: "Squarespace",
    says: {
      "redirect-to-https": {
        en: "In Squarespace's SSL settings, choose the secure mode, and its HSTS option.",
        fr: "Dans les réglages SSL de Squarespace, choisissez le mode sécurisé, avec son option HSTS.",
      },
    },
  },
  wizishop: { name: "WiziShop", says: {} },
  sfcc: { name: "Salesforce Commerce Cloud", says: {} },
};

const SERVER_ACTIONS: ReadonlySet<Remedy["action"]> = new Set<Remedy["action"]>([
  "set-response-header",
  "remove-response-header",
  "redirect-to-https",
  "tls-setting",
  "certificate",
  "deny-path",
  "protect-path",
  "disable-listing",
  "delete-file",
  "cookie-flag",
  "close-port",
  "service-setting",
  "update-software",
]);

const CANNOT: LocalText = {
  en: "On {platform} you cannot change this: {platform} runs the server. Send this finding to its support.",
  fr: "Sur {platform}, vous ne pouvez pas modifier ce point : c'est {platform} qui gère le serveur. Transmettez ce constat à son assistance.",
};

export interface HostedAdvice {
  readonly text: LocalText;
  readonly platform: string;
  /** False where only the platform can act. */
  readonly changeable: boolean;
}

/** What to say of a remedy on a platform that runs the server itself; null where the merchant can act as usual. */
export function hostedAdvice(remedy: Remedy, platform: string | null): HostedAdvice | null {
  const hosted = platform !== null && Object.hasOwn(HOSTED, platform) ? HOSTED[platform] : undefined;
  if (hosted === undefined || !SERVER_ACTIONS.has(remedy.action)) return null;
  const own = hosted.says[remedy.action];
  return { text: own ?? CANNOT, platform: hosted.name, changeable: own !== undefined };
}
