import type { CheckText } from "../../src/core/check.ts";

export const sslv3PoodleText: CheckText<"enabled"> = {
  en: {
    title: "SSL 3.0 (POODLE)",
    pass: "SSL 3.0 is switched off.",
    why: "SSL 3.0 dates from 1996. With the POODLE attack somebody on the same network can read session cookies, and with them take over a customer's account.",
    outcomes: { enabled: "{host} still speaks SSL 3.0, which POODLE breaks." },
  },
  fr: {
    title: "SSL 3.0 (POODLE)",
    pass: "SSL 3.0 est désactivé.",
    why: "SSL 3.0 date de 1996. Avec l’attaque POODLE, une personne présente sur le même réseau peut lire les cookies de session et s’emparer ainsi du compte d’un client.",
    outcomes: { enabled: "{host} accepte encore SSL 3.0, que casse POODLE." },
  },
};
