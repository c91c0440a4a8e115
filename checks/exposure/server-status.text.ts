import type { ExposureText } from "./exposed.ts";

export const serverStatusText: ExposureText = {
  en: {
    title: "Status and statistics pages",
    pass: "No status or statistics page was found.",
    why: "Such pages show who looks at what: addresses of visitors, carts and password-reset links.",
  },
  fr: {
    title: "Pages d’état et de statistiques",
    pass: "Aucune page d’état ou de statistiques n’a été trouvée.",
    why: "Ces pages montrent qui consulte quoi : adresses des visiteurs, paniers et liens de réinitialisation.",
  },
};
