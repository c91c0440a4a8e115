import type { CheckText } from "../../src/core/check.ts";

export const compressionText: CheckText<"enabled"> = {
  en: {
    title: "TLS compression (CRIME)",
    pass: "TLS compression is off.",
    why: "When TLS compresses before it encrypts, the size of the packets gives secrets away. The CRIME attack steals session cookies in this way.",
    outcomes: { enabled: "{host} compresses what it encrypts, which CRIME exploits." },
  },
  fr: {
    title: "Compression TLS (CRIME)",
    pass: "La compression TLS est désactivée.",
    why: "Quand TLS compresse avant de chiffrer, la taille des paquets trahit des secrets. L’attaque CRIME vole ainsi des cookies de session.",
    outcomes: { enabled: "{host} compresse ce qu’il chiffre, ce qu’exploite CRIME." },
  },
};
