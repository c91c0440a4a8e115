import type { LocalText } from "../../../core/text.ts";

/** What to do about domain names, mail and services, where no line of a web server's configuration does it. */
export const HOST_TOPICS: Readonly<Record<string, LocalText>> = {
  "spf-several-records": {
    en: "Merge the SPF records into one: one v=spf1, every sender, one end.",
    fr: "Réunissez les enregistrements SPF en un seul : un seul v=spf1, tous les expéditeurs, une seule fin.",
  },
  "spf-loop": {
    en: "Take the include that leads back to the same record out.",
    fr: "Retirez l'include qui ramène au même enregistrement.",
  },
  "spf-too-many-lookups": {
    en: "Take out the senders that you no longer use, then name the others by network (ip4:, ip6:) where their documentation allows it. The sum of include, a, mx, exists and redirect must not exceed 10, nested ones included.",
    fr: "Retirez les expéditeurs que vous n'utilisez plus, puis remplacez les autres par leurs réseaux (ip4:, ip6:) quand leur documentation le permet. La somme des include, a, mx, exists et redirect, imbriqués compris, ne doit pas dépasser 10.",
  },
  "spf-broken-include": {
    en: "Correct or remove the include that has no SPF record: its service may have moved or closed.",
    fr: "Corrigez ou retirez l'include qui n'a pas d'enregistrement SPF : le service a pu changer d'adresse ou fermer.",
  },
  "spf-syntax": {
    en: "Correct the SPF record: terms are separated by spaces, and each begins with include:, a, mx, ip4:, ip6:, exists: or all.",
    fr: "Corrigez l'enregistrement SPF : les termes sont séparés par des espaces et commencent par include:, a, mx, ip4:, ip6:, exists: ou all.",
  },
  "dmarc-step-by-step": {
    en: "Begin with p=none for two to four weeks and read the reports: each service that sends for you must pass SPF or DKIM under your domain. Then p=quarantine, then p=reject.",
    fr: "Commencez par p=none pendant deux à quatre semaines et lisez les rapports : chaque service qui envoie pour vous doit réussir SPF ou DKIM sous votre domaine. Passez ensuite à p=quarantine, puis à p=reject.",
  },
  "mta-sts-publish": {
    en: "Serve the policy at https://mta-sts.YOUR-DOMAIN/.well-known/mta-sts.txt with a valid certificate and without a redirect, name every mail server in it, begin with mode: testing, and announce it with a TXT record at _mta-sts (v=STSv1; id=…).",
    fr: "Publiez la politique à l'adresse https://mta-sts.VOTRE-DOMAINE/.well-known/mta-sts.txt avec un certificat valide et sans redirection, citez-y chaque serveur de messagerie, commencez par mode: testing, puis annoncez-la par un enregistrement TXT sur _mta-sts (v=STSv1; id=…).",
  },
  "dns-remove-alias": {
    en: "Delete the alias at your domain registrar, or point it to the service that replaces the old one.",
    fr: "Supprimez l'alias chez votre bureau d'enregistrement, ou faites-le pointer vers le service qui remplace l'ancien.",
  },
  "dns-repair-exchanger": {
    en: "Remove the MX record of the server that no longer exists, or give the server its address again.",
    fr: "Retirez l'enregistrement MX du serveur qui n'existe plus, ou rendez son adresse au serveur.",
  },
  "dnssec-switch-on": {
    en: "Ask your registrar to switch DNSSEC on; with most it is one box, free of charge.",
    fr: "Demandez à votre bureau d'enregistrement d'activer DNSSEC ; chez la plupart, c'est une case à cocher, sans frais.",
  },
  "dns-second-server": {
    en: "Ask your registrar for a second name server in another network.",
    fr: "Demandez à votre bureau d'enregistrement un second serveur de noms, dans un autre réseau.",
  },
};
