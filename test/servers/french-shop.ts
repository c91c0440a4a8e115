import { startShop, type Route, type Shop } from "./shop.ts";

/**
 * « Boulangerie du Port »: a French shop in a hurry. Orders in three instalments by IBAN, newsletter, customer account, loyalty
 * card and contact, with the mistakes that such shops make, each in one place.
 */
export async function startFrenchShop(): Promise<Shop> {
  return await startShop({ https: PAGES, http: CLEAR });
}

const GA = '<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>';
const HOTJAR =
  "<script>(function(h,o,t,j){j='https://static.hotjar.com/c/hotjar-'+h._hjSettings.hjid;})(window)</script>";
const FONT = '<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lora">';

const NEWSLETTER = `<form id="lettre" method="post" action="https://sibforms.com/serve/abc">
  <h2>Newsletter</h2>
  <label for="nl">Votre e-mail</label><input type="email" id="nl" name="EMAIL" required>
  <input type="checkbox" id="nlp" name="partenaires" checked>
  <label for="nlp">J'accepte de recevoir les offres de vos partenaires</label>
  <button>Je m'abonne à la newsletter</button>
</form>`;

const FOOTER = `<footer>
  <a href="/confidentialite">Politique de confidentialité</a> <a href="/mentions-legales">Mentions légales</a>
  <a href="/cgv">CGV</a>
</footer>`;

const FAR = `<p>${"Nos pains sont pétris à la main et cuits au feu de bois. ".repeat(20)}</p>`;

function page(title: string, body: string, head = ""): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}${FAR}${FOOTER}</body></html>`;
}

const PAGES: Readonly<Record<string, Route>> = {
  "/": page(
    "Boulangerie du Port",
    `<nav><a href="/connexion">Se connecter</a> <a href="/inscription">Créer un compte</a> <a href="/panier">Mon panier</a>
     <a href="/commande">Commander</a> <a href="/contact">Nous contacter</a></nav>${NEWSLETTER}`,
    GA + FONT,
  ),
  "/connexion": page(
    "Connexion",
    `<form method="post" action="/connexion"><h1>Se connecter</h1>
      <label for="e">E-mail</label><input type="email" id="e" name="email" required>
      <label for="p">Mot de passe</label><input type="password" id="p" name="password" autocomplete="current-password" required>
      <button>Connexion</button></form>`,
  ),
  "/inscription": page(
    "Créer un compte",
    `<form method="post" action="/inscription"><h1>Créer un compte</h1>
      <label for="n">Nom *</label><input id="n" name="lastname" required>
      <label for="f">Prénom *</label><input id="f" name="firstname" required>
      <label for="e">E-mail *</label><input type="email" id="e" name="email" required>
      <label for="t">Téléphone</label><input type="tel" id="t" name="phone">
      <label for="b">Date de naissance *</label><input type="date" id="b" name="birthday" required>
      <label for="p">Mot de passe *</label><input type="password" id="p" name="password" autocomplete="new-password" minlength="6" required>
      <input type="checkbox" id="o" name="newsletter" checked><label for="o">Je souhaite recevoir vos offres par e-mail et par SMS</label>
      <button>Créer mon compte</button></form>
     <form method="post" action="http://fidelite.boulangerie.test/carte"><h2>Carte de fidélité</h2>
      <label for="c">Numéro de carte de fidélité</label><input id="c" name="loyalty_number" required>
      <label for="ce">E-mail</label><input type="email" id="ce" name="email" required><button>Rattacher ma carte</button></form>`,
  ),
  "/panier": page("Panier", "<h1>Votre panier</h1>"),
  "/commande": page(
    "Paiement en 3 fois",
    `<form method="post" action="/paiement-3x"><h1>Paiement en trois fois sans frais</h1>
      <label for="n">Nom *</label><input id="n" name="nom" autocomplete="family-name" required>
      <label for="a">Adresse *</label><input id="a" name="adresse" autocomplete="address-line1" required>
      <label for="z">Code postal *</label><input id="z" name="cp" autocomplete="postal-code" required>
      <label for="e">E-mail *</label><input type="email" id="e" name="email" required>
      <label for="t">Téléphone *</label><input type="tel" id="t" name="tel" required>
      <label for="i">IBAN *</label><input id="i" name="iban" required>
      <label for="bic">BIC *</label><input id="bic" name="bic" required>
      <input type="checkbox" id="cgv" name="cgv" required><label for="cgv">J'accepte les CGV et je souhaite recevoir vos offres</label>
      <button>Payer en trois fois</button></form>${HOTJAR}`,
  ),
  "/paiement-3x": { status: 307, headers: { location: "http://boulangerie.test/paiement-3x/etape2" } },
  "/contact": page(
    "Contact",
    `<form method="get" action="/contact/envoi"><h1>Nous contacter</h1>
      <label for="n">Nom</label><input id="n" name="nom" required>
      <label for="e">E-mail</label><input type="email" id="e" name="email" required>
      <label for="m">Message</label><textarea id="m" name="message" required></textarea><button>Envoyer</button></form>`,
  ),
  "/confidentialite": page(
    "Politique de confidentialité",
    `<h1>Politique de confidentialité</h1>
     <p>Le responsable du traitement est la Boulangerie du Port. Nous utilisons vos données pour les finalités suivantes : vos commandes et nos offres.</p>
     <p>Nos destinataires : notre prestataire d'e-mailing Brevo. Vous disposez d'un droit d'accès et d'un droit d'opposition ; vous pouvez saisir la CNIL.</p>
     <p>${"Nous prenons soin de vos données et ne les vendons jamais. ".repeat(12)}</p>`,
  ),
  "/mentions-legales": page(
    "Mentions légales",
    `<p>Boulangerie du Port SARL, 12 rue des Lices, 13002 Marseille. SIREN 123 456 789. Téléphone sur place.</p><p>${"Hébergeur : OVH, Roubaix. ".repeat(25)}</p>`,
  ),
  "/cgv": page("CGV", `<p>${"Les présentes conditions générales de vente régissent les commandes. ".repeat(12)}</p>`),
};

/** Over http the whole shop answers as well: nobody made the redirect. */
const CLEAR: Readonly<Record<string, Route>> = PAGES;
