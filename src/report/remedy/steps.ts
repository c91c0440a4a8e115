import type { Remedy } from "../../core/remedy.ts";
import type { LocalText, Parameters } from "../../core/text.ts";
import type { Stack } from "./rendered.ts";
import { topicText } from "./topics/topics.ts";

export interface Step {
  readonly text: LocalText;
  readonly parameters: Parameters;
}

/** The sentences of a remedy that say what a person does, in order; empty where the lines for these stacks say it all. */
export function stepsOf(remedy: Remedy, stacks: readonly Stack[]): readonly Step[] {
  switch (remedy.action) {
    case "review":
    case "ask-host":
      return topic(remedy.topic, {});
    case "edit-form":
      return topic(remedy.change, { from: remedy.from ?? "…", to: remedy.to ?? "…" });
    case "edit-page":
      return topic(remedy.change, { element: remedy.element ?? "…" });
    case "redirect-to-https":
      return [step(AFTER_REDIRECT)];
    case "delete-file":
      return [step(DELETE)];
    case "rotate-secrets":
      return topicText(remedy.what) === null ? [step(ROTATE)] : [...topic(remedy.what, {}), step(ROTATE)];
    case "cookie-flag":
      return remedy.add.some((flag) => flag.startsWith("__")) ? [step(PREFIX)] : [];
    case "protect-path":
      return [step(PROTECT)];
    case "close-port":
      return [step(CLOSE_PORT, { port: String(remedy.port), service: remedy.service })];
    case "certificate":
      return [step(CERTIFICATE[remedy.change], { names: remedy.names ?? [] })];
    case "service-setting":
      return remedy.service === "sshd" ? [step(RELOAD_SSHD)] : [];
    case "update-software":
      return [step(UPDATE)];
    case "tls-setting":
      if (remedy.setting === "client-certificate") return [step(CLIENT_CERTIFICATE)];
      return remedy.setting === "sni-default" && stacks.includes("apache") ? [step(APACHE_FIRST_SITE)] : [];
    default:
      return [];
  }
}

/** A topic without a sentence prints as what it is called, so that a report from a later version still says something. */
function topic(id: string, parameters: Parameters): readonly Step[] {
  const text = topicText(id);
  return [text === null ? step(UNKNOWN_TOPIC, { topic: id.replaceAll(/[-_]/g, " ") }) : step(text, parameters)];
}

function step(text: LocalText, parameters: Parameters = {}): Step {
  return { text, parameters };
}

const UNKNOWN_TOPIC: LocalText = { en: "{topic}", fr: "{topic}" };

const AFTER_REDIRECT: LocalText = {
  en: "Behind a CDN or load balancer, switch its own redirect to https on instead.",
  fr: "Derrière un CDN ou un répartiteur de charge, activez plutôt sa propre redirection vers https.",
};

const DELETE: LocalText = {
  en: "Keep a copy off the web server if you still need it, and keep the access logs: they say who has read it.",
  fr: "Conservez-en une copie hors du serveur web si vous en avez encore besoin, et gardez les journaux d'accès : ils disent qui l'a lu.",
};

const ROTATE: LocalText = {
  en: "Do it after the file is closed, and consider what was readable as known.",
  fr: "Faites-le une fois le fichier fermé, et considérez comme connu ce qui était lisible.",
};

const RELOAD_SSHD: LocalText = {
  en: "Check with sshd -t, then systemctl reload ssh (sshd on some systems). Keep your session open until a second one has worked.",
  fr: "Vérifiez avec sshd -t, puis systemctl reload ssh (sshd sur certains systèmes). Gardez votre session ouverte jusqu'à ce qu'une seconde ait fonctionné.",
};

const PREFIX: LocalText = {
  en: "A prefix is part of the cookie's name, so it is changed in the application, not in the server: for PHP, session.name in php.ini.",
  fr: "Un préfixe fait partie du nom du cookie : il se change dans l'application et non dans le serveur (pour PHP, session.name dans php.ini).",
};

const PROTECT: LocalText = {
  en: "Make the password file with the command htpasswd -B -c, and give the address only to those who work with it.",
  fr: "Créez le fichier de mots de passe avec la commande htpasswd -B -c, et ne donnez l'adresse qu'à ceux qui s'en servent.",
};

const CLOSE_PORT: LocalText = {
  en: "In the host's firewall, allow port {port} only from the addresses that need {service}, or let it listen on 127.0.0.1.",
  fr: "Dans le pare-feu de l'hébergeur, n'autorisez le port {port} que depuis les adresses qui ont besoin de {service}, ou faites-le écouter sur 127.0.0.1.",
};

const UPDATE: LocalText = {
  en: "Make a backup, update on a copy first, and place a test order.",
  fr: "Faites une sauvegarde, mettez d'abord à jour une copie, puis passez une commande de test.",
};

const CLIENT_CERTIFICATE: LocalText = {
  en: "Move the request for a certificate to the host name or path that needs it.",
  fr: "Déplacez la demande de certificat vers le nom d'hôte ou le chemin qui en a besoin.",
};

const APACHE_FIRST_SITE: LocalText = {
  en: "Apache cannot refuse such a connection: it answers with its first site. Let it load the shop's before the others (on Debian: the file that comes first in sites-enabled).",
  fr: "Apache ne peut pas refuser une telle connexion : il répond avec son premier site. Faites-lui charger celui de la boutique avant les autres (sous Debian : le fichier qui vient en premier dans sites-enabled).",
};

const CERTIFICATE: Readonly<Record<Extract<Remedy, { action: "certificate" }>["change"], LocalText>> = {
  renew: {
    en: "With certbot: certbot renew, then reload the server. At a host: the domain's SSL page, “renew”.",
    fr: "Avec certbot : certbot renew, puis rechargez le serveur. Chez un hébergeur : la page SSL du domaine, « renouveler ».",
  },
  replace: {
    en: "Let's Encrypt and most hosts give one free of charge.",
    fr: "Let's Encrypt et la plupart des hébergeurs en fournissent un gratuitement.",
  },
  "send-chain": {
    en: "Use the file that holds the certificate and its intermediates (fullchain.pem with certbot).",
    fr: "Utilisez le fichier qui contient le certificat et ses intermédiaires (fullchain.pem avec certbot).",
  },
  "add-name": {
    en: "Order one certificate for all the names that visitors type, with and without www.",
    fr: "Demandez un certificat pour tous les noms que vos visiteurs saisissent, avec et sans www.",
  },
  "stronger-key": {
    en: "With certbot: certbot renew --force-renewal --key-type ecdsa.",
    fr: "Avec certbot : certbot renew --force-renewal --key-type ecdsa.",
  },
  obtain: {
    en: "Let's Encrypt and most hosts give one free of charge and renew it by themselves; with certbot: certbot --nginx or certbot --apache.",
    fr: "Let's Encrypt et la plupart des hébergeurs en délivrent un gratuitement et le renouvellent d'eux-mêmes ; avec certbot : certbot --nginx ou certbot --apache.",
  },
  automate: {
    en: "Certificates live 200 days since March 2026 and 47 from March 2029: renewal by hand will be forgotten. Use certbot, or your host's automatic certificates.",
    fr: "Un certificat dure au plus 200 jours depuis mars 2026, et 47 à partir de mars 2029 : un renouvellement manuel finit oublié. Utilisez certbot ou les certificats automatiques de votre hébergeur.",
  },
};
