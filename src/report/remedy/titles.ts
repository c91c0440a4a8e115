import type { Remedy } from "../../core/remedy.ts";
import type { LocalText, Parameters } from "../../core/text.ts";

/** A remedy in one line. */
export interface Title {
  readonly text: LocalText;
  readonly parameters: Parameters;
}

/** What a remedy asks for, as a sentence in the imperative (English) and to « vous » (French). */
export function titleOf(remedy: Remedy): Title {
  switch (remedy.action) {
    case "set-response-header":
      return title("Send the header {name}: {value}", "Envoyez l'en-tête {name}: {value}", {
        name: remedy.name,
        value: remedy.value,
      });
    case "remove-response-header":
      return title("Stop sending the header {name}", "N'envoyez plus l'en-tête {name}", { name: remedy.name });
    case "redirect-to-https":
      return title(
        "Redirect every http address of {host} to https, permanently",
        "Redirigez de façon permanente toutes les adresses http de {host} vers https",
        { host: remedy.host },
      );
    case "tls-setting":
      return { text: TLS_TITLES[remedy.setting], parameters: {} };
    case "certificate":
      return { text: CERTIFICATE_TITLES[remedy.change], parameters: { names: remedy.names ?? [] } };
    case "deny-path":
      return title("Refuse every request for {path}", "Refusez toute requête vers {path}", { path: remedy.path });
    case "protect-path":
      return title(
        "Put a password, an allow-list of addresses or a VPN in front of {path}",
        "Placez {path} derrière un mot de passe, une liste d'adresses autorisées ou un VPN",
        { path: remedy.path },
      );
    case "disable-listing":
      return title("Switch off directory listing for {path}", "Désactivez le listage de répertoire pour {path}", {
        path: remedy.path,
      });
    case "delete-file":
      return title("Delete {path} from the server", "Supprimez {path} du serveur", { path: remedy.path });
    case "rotate-secrets":
      return title(
        "Replace every password and key that was readable",
        "Remplacez chaque mot de passe et clé lisibles",
        {},
      );
    case "cookie-flag":
      return title("Set the cookie {cookie} with {flags}", "Déposez le cookie {cookie} avec {flags}", {
        cookie: remedy.cookie,
        flags: remedy.add,
      });
    case "edit-form":
      return title("Change the form", "Modifiez le formulaire", {});
    case "edit-page":
      return title("Change the page", "Modifiez la page", {});
    case "dns-record":
      return title(
        "Publish the DNS record {name} {type} {value}",
        "Publiez l'enregistrement DNS {name} {type} {value}",
        { name: remedy.name, type: remedy.type, value: remedy.value },
      );
    case "close-port":
      return title("Close port {port} ({service}) to the internet", "Fermez le port {port} ({service}) vu d'internet", {
        port: String(remedy.port),
        service: remedy.service,
      });
    case "service-setting":
      return title("Change the settings of {service}", "Modifiez les réglages de {service}", {
        service: remedy.service,
      });
    case "update-software":
      // Checks of the protocol know what is wrong, and not which library speaks it there.
      if (remedy.software === "TLS")
        return title("Update the server's TLS library", "Mettez à jour la bibliothèque TLS du serveur", {});
      return remedy.to === undefined
        ? title("Update {software}", "Mettez à jour {software}", { software: remedy.software })
        : title("Update {software} to {to} or later", "Mettez à jour {software} vers {to} ou une version ultérieure", {
            software: remedy.software,
            to: remedy.to,
          });
    case "ask-host":
      return title("Ask your host", "Demandez à votre hébergeur", {});
    case "review":
      return title("Check with whoever maintains the site", "Vérifiez avec la personne qui gère le site", {});
  }
}

function title(en: string, fr: string, parameters: Parameters): Title {
  return { text: { en, fr }, parameters };
}

const TLS_TITLES: Readonly<Record<Extract<Remedy, { action: "tls-setting" }>["setting"], LocalText>> = {
  protocols: { en: "Offer TLS 1.2 and TLS 1.3 only", fr: "N'acceptez que TLS 1.2 et TLS 1.3" },
  suites: {
    en: "Offer only cipher suites with forward secrecy and authenticated encryption",
    fr: "N'acceptez que des suites cryptographiques avec confidentialité persistante et chiffrement authentifié",
  },
  "server-order": {
    en: "Let the server choose the cipher suite",
    fr: "Laissez le serveur choisir la suite cryptographique",
  },
  groups: { en: "Offer modern key exchange groups", fr: "Proposez des groupes d'échange de clés modernes" },
  "dh-parameters": {
    en: "Use standard Diffie-Hellman parameters of 3072 bits, or none",
    fr: "Utilisez des paramètres Diffie-Hellman standard de 3072 bits, ou aucun",
  },
  "session-tickets": {
    en: "Rotate or switch off TLS session tickets",
    fr: "Renouvelez les clés des tickets de session TLS, ou désactivez-les",
  },
  compression: { en: "Switch off TLS compression", fr: "Désactivez la compression TLS" },
  "early-data": { en: "Switch off TLS early data (0-RTT)", fr: "Désactivez les données anticipées de TLS (0-RTT)" },
  stapling: { en: "Switch on OCSP stapling", fr: "Activez l'agrafage OCSP" },
  "sni-default": {
    en: "Refuse connections for names that the server does not serve",
    fr: "Refusez les connexions pour des noms que le serveur ne sert pas",
  },
  "client-certificate": {
    en: "Ask for client certificates only where they are needed",
    fr: "Ne demandez un certificat client que là où il est nécessaire",
  },
};

const CERTIFICATE_TITLES: Readonly<Record<Extract<Remedy, { action: "certificate" }>["change"], LocalText>> = {
  renew: { en: "Renew the certificate", fr: "Renouvelez le certificat" },
  replace: {
    en: "Replace the certificate by one from a public authority",
    fr: "Remplacez le certificat par celui d'une autorité publique",
  },
  "send-chain": {
    en: "Send the whole certificate chain, intermediates included",
    fr: "Envoyez toute la chaîne de certification, certificats intermédiaires compris",
  },
  "add-name": {
    en: "Get a certificate that also names {names}",
    fr: "Obtenez un certificat qui couvre aussi {names}",
  },
  "stronger-key": {
    en: "Get a certificate with a stronger key (ECDSA P-256, or RSA of 3072 bits)",
    fr: "Obtenez un certificat avec une clé plus forte (ECDSA P-256, ou RSA de 3072 bits)",
  },
  obtain: { en: "Get a certificate and switch https on", fr: "Obtenez un certificat et activez le https" },
  automate: { en: "Let the certificate renew by itself", fr: "Automatisez le renouvellement du certificat" },
};
