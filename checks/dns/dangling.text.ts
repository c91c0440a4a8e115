import type { CheckText } from "../../src/core/check.ts";

export const danglingText = {
  en: {
    title: "Names that lead nowhere",
    pass: "No name of the shop points to something that no longer exists.",
    why: "A forgotten name that still points to a service you left can be taken by a stranger, who then speaks to your customers, and reads their cookies, under your own address.",
    outcomes: {
      "claimable-alias":
        "{host} points to {target}, which no longer exists; at {service} a stranger may be able to claim it.",
      "dead-alias": "{host} points to {target}, which does not exist.",
      "alias-loop": "The alias of {host} leads round in circles.",
      "exchanger-alias": "The mail server {host} is an alias of {target}: some senders do not deliver to an alias.",
      "dead-exchanger": "The mail server {host} has no address: mail for you can be lost.",
    },
  },
  fr: {
    title: "Noms qui ne mènent nulle part",
    pass: "Aucun nom de la boutique ne pointe vers quelque chose qui n’existe plus.",
    why: "Un nom oublié qui pointe encore vers un service que vous avez quitté peut être repris par un inconnu : il s’adresse alors à vos clients, et lit leurs cookies, sous votre propre adresse.",
    outcomes: {
      "claimable-alias":
        "{host} pointe vers {target}, qui n’existe plus ; chez {service}, un inconnu peut peut-être le reprendre.",
      "dead-alias": "{host} pointe vers {target}, qui n’existe pas.",
      "alias-loop": "L’alias de {host} tourne en rond.",
      "exchanger-alias":
        "Le serveur de messagerie {host} est un alias de {target} : certains expéditeurs ne livrent pas à un alias.",
      "dead-exchanger": "Le serveur de messagerie {host} n’a pas d’adresse : des e-mails peuvent se perdre.",
    },
  },
} as const satisfies CheckText<string>;
