import type { CheckText } from "../../src/core/check.ts";

export const personalDataInUrlText = {
  en: {
    title: "Personal data in addresses",
    pass: "Forms do not put personal data into addresses, and links hold none.",
    why: "What stands in an address is kept in the browser's history, in the server's logs, and is read by every analytics and advertising script on the next page.",
    outcomes: {
      "sent-in-address": "The {form} on {page} is sent by GET and puts into the address: {categories}.",
      "little-sent-in-address":
        "The {form} on {page} is sent by GET and puts into the address of the next page: {categories}.",
      "may-be-sent-in-address":
        "The {form} on {page} names no method: if its script does not run, it puts into the address: {categories}.",
      "in-links": "{page} holds {count} {count|address|addresses} with personal values ({examples}).",
      "in-foreign-address": "{page} hands personal values to {host} in the address of what it loads ({examples}).",
    },
  },
  fr: {
    title: "Données personnelles dans les adresses",
    pass: "Les formulaires ne placent pas de données personnelles dans les adresses, et les liens n’en contiennent pas.",
    why: "Ce qui figure dans une adresse reste dans l’historique du navigateur et dans les journaux du serveur, et se lit par tous les scripts de mesure et de publicité de la page suivante.",
    outcomes: {
      "sent-in-address": "Le {form} de {page} est envoyé par GET et place dans l’adresse : {categories}.",
      "little-sent-in-address":
        "Le {form} de {page} est envoyé par GET et place dans l’adresse de la page suivante : {categories}.",
      "may-be-sent-in-address":
        "Le {form} de {page} n’indique pas de méthode : si son script ne s’exécute pas, il place dans l’adresse : {categories}.",
      "in-links": "{page} contient {count} {count|adresse|adresses} avec des valeurs personnelles ({examples}).",
      "in-foreign-address":
        "{page} transmet des valeurs personnelles à {host} dans l’adresse de ce qu’elle charge ({examples}).",
    },
  },
} as const satisfies CheckText<string>;
