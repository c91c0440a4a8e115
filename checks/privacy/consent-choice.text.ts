import type { CheckText } from "../../src/core/check.ts";

export const consentChoiceText = {
  en: {
    title: "A refusal is respected, and as easy as an agreement",
    pass: "A refusal is respected, and as easy as an agreement.",
    why: "A button to refuse that changes nothing is worse than none. What happens after a click can only be seen in a browser.",
    outcomes: {},
  },
  fr: {
    title: "Refus respecté et aussi simple que l’accord",
    pass: "Le refus est respecté, et aussi simple que l’accord.",
    why: "Un bouton de refus sans effet est pire qu’une absence de bouton. Ce qui se passe après un clic ne se voit que dans un navigateur.",
    outcomes: {},
  },
} as const satisfies CheckText<string>;
