import type { CheckText } from "../../src/core/check.ts";

export const fallbackScsvText: CheckText<"missing" | "missing-modern"> = {
  en: {
    title: "Protection against downgrade",
    pass: "A forced step down to an older version is refused.",
    why: "Some programs try an older version of TLS when a connection fails. This signal lets the server notice that the failure was provoked by somebody on the network.",
    outcomes: {
      missing: "{host} does not refuse forced fallbacks (TLS_FALLBACK_SCSV) and still speaks old versions.",
      "missing-modern": "{host} ignores TLS_FALLBACK_SCSV; with TLS 1.2 and 1.3 only, there is little to fall back to.",
    },
  },
  fr: {
    title: "Protection contre le retour à une ancienne version",
    pass: "Un retour forcé à une version antérieure est refusé.",
    why: "Certains logiciels essaient une version plus ancienne de TLS quand une connexion échoue. Ce signal permet au serveur de remarquer que l’échec a été provoqué par quelqu’un sur le réseau.",
    outcomes: {
      missing: "{host} ne refuse pas les replis forcés (TLS_FALLBACK_SCSV) et accepte encore d’anciennes versions.",
      "missing-modern":
        "{host} ignore TLS_FALLBACK_SCSV ; avec TLS 1.2 et 1.3 seulement, il n’y a guère de repli possible.",
    },
  },
};
