import type { ExposureText } from "./exposed.ts";

export const openInterfacesText: ExposureText = {
  en: {
    title: "Interfaces for programs",
    pass: "No interface for programs that was asked for invites attacks.",
    why: "An interface that nobody uses any more is a second door, without the guards of the first.",
  },
  fr: {
    title: "Interfaces pour programmes",
    pass: "Aucune interface pour programmes n’invite aux attaques parmi celles demandées.",
    why: "Une interface que plus personne n’utilise est une seconde porte, sans les gardes de la première.",
  },
};
