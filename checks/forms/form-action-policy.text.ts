import type { CheckText } from "../../src/core/check.ts";

export const formActionPolicyText = {
  en: {
    title: "Where browsers may send your forms",
    pass: "The content security policy says where forms may be sent.",
    why: "If somebody manages to change a page of yours, he can make the form send to himself. With form-action the browser refuses any address that you did not list.",
    outcomes: {
      missing:
        "{count} {count|page|pages} with personal data {count|sets|set} no form-action in the content security policy.",
      broad: "The form-action of {count} {count|page|pages} with personal data admits any host.",
    },
  },
  fr: {
    title: "Destinations permises des formulaires",
    pass: "La politique de sécurité du contenu indique où les formulaires peuvent être envoyés.",
    why: "Si quelqu’un parvient à modifier l’une de vos pages, il peut faire envoyer le formulaire chez lui. Avec form-action, le navigateur refuse toute adresse que vous n’avez pas prévue.",
    outcomes: {
      missing:
        "{count} {count|page|pages} avec données personnelles {count|ne définit|ne définissent} pas form-action dans la politique de sécurité du contenu.",
      broad: "Le form-action de {count} {count|page|pages} avec données personnelles autorise n’importe quel hôte.",
    },
  },
} as const satisfies CheckText<string>;
