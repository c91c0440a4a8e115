import { file, html, redirect, type Answer, type Router } from "./route.ts";

/** The same PrestaShop repaired: what a good small shop can look like without a security team. */
const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; script-src 'self'; " +
  "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; upgrade-insecure-requests";

const HEADERS: readonly (readonly [string, string])[] = [
  ["server", "nginx"],
  ["strict-transport-security", "max-age=63072000; includeSubDomains"],
  ["content-security-policy", POLICY],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "strict-origin-when-cross-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=()"],
  ["cross-origin-opener-policy", "same-origin-allow-popups"],
];

const PERSONAL: readonly (readonly [string, string])[] = [
  ...HEADERS,
  ["cache-control", "no-store"],
  ["set-cookie", "__Host-PHPSESSID=8sm2v0b1l2tq8n5c7f9d3k4j6h; Path=/; Secure; HttpOnly; SameSite=Lax"],
];

const TOKEN = `<input type="hidden" name="csrf_token" value="3f7a1c9e5b2d8460">`;

const NOTICE = `<p class="notice">Boulangerie Martin, responsable du traitement, utilise ces données pour traiter votre demande.
Vous pouvez y accéder, les corriger ou les effacer : <a href="/confidentialite">politique de confidentialité</a>. Les champs marqués d’un * sont obligatoires.</p>`;

const NEWSLETTER = `
<form action="/newsletter" method="post" id="newsletter">
  ${TOKEN}
  <h3>La lettre de la boulangerie</h3>
  <label for="nl-email">Votre adresse e-mail *</label>
  <input type="email" id="nl-email" name="email" autocomplete="email" required>
  <button>M’inscrire à la newsletter</button>
  <p>Une lettre par mois, désinscription en un clic. <a href="/confidentialite">Politique de confidentialité</a></p>
</form>`;

function page(title: string, main: string, newsletter = false): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${title} – Boulangerie Martin</title>
<link rel="stylesheet" href="/themes/classic/assets/css/theme.css">
<script src="/modules/ps_shoppingcart/ps_shoppingcart.js" defer></script>
</head>
<body>
<nav><a href="/">Accueil</a> <a href="/panier">Panier</a> <a href="/connexion">Connexion</a> <a href="/mon-compte">Mon compte</a> <a href="/commande">Commander</a> <a href="/contact">Contact</a></nav>
<main>
<h1>${title}</h1>
${main}
</main>
<footer>${newsletter ? NEWSLETTER : ""}
<p><a href="/mentions-legales">Mentions légales</a> <a href="/cgv">Conditions générales de vente</a> <a href="/confidentialite">Politique de confidentialité</a></p>
</footer>
</body>
</html>`;
}

const HOME = page(
  "Pains et viennoiseries",
  `<p>Commandez avant 18 h, livré demain matin.</p>
<ul><li><a href="/pain-de-campagne">Pain de campagne, 4,20 €</a></li><li><a href="/brioche">Brioche, 7,50 €</a></li></ul>
<img src="/four.jpg" alt="Notre four">`,
  true,
);

const LOGIN = page(
  "Connexion",
  `<form action="/connexion" method="post">
  ${TOKEN}
  <label for="email">Adresse e-mail *</label><input id="email" name="email" type="email" autocomplete="username" required>
  <label for="password">Mot de passe *</label><input id="password" name="password" type="password" autocomplete="current-password" required>
  <button>Se connecter</button>
  ${NOTICE}
</form>`,
);

const ACCOUNT = page(
  "Créer un compte",
  `<form action="/mon-compte" method="post">
  ${TOKEN}
  <label for="firstname">Prénom *</label><input id="firstname" name="firstname" autocomplete="given-name" required>
  <label for="lastname">Nom *</label><input id="lastname" name="lastname" autocomplete="family-name" required>
  <label for="acc-email">E-mail *</label><input id="acc-email" name="email" type="email" autocomplete="email" required>
  <label for="acc-pass">Mot de passe * (12 caractères au moins)</label><input id="acc-pass" name="password" type="password" autocomplete="new-password" minlength="12" maxlength="128" required>
  <label><input type="checkbox" name="newsletter"> Je souhaite recevoir la lettre de la boulangerie par e-mail (facultatif)</label>
  <button>Créer mon compte</button>
  ${NOTICE}
</form>`,
);

const CHECKOUT = page(
  "Votre commande",
  `<form action="/commande" method="post" id="checkout">
  ${TOKEN}
  <label for="ck-name">Nom et prénom *</label><input id="ck-name" name="fullname" autocomplete="name" required>
  <label for="ck-email">E-mail *</label><input id="ck-email" name="email" type="email" autocomplete="email" required>
  <label for="ck-phone">Téléphone (facultatif, pour la livraison)</label><input id="ck-phone" name="phone" type="tel" autocomplete="tel">
  <label for="ck-address">Adresse de livraison *</label><input id="ck-address" name="address1" autocomplete="address-line1" required>
  <label for="ck-zip">Code postal *</label><input id="ck-zip" name="postcode" autocomplete="postal-code" required>
  <label for="ck-city">Ville *</label><input id="ck-city" name="city" autocomplete="address-level2" required>
  <label><input type="checkbox" name="newsletter" value="1"> Je souhaite recevoir la lettre de la boulangerie par e-mail (facultatif)</label>
  <p>Le paiement, en une ou trois fois, se fait ensuite sur la page de notre prestataire PayPlug.</p>
  <button>Continuer vers le paiement</button>
  ${NOTICE}
