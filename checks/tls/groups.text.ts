import type { CheckText } from "../../src/core/check.ts";

export const groupsText: CheckText<"weak" | "not-in-policy"> = {
  en: {
    title: "Groups of the key exchange",
    pass: "The key exchange uses only strong groups.",
    why: "The group is the mathematics in which two strangers agree on a secret. With a small one, the secret of a connection can be computed by somebody who recorded it.",
    outcomes: {
      weak: "{host} accepts curves that are too small: {groups}.",
      "not-in-policy": "{host} accepts groups that the chosen profile does not list: {groups}.",
    },
  },
  fr: {
    title: "Groupes de l’échange de clés",
    pass: "L’échange de clés n’utilise que des groupes solides.",
    why: "Le groupe est la structure mathématique dans laquelle deux inconnus conviennent d’un secret. S’il est petit, celui qui a enregistré une connexion peut en calculer le secret.",
    outcomes: {
      weak: "{host} accepte des courbes trop petites : {groups}.",
      "not-in-policy": "{host} accepte des groupes absents de la liste du profil choisi : {groups}.",
    },
  },
};
