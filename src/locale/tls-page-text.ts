import type { LocalText } from "../core/text.ts";

/** Words of the TLS page (`vigie probe tls --format text`): for engineers, so terms of the trade stay as they are. */
export const TLS_PAGE_TEXT = {
  cost: {
    en: "{connections} connections, {in} bytes in, {out} out, {ms} ms",
    fr: "{connections} connexions, {in} octets reçus, {out} envoyés, {ms} ms",
  },
  complete: { en: "complete", fr: "complet" },
  incomplete: { en: "incomplete: {reason}", fr: "incomplet : {reason}" },
  versions: { en: "Versions and suites", fr: "Versions et suites" },
  serverOrder: { en: "the server's order", fr: "ordre du serveur" },
  clientOrder: { en: "the client's order", fr: "ordre du client" },
  unknownOrder: { en: "order not known", fr: "ordre inconnu" },
  partial: { en: "not all decided", fr: "liste partielle" },
  notOffered: { en: "not offered", fr: "non proposé" },
  notTested: { en: "not tested ({note})", fr: "non testé ({note})" },
  notTestedHere: { en: "not tested", fr: "non testé" },
  probes: { en: "{known}, {count} {count|handshake|handshakes}", fr: "{known}, {count} {count|échange|échanges}" },
  suite: { en: "Cipher suite", fr: "Suite cryptographique" },
  bits: { en: "Bits", fr: "Bits" },
  strength: { en: "Strength", fr: "Force" },
  rankLead: {
    en: "A figure is the place in the server's order; a dot, accepted where the server leaves the order to the client.",
    fr: "Un chiffre donne le rang dans l'ordre du serveur ; un point, une suite acceptée quand le serveur laisse l'ordre au client.",
  },
  accepted: { en: "accepted", fr: "acceptée" },
  notAccepted: { en: "not accepted", fr: "non acceptée" },
  measured: { en: "Measured", fr: "Mesuré" },
  endpointCost: {
    en: "{count} {count|handshake|handshakes}, {bytesIn:bytes} received, {bytesOut:bytes} sent",
    fr: "{count} {count|échange|échanges}, {bytesIn:bytes} reçus, {bytesOut:bytes} envoyés",
  },
  noTls: { en: "no TLS", fr: "sans TLS" },
  noForwardSecrecy: { en: "no FS", fr: "sans FS" },
  groups: { en: "Groups", fr: "Groupes" },
  postQuantum: { en: "post-quantum", fr: "post-quantique" },
  present: { en: "present: {groups}", fr: "présent : {groups}" },
  absent: { en: "absent", fr: "absent" },
  certificates: { en: "Certificates", fr: "Certificats" },
  trusted: { en: "trusted", fr: "de confiance" },
  untrusted: { en: "not trusted: {code}", fr: "pas de confiance : {code}" },
  wrongHost: { en: "wrong host name", fr: "autre nom d’hôte" },
  until: { en: "until {date}", fr: "jusqu’au {date}" },
  chain: { en: "chain ({order})", fr: "chaîne ({order})" },
  features: { en: "Features", fr: "Fonctions" },
  yes: { en: "yes", fr: "oui" },
  no: { en: "no", fr: "non" },
  none: { en: "none", fr: "aucun" },
  leftOut: { en: "Left out", fr: "Non examiné" },
  remarks: { en: "Remarks", fr: "Remarques" },
  variation: {
    en: "connections to this address differ ({what}): several servers behind it",
    fr: "les connexions à cette adresse diffèrent ({what}) : plusieurs serveurs derrière elle",
  },
  drift: { en: "Differences between addresses", fr: "Différences entre adresses" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** How strong a suite is. */
export const SUITE_STRENGTHS = {
  good: { en: "good", fr: "forte" },
  sufficient: { en: "sufficient", fr: "suffisante" },
  "phase-out": { en: "phase out", fr: "à abandonner" },
  insufficient: { en: "insufficient", fr: "insuffisante" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** How a fact is known. */
export const KNOWLEDGE_NAMES = {
  verified: { en: "verified", fr: "vérifié" },
  inferred: { en: "inferred", fr: "déduit" },
  incomplete: { en: "incomplete", fr: "incomplet" },
  "not-tested": { en: "not tested", fr: "non testé" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** The order of the certificates that a server sends. */
export const CHAIN_ORDERS = {
  ordered: { en: "in order", fr: "en ordre" },
  disordered: { en: "not in order", fr: "en désordre" },
  superfluous: { en: "with superfluous certificates", fr: "avec des certificats superflus" },
  incomplete: { en: "incomplete", fr: "incomplète" },
  "root-sent": { en: "in order, with the root", fr: "en ordre, avec la racine" },
  unknown: { en: "order not known", fr: "ordre inconnu" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Why a part of the enumeration was not made. */
export const LEFT_OUT_REASONS = {
  "needs-authorisation": { en: "needs authorisation", fr: "demande une autorisation" },
  budget: { en: "budget used up", fr: "budget épuisé" },
  throttled: { en: "the server slowed us down", fr: "le serveur a ralenti les connexions" },
  comparison: { en: "further address, compared in few handshakes", fr: "autre adresse, comparée en peu d’échanges" },
  "handshake-only": { en: "one ordinary handshake only", fr: "un seul échange ordinaire" },
  "unsupported-by-runtime": { en: "not possible with this runtime", fr: "impossible avec cet environnement" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Parts of the enumeration that may be left out, by code. */
export const LEFT_OUT_PARTS: Readonly<Record<string, LocalText>> = {
  enumeration: { en: "enumeration", fr: "inventaire complet" },
  "exotic-suites": { en: "exotic suites", fr: "suites rares" },
  sslv2: { en: "SSL 2.0", fr: "SSL 2.0" },
  suites: { en: "part of the suites", fr: "une partie des suites" },
  "suite-order": { en: "order of the suites", fr: "ordre des suites" },
  "legacy-groups": { en: "groups of old versions", fr: "groupes des versions anciennes" },
};

/** French for the notes that the evidence keeps in English: why a fact is not known, or what it rests on. */
export const NOTES_IN_FRENCH: Readonly<Record<string, string>> = {
  "needs authorisation": "demande une autorisation",
  "no handshake brought it": "aucun échange ne l'a montré",
  "only TLS 1.3 is spoken": "seul TLS 1.3 est parlé",
  "no protocol was offered": "aucun protocole n'a été proposé",
  "no CBC suite was chosen": "aucune suite CBC n'a été choisie",
  "no lower version to fall back to": "pas de version antérieure vers laquelle se replier",
  "not asked": "non demandé",
  "no question of it": "sans objet",
  "no whole handshake was completed": "aucun échange n'est allé à son terme",
  "no ticket": "pas de ticket",
  "no ticket was given": "aucun ticket n'a été donné",
  "no session was given": "aucune session n'a été donnée",
  "the second handshake failed": "le second échange a échoué",
  "TLS 1.3 was not negotiated": "TLS 1.3 n'a pas été négocié",
  "TLS 1.3 is not spoken": "TLS 1.3 n'est pas parlé",
  "the session could not be read": "la session n'a pas pu être lue",
  "no handshake asked for it": "aucun échange ne l'a demandé",
  "no finite-field Diffie-Hellman was chosen": "aucun Diffie-Hellman classique n'a été choisi",
  "no export RSA was chosen": "aucun RSA d'export n'a été choisi",
  "no ECDHE was chosen": "aucun ECDHE n'a été choisi",
  "no ECDHE in TLS 1.2 and older": "pas d'ECDHE jusqu'à TLS 1.2",
  "seen in one handshake only": "vu dans un seul échange",
  "no signature was shown in clear": "aucune signature n'a été montrée en clair",
  "fewer than two groups, or no TLS 1.3": "moins de deux groupes, ou pas de TLS 1.3",
};

/** What a server does when the name asked for is missing or unknown. */
export const SNI_OUTCOMES = {
  "same-certificate": { en: "same certificate", fr: "même certificat" },
  "other-certificate": { en: "another certificate", fr: "un autre certificat" },
  accepted: { en: "accepted", fr: "accepté" },
  rejected: { en: "rejected", fr: "refusé" },
  "no-answer": { en: "no answer", fr: "sans réponse" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** What a server asks of clients. */
export const CLIENT_CERTIFICATES = {
  none: { en: "not asked for", fr: "non demandé" },
  requested: { en: "requested", fr: "demandé" },
  required: { en: "required", fr: "exigé" },
} as const satisfies Readonly<Record<string, LocalText>>;

/** Names of the features, in the order of the page. */
export const TLS_FEATURE_NAMES = {
  alpn: { en: "ALPN", fr: "ALPN" },
  secureRenegotiation: { en: "secure renegotiation", fr: "renégociation sûre" },
  extendedMasterSecret: { en: "extended master secret", fr: "extended master secret" },
  encryptThenMac: { en: "encrypt-then-MAC", fr: "encrypt-then-MAC" },
  compression: { en: "compression", fr: "compression" },
  heartbeat: { en: "heartbeat extension", fr: "extension heartbeat" },
  fallbackScsv: { en: "fallback SCSV", fr: "fallback SCSV" },
  downgradeSentinel: { en: "downgrade sentinel", fr: "marque anti-repli" },
  sessionTickets: { en: "session tickets", fr: "tickets de session" },
  ticketLifetimeSeconds: { en: "ticket lifetime (s)", fr: "durée du ticket (s)" },
  resumption: { en: "resumption", fr: "reprise de session" },
  earlyData: { en: "early data (bytes)", fr: "données 0-RTT (octets)" },
  clientCertificate: { en: "client certificate", fr: "certificat client" },
  ocspStapling: { en: "OCSP stapling", fr: "agrafage OCSP" },
  scts: { en: "SCTs in the handshake", fr: "SCT dans l’échange" },
  certificateTypes: { en: "certificate key types", fr: "types de clé des certificats" },
  signatureSchemes: { en: "signature schemes", fr: "schémas de signature" },
  dh: { en: "Diffie-Hellman", fr: "Diffie-Hellman" },
  dhReuse: { en: "DH value reused", fr: "valeur DH réutilisée" },
  ecdhReuse: { en: "ECDH value reused", fr: "valeur ECDH réutilisée" },
  exportRsaBits: { en: "export RSA (bits)", fr: "RSA export (bits)" },
  chachaPriority: { en: "ChaCha20 first on request", fr: "ChaCha20 d’abord sur demande" },
  noSni: { en: "without SNI", fr: "sans SNI" },
  wrongSni: { en: "with an unknown SNI", fr: "SNI inconnu" },
} as const satisfies Readonly<Record<string, LocalText>>;
