import { probesOf, type ExposureProbe } from "./exposure.ts";

/** Places that name accounts. */
export const userEnumerationProbes: readonly ExposureProbe[] = probesOf("user-enumeration", [
  {
    id: "wp-users-rest",
    tier: "platform",
    severity: "low",
    platforms: ["wordpress", "woocommerce"],
    paths: ["/wp-json/wp/v2/users?per_page=5", "/?rest_route=/wp/v2/users&per_page=5"],
    firstBytes: 4096,
    html: "rejected",
    proof: { all: [/^\s*\[\s*\{\s*"id"\s*:\s*\d+/i, /"slug"\s*:\s*"/i] },
    title: { en: "WordPress user list public", fr: "Liste des utilisateurs WordPress publique" },
    why: {
      en: "It names the logins to try, often the shop manager’s.",
      fr: "Elle nomme les identifiants à essayer, souvent celui du gérant.",
    },
    advice: "wp-users",
  },
  {
    id: "wp-author-enum",
    tier: "platform",
    severity: "low",
    platforms: ["wordpress", "woocommerce"],
    paths: ["/?author=1"],
    firstBytes: 512,
    status: [301, 302],
    proof: { all: [/^location:[^\n]*\/author\/[^/\s]+/im] },
    where: "head",
    title: {
      en: "WordPress tells the login name of its first author",
      fr: "WordPress révèle l’identifiant de son premier auteur",
    },
    why: {
      en: "A known login is half of what a guesser needs.",
      fr: "Un identifiant connu, c’est la moitié du chemin.",
    },
    advice: "wp-authors",
  },
  {
    id: "wp-registration",
    tier: "platform",
    severity: "low",
    platforms: ["wordpress", "woocommerce"],
    paths: ["/wp-login.php?action=register"],
    firstBytes: 8192,
    html: "required",
    proof: { all: [/id="registerform"/im] },
    title: {
      en: "Account registration open outside the checkout",
      fr: "Création de compte ouverte hors du tunnel de commande",
    },
    why: {
      en: "Many holes of extensions only need a simple account.",
      fr: "Beaucoup de failles d’extensions n’exigent qu’un simple compte.",
    },
    advice: "wp-registration",
  },
  {
    id: "drupal-jsonapi-users",
    tier: "platform",
    severity: "medium",
    platforms: ["drupal"],
    paths: ["/jsonapi/user/user?page[limit]=2"],
    firstBytes: 4096,
    html: "rejected",
    proof: {
      all: [/"jsonapi"\s*:/im, /"type"\s*:\s*"user--user"/im],
      any: [/"(?:name|mail|display_name)"\s*:\s*"[^"]+"/im],
    },
    secret: true,
    stake: "customer-data",
    title: { en: "Drupal user list public", fr: "Liste des utilisateurs Drupal publique" },
    why: {
      en: "It gives names and sometimes e-mail addresses of accounts.",
      fr: "Elle donne des noms et parfois des adresses e-mail de comptes.",
    },
    advice: "restore-authentication",
  },
]);