</form>`,
);

const CART = page("Votre panier", `<p>1 pain de campagne – 4,20 €</p><a href="/commande">Passer la commande</a>`);

const CONTACT = page(
  "Contact",
  `<form action="/contact" method="post">
  ${TOKEN}
  <label for="c-name">Votre nom *</label><input id="c-name" name="nom" autocomplete="name" required>
  <label for="c-mail">Votre e-mail *</label><input id="c-mail" name="email" type="email" autocomplete="email" required>
  <label for="c-msg">Message *</label><textarea id="c-msg" name="message" required></textarea>
  <button>Envoyer</button>
  ${NOTICE}
</form>`,
);

const PRIVACY = page(
  "Politique de confidentialité",
  `<h2>Responsable du traitement</h2><p>Boulangerie Martin SARL, 12 rue du Four, 69001 Lyon, SIREN 123 456 782, joignable à contact@bakery.test.</p>
<h2>Finalités et base légale</h2><p>Préparer et livrer vos commandes (base légale : exécution du contrat) ; vous envoyer notre lettre si vous l’avez demandée (base légale : votre consentement).</p>
<h2>Destinataires</h2><p>Notre prestataire de paiement PayPlug, notre prestataire d’e-mailing Brevo et notre transporteur Chronopost, sous-traitants ou responsables pour leur part.</p>
<h2>Durée de conservation</h2><p>Vos commandes sont conservées dix ans (obligation comptable), votre adresse e-mail jusqu’à votre désinscription.</p>
<h2>Vos droits</h2><p>Droit d’accès, de rectification, d’effacement et d’opposition : écrivez à contact@bakery.test. Vous pouvez vous désinscrire dans chaque lettre. Réclamation possible auprès de la CNIL.</p>
<p>Les champs obligatoires sont signalés par un astérisque.</p>`,
);

const LEGAL = page(
  "Mentions légales",
  `<p>Boulangerie Martin SARL au capital de 8 000 €, 12 rue du Four, 69001 Lyon. SIREN 123 456 782, RCS Lyon. Téléphone : 04 78 00 00 00.
Directrice de la publication : Claire Martin. Hébergeur : Exemple Hébergement SAS, 2 rue des Serveurs, 59100 Roubaix.</p>`,
);

const TERMS = page(
  "Conditions générales de vente",
  `<p>Les présentes conditions générales de vente s’appliquent à toute commande. Vous disposez d’un délai de rétractation de quatorze jours, sauf pour les denrées périssables. Prix en euros, toutes taxes comprises.</p>`,
);

/** RFC 9116: expires within a year of the day on which it is served. */
function securityText(at: Date): string {
  const expires = new Date(at.getTime() + 180 * 86_400_000).toISOString();
  return `Contact: mailto:securite@bakery.test\nExpires: ${expires}\nPreferred-Languages: fr, en\nCanonical: https://bakery.test/.well-known/security.txt\n`;
}

const ROUTES: Readonly<Record<string, Answer>> = {
  "/": html(HOME, PERSONAL),
  "/connexion": html(LOGIN, PERSONAL),
  "/mon-compte": html(ACCOUNT, PERSONAL),
  "/commande": html(CHECKOUT, PERSONAL),
  "/panier": html(CART, PERSONAL),
  "/contact": html(CONTACT, PERSONAL),
  "/confidentialite": html(PRIVACY, HEADERS),
  "/mentions-legales": html(LEGAL, HEADERS),
  "/cgv": html(TERMS, HEADERS),
  "/modules/ps_shoppingcart/ps_shoppingcart.js": file(
    "text/javascript",
    'document.documentElement.classList.add("js");\n',
    HEADERS,
  ),
  "/themes/classic/assets/css/theme.css": file(
    "text/css",
    "body{font-family:sans-serif;max-width:48rem;margin:auto}",
    HEADERS,
  ),
  "/robots.txt": file("text/plain", "User-agent: *\nAllow: /\n", HEADERS),
};

/** Everything over https; http only redirects. */
export function repairedShop(at: Date): Router {
  const security = file("text/plain; charset=utf-8", securityText(at), HEADERS);
  return ({ scheme, host, path }) => {
    const www = host.split(":", 1)[0] === "www.bakery.test";
    // https on the same host first, so that browsers learn HSTS for the name that was typed.
    if (scheme === "http") return redirect(308, `https://${www ? "www." : ""}bakery.test${path}`);
    if (www) return withHeaders(redirect(308, `https://bakery.test${path}`));
    return path === "/.well-known/security.txt" ? security : (ROUTES[path] ?? null);
  };
}

function withHeaders(answer: Answer): Answer {
  return { ...answer, headers: [...answer.headers, ...HEADERS] };
}

/** What the repaired shop says of a path that it does not have. */
export const repairedNotFound: Answer = html(page("Page introuvable", "<p>Cette page n’existe pas.</p>"), HEADERS, 404);
