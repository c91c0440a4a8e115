import type { LocalText } from "../../core/text.ts";

/** What a remedy may break, by the id that checks give it. */
const CAUTIONS: Readonly<Record<string, LocalText>> = {
  "hsts-https-everywhere": {
    en: "Browsers will refuse http on this host for as long as max-age says. Start with max-age=300, check that every page, image and payment return address works over https, then raise it. Do not add preload: leaving that list takes months.",
    fr: "Les navigateurs refuseront http sur cet hôte pendant toute la durée de max-age. Commencez par max-age=300, vérifiez que chaque page, image et adresse de retour de paiement fonctionne en https, puis augmentez. N'ajoutez pas preload : sortir de cette liste prend des mois.",
  },
  "hsts-subdomains": {
    en: "includeSubDomains covers every sub-domain, those for mail, test and intranet included. List them before you add it.",
    fr: "includeSubDomains vaut pour tous les sous-domaines, y compris messagerie, préproduction et intranet. Faites-en la liste avant de l'ajouter.",
  },
  "csp-report-only-first": {
    en: "Send it first as Content-Security-Policy-Report-Only for two weeks, place a test order with every means of payment, add what the reports show, and only then enforce it.",
    fr: "Envoyez-la d'abord sous le nom Content-Security-Policy-Report-Only pendant deux semaines, passez une commande de test avec chaque moyen de paiement, ajoutez ce que les rapports signalent, et seulement alors appliquez-la.",
  },
  "csp-payment": {
    en: "The list holds the payment hosts that were seen on the pages. Your provider's documentation names the complete list, 3-D Secure pages included: add them before you enforce it.",
    fr: "La liste contient les hôtes de paiement vus sur les pages. La documentation de votre prestataire donne la liste complète, pages 3-D Secure comprises : ajoutez-les avant d'appliquer la politique.",
  },
  "framing-embeds": {
    en: "If another site of yours, an administration or a payment provider shows this page in a frame, use Content-Security-Policy: frame-ancestors 'self' https://THAT-SITE instead.",
    fr: "Si un autre de vos sites, une administration ou un prestataire de paiement affiche cette page dans un cadre, utilisez plutôt Content-Security-Policy: frame-ancestors 'self' https://CE-SITE.",
  },
  "coop-popups": {
    en: "Payment windows (PayPal, 3-D Secure) need to speak to the page that opened them: same-origin cuts that link, same-origin-allow-popups keeps it.",
    fr: "Les fenêtres de paiement (PayPal, 3-D Secure) doivent dialoguer avec la page qui les a ouvertes : same-origin coupe ce lien, same-origin-allow-popups le conserve.",
  },
  "permissions-payment": {
    en: "Do not add payment=(): Apple Pay, Google Pay and other wallets would stop working.",
    fr: "N'ajoutez pas payment=() : Apple Pay, Google Pay et les autres portefeuilles cesseraient de fonctionner.",
  },
  "samesite-payment-return": {
    en: "Use Lax and not Strict for the session: with Strict, a customer who comes back from the payment page is logged out. If your provider returns by POST, test one order before you go live.",
    fr: "Utilisez Lax et non Strict pour la session : avec Strict, un client qui revient de la page de paiement est déconnecté. Si votre prestataire renvoie le client en POST, testez une commande avant la mise en ligne.",
  },
  "cache-front": {
    en: "Empty the cache of your CDN, proxy or cache plugin afterwards: pages kept there earlier are still handed out.",
    fr: "Videz ensuite le cache de votre CDN, proxy ou extension de cache : les pages déjà conservées y sont encore distribuées.",
  },
  "sri-rolling": {
    en: "Only for files whose address names a version: a script that its publisher changes under the same address would be blocked at its next release.",
    fr: "Uniquement pour les fichiers dont l'adresse contient une version : un script que son éditeur modifie sous la même adresse serait bloqué à sa prochaine publication.",
  },
  "sni-default-clients": {
    en: "Very old clients send no name; they will no longer reach the server.",
    fr: "De très anciens clients n'envoient pas de nom ; ils n'atteindront plus le serveur.",
  },
  "old-clients": {
    en: "Clients from before 2014 (Android 4.3, Internet Explorer 10) will no longer connect. Look at your statistics first if you serve such devices.",
    fr: "Les clients d'avant 2014 (Android 4.3, Internet Explorer 10) ne pourront plus se connecter. Consultez d'abord vos statistiques si vous servez de tels appareils.",
  },
};

/** Every caution that checks may name. */
export const CAUTION_IDS: readonly string[] = Object.keys(CAUTIONS);

/** The text of a caution; null for an id that this version does not know. */
export function cautionText(id: string): LocalText | null {
  return Object.hasOwn(CAUTIONS, id) ? (CAUTIONS[id] ?? null) : null;
}
