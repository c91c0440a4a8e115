import type { Remedy } from "../core/remedy.ts";
import { cleanText, type Language, type LocalText, type Parameters } from "../core/text.ts";
import { say } from "../locale/say.ts";

const SENTENCES = {
  "set-response-header": {
    en: "Send the response header {name}: {value}",
    fr: "Envoyez l'en-tête de réponse {name} : {value}",
  },
  "remove-response-header": { en: "Remove the response header {name}.", fr: "Supprimez l'en-tête de réponse {name}." },
  "redirect-to-https": {
    en: "Redirect every http address of {host} to https, permanently (301 or 308).",
    fr: "Redirigez chaque adresse http de {host} vers https, de façon permanente (301 ou 308).",
  },
  "tls-setting": {
    en: "Change the TLS setting of the server: {what}.",
    fr: "Modifiez le réglage TLS du serveur : {what}.",
  },
  certificate: { en: "Certificate: {what}.", fr: "Certificat : {what}." },
  "deny-path": { en: "Refuse public access to {path}.", fr: "Interdisez l'accès public à {path}." },
  "protect-path": {
    en: "Allow {path} to known addresses only, or put a second login in front of it.",
    fr: "Réservez {path} à des adresses connues, ou placez une seconde authentification devant.",
  },
  "disable-listing": {
    en: "Switch off the directory listing of {path}.",
    fr: "Désactivez le listage du répertoire {path}.",
  },
  "delete-file": { en: "Delete {path} from the web root.", fr: "Supprimez {path} du dossier public du site." },
  "rotate-secrets": {
    en: "Change the secrets that were readable ({what}); treat them as known to others.",
    fr: "Changez les secrets qui étaient lisibles ({what}) ; considérez-les comme connus d'autrui.",
  },
  "cookie-flag": { en: "Add {add} to the cookie {cookie}.", fr: "Ajoutez {add} au cookie {cookie}." },
  "edit-form": { en: "Change the form: {change}.", fr: "Modifiez le formulaire : {change}." },
  "edit-page": { en: "Change the page: {change}.", fr: "Modifiez la page : {change}." },
  "dns-record": { en: "Publish in the DNS: {name} {type} {value}", fr: "Publiez dans le DNS : {name} {type} {value}" },
  "close-port": {
    en: "Close port {port} ({service}) to the Internet.",
    fr: "Fermez le port {port} ({service}) depuis Internet.",
  },
  "service-setting": { en: "Change the settings of {service}.", fr: "Modifiez les réglages de {service}." },
  "update-software": { en: "Update {software}.", fr: "Mettez à jour {software}." },
  "ask-host": { en: "Ask your web host about: {topic}.", fr: "Demandez à votre hébergeur : {topic}." },
  review: { en: "Review: {topic}.", fr: "À vérifier : {topic}." },
} as const satisfies Record<Remedy["action"], LocalText>;

const TLS_SETTINGS: Readonly<Record<string, LocalText>> = {
  protocols: { en: "protocol versions", fr: "versions de protocole" },
  suites: { en: "cipher suites", fr: "suites cryptographiques" },
  "server-order": { en: "the server's own order of suites", fr: "ordre des suites choisi par le serveur" },
  groups: { en: "key exchange groups", fr: "groupes d'échange de clés" },
  "dh-parameters": { en: "Diffie-Hellman parameters", fr: "paramètres Diffie-Hellman" },
  "session-tickets": { en: "session tickets", fr: "tickets de session" },
  compression: { en: "compression off", fr: "compression désactivée" },
  "early-data": { en: "early data off", fr: "données anticipées (0-RTT) désactivées" },
  stapling: { en: "OCSP stapling", fr: "agrafage OCSP" },
  "sni-default": { en: "the default site", fr: "site par défaut" },
  "client-certificate": { en: "client certificates", fr: "certificats clients" },
};

const CERTIFICATE_CHANGES: Readonly<Record<string, LocalText>> = {
  renew: { en: "renew it", fr: "renouvelez-le" },
  replace: {
    en: "replace it by one from a recognised authority",
    fr: "remplacez-le par celui d'une autorité reconnue",
  },
  "send-chain": {
    en: "send the whole chain, intermediates included",
    fr: "envoyez toute la chaîne, certificats intermédiaires compris",
  },
  "add-name": { en: "add the missing names", fr: "ajoutez les noms manquants" },
  "stronger-key": { en: "use a stronger key", fr: "utilisez une clé plus forte" },
  automate: { en: "automate the renewal (ACME)", fr: "automatisez le renouvellement (ACME)" },
};

/** What to do, in one sentence, whatever the server is. */
export function remedySentence(remedy: Remedy, language: Language): string {
  return say(SENTENCES[remedy.action], language, parametersOf(remedy, language));
}

function parametersOf(remedy: Remedy, language: Language): Parameters {
  switch (remedy.action) {
    case "tls-setting": {
      const list = remedy.versions ?? remedy.suites ?? remedy.groups ?? [];
      const what = TLS_SETTINGS[remedy.setting]?.[language] ?? remedy.setting;
      return { what: list.length === 0 ? what : `${what} (${list.join(", ")})` };
    }
    case "certificate": {
      const what = CERTIFICATE_CHANGES[remedy.change]?.[language] ?? remedy.change;
      return { what: remedy.names === undefined ? what : `${what} (${remedy.names.join(", ")})` };
    }
    case "close-port":
      // A port is a name, not a quantity: no thousands separator.
      return { port: String(remedy.port), service: remedy.service };
    default:
      return Object.fromEntries(
        Object.entries(remedy).flatMap(([name, value]) =>
          typeof value === "string" || Array.isArray(value)
            ? [[name, Array.isArray(value) ? value.map((item) => cleanText(item)) : value]]
            : [],
        ),
      );
  }
}
