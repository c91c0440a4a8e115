import type { CheckText } from "../../src/core/check.ts";

export const spfText = {
  en: {
    title: "Who may send mail in your name (SPF)",
    pass: "The domain says which servers may send its mail, and the others are refused or marked.",
    why: "Without a clear list of senders anybody can write to your customers under your address: a false invoice, a false delivery notice, a new IBAN.",
    outcomes: {
      absent: "{domain} has no SPF record.",
      "several-records": "{where} has several SPF records: receivers use none of them.",
      loop: "The SPF record of {where} leads back to itself: receivers drop it.",
      "too-many-lookups": "The SPF record of {domain} needs {lookups} look-ups; receivers stop at 10 and drop it.",
      "broken-include":
        "The SPF record of {domain} includes {where}, which has no SPF record: receivers drop the whole.",
      syntax: "The SPF record of {where} holds a term that receivers do not understand: they drop it.",
      "void-lookups":
        "The SPF record of {domain} names servers that do not exist ({where}); receivers stop after two and drop it.",
      "allows-everyone":
        "The SPF record of {where} lets every address pass: the whole world may send in the name of {domain}.",
      undecided: "The SPF record of {domain} does not say what to do with other senders.",
    },
  },
  fr: {
    title: "Qui peut envoyer des e-mails en votre nom (SPF)",
    pass: "Le domaine indique quels serveurs peuvent envoyer ses e-mails ; les autres sont refusés ou signalés.",
    why: "Sans liste claire des expéditeurs, n’importe qui peut écrire à vos clients avec votre adresse : fausse facture, faux avis de livraison, nouvel IBAN.",
    outcomes: {
      absent: "{domain} n’a pas d’enregistrement SPF.",
      "several-records": "{where} a plusieurs enregistrements SPF : les destinataires n’en retiennent aucun.",
      loop: "L’enregistrement SPF de {where} renvoie à lui-même : les destinataires l’ignorent.",
      "too-many-lookups":
        "L’enregistrement SPF de {domain} demande {lookups} résolutions DNS ; les destinataires s’arrêtent à 10 et l’ignorent.",
      "broken-include":
        "L’enregistrement SPF de {domain} inclut {where}, qui n’en a pas : les destinataires ignorent l’ensemble.",
      syntax:
        "L’enregistrement SPF de {where} contient un terme que les destinataires ne comprennent pas : ils l’ignorent.",
      "void-lookups":
        "L’enregistrement SPF de {domain} cite des serveurs qui n’existent pas ({where}) ; les destinataires s’arrêtent au-delà de deux et l’ignorent.",
      "allows-everyone":
        "L’enregistrement SPF de {where} laisse passer toutes les adresses : le monde entier peut envoyer au nom de {domain}.",
      undecided: "L’enregistrement SPF de {domain} ne dit pas que faire des autres expéditeurs.",
    },
  },
} as const satisfies CheckText<string>;
