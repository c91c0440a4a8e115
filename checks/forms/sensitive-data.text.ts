import type { CheckText } from "../../src/core/check.ts";

export const sensitiveDataText = {
  en: {
    title: "Sensitive data asked for",
    pass: "No form asks for data that the law protects more.",
    why: "Health, identity documents, social security numbers and data about children are protected more than others. A shop that asks for them needs a precise reason, and stronger protection.",
    outcomes: {
      "national-id": "The {form} on {page} asks for a national identity or social security number ({categories}).",
      "identity-document": "The {form} on {page} asks for an identity document ({categories}).",
      health: "The {form} on {page} asks about health.",
      "special-category": "The {form} on {page} asks for data of a special category ({categories}).",
      child: "The {form} on {page} asks for data about children.",
      finances: "The {form} on {page} asks about income or family status ({categories}).",
    },
  },
  fr: {
    title: "Données sensibles demandées",
    pass: "Aucun formulaire ne demande de données particulièrement protégées.",
    why: "La santé, les pièces d’identité, le numéro de sécurité sociale et les données sur les enfants sont plus protégés que les autres. Une boutique qui les demande doit avoir une raison précise et une protection renforcée.",
    outcomes: {
      "national-id": "Le {form} de {page} demande un numéro d’identité ou de sécurité sociale ({categories}).",
      "identity-document": "Le {form} de {page} demande une pièce d’identité ({categories}).",
      health: "Le {form} de {page} demande des informations de santé.",
      "special-category":
        "Le {form} de {page} demande des données sensibles au sens de l’article 9 ou 10 du RGPD ({categories}).",
      child: "Le {form} de {page} demande des données sur des enfants.",
      finances: "Le {form} de {page} demande les revenus ou la situation familiale ({categories}).",
    },
  },
} as const satisfies CheckText<string>;
