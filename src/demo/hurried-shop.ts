import { file, html, type Answer, type Router } from "./route.ts";

/**
 * Boulangerie Martin, on PrestaShop, as somebody in a hurry left it: every fault here is one that real small shops have.
 * Nothing in these pages is real; the third parties are named, never contacted.
 */
const HEADERS: readonly (readonly [string, string])[] = [
  ["server", "nginx/1.18.0 (Ubuntu)"],
  ["x-powered-by", "PHP/7.4.3"],
];

const SESSION: readonly [string, string] = [
  "set-cookie",
  "PrestaShop-8f1d3c5b7a9e2d4f6b8a0c1e3d5f7a9b=def50200a1c3e5f7b9d1; path=/",
];

const TRACKERS = `
<script async src="https://www.googletagmanager.com/gtag/js?id=G-DEMO000001"></script>
<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}gtag('js',new Date());gtag('config','G-DEMO000001');</script>
<script async src="https://static.hotjar.com/c/hotjar-1000001.js?sv=6"></script>
<script src="https://connect.facebook.net/fr_FR/fbevents.js"></script>
<script src="https://cdn.jsdelivr.net/npm/jquery@1.12.4/dist/jquery.min.js"></script>`;

const NEWSLETTER = `
<form action="/newsletter" method="get" id="newsletter">
  <h3>Nos offres par e-mail</h3>
  <label for="nl-email">Votre adresse e-mail</label>
  <input type="email" id="nl-email" name="email" required>
  <button>Je m’inscris à la newsletter</button>
</form>`;

function page(title: string, main: string, newsletter = true): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>${title} – Boulangerie Martin</title>
<link rel="stylesheet" href="/themes/classic/assets/css/theme.css">
<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Lato">
${TRACKERS}
<script>var prestashop = {"urls":{"base_url":"https://bakery.test/"},"language":{"iso_code":"fr"}};</script>
</head>
<body>
<nav><a href="/">Accueil</a> <a href="/panier">Panier</a> <a href="/connexion">Connexion</a> <a href="/mon-compte">Mon compte</a> <a href="/commande">Commander</a> <a href="/contact">Contact</a></nav>
<main>
<h1>${title}</h1>
${main}
</main>
<footer>${newsletter ? NEWSLETTER : ""}
<p><a href="/confidentialite">Politique de confidentialité</a></p>
<p>Boulangerie Martin, 12 rue du Four, 69001 Lyon – 04 78 00 00 00</p>
</footer>
</body>
</html>`;
}

const HOME = page(
  "Pains et viennoiseries",
  `<p>Commandez avant 18 h, livré demain matin.</p>
<ul><li><a href="/pain-de-campagne">Pain de campagne, 4,20 €</a></li><li><a href="/brioche">Brioche, 7,50 €</a></li></ul>
<img src="http://bakery.test/four.jpg" alt="Notre four">`,
);

const LOGIN = page(
  "Connexion",
  `<form action="/connexion" method="post">
  <label for="email">Adresse e-mail</label><input id="email" name="email" type="email" autocomplete="username">
  <label for="password">Mot de passe</label><input id="password" name="password" type="password">
  <button>Se connecter</button>
</form>`,
  false,
);

const ACCOUNT = page(
  "Créer un compte",
  `<form action="/mon-compte" method="post">
  <label for="firstname">Prénom</label><input id="firstname" name="firstname">
  <label for="lastname">Nom</label><input id="lastname" name="lastname">
  <label for="acc-email">E-mail</label><input id="acc-email" name="email" type="email">
  <label for="birthday">Date de naissance</label><input id="birthday" name="birthday" required placeholder="jj/mm/aaaa">
  <label for="acc-pass">Mot de passe (6 caractères minimum)</label><input id="acc-pass" name="password" type="password" minlength="6" maxlength="16">
  <label><input type="checkbox" name="optin" checked> J’accepte de recevoir les offres de vos partenaires par e-mail et SMS</label>
  <button>Créer mon compte</button>
</form>`,
  false,
);

const CHECKOUT = page(
  "Paiement en trois fois",
  `<form action="http://bakery.test/paiement" method="post" id="checkout">
  <fieldset><legend>Vos coordonnées</legend>
  <label for="ck-name">Nom et prénom</label><input id="ck-name" name="fullname" autocomplete="name">
  <label for="ck-email">E-mail</label><input id="ck-email" name="email" type="email" required>
  <label for="ck-phone">Téléphone portable</label><input id="ck-phone" name="phone" type="tel">
  <label for="ck-address">Adresse de livraison</label><input id="ck-address" name="address1">
  <label for="ck-zip">Code postal</label><input id="ck-zip" name="postcode">
  <label for="ck-city">Ville</label><input id="ck-city" name="city">
  </fieldset>
  <fieldset><legend>Prélèvement en trois mensualités</legend>
  <label for="ck-iban">IBAN</label><input id="ck-iban" name="iban" placeholder="FR76 …">
  <label for="ck-bic">BIC</label><input id="ck-bic" name="bic">
  <label for="ck-holder">Titulaire du compte</label><input id="ck-holder" name="account_holder">
  </fieldset>
  <label><input type="checkbox" name="newsletter" value="1" checked> Je souhaite recevoir la newsletter et les offres de la boulangerie</label>
  <button>Payer en trois fois</button>
</form>`,
  false,
);

const CART = page("Votre panier", `<p>1 pain de campagne – 4,20 €</p><a href="/commande">Passer la commande</a>`);

const CONTACT = page(
  "Contact",
  `<form action="mailto:contact@bakery.test" method="post" enctype="text/plain">
  <label for="c-name">Votre nom</label><input id="c-name" name="nom">
  <label for="c-mail">Votre e-mail</label><input id="c-mail" name="email" type="email">
  <label for="c-msg">Message</label><textarea id="c-msg" name="message"></textarea>
  <button>Envoyer</button>
</form>`,
);

const PRIVACY = page(
  "Politique de confidentialité",
  `<p>Nous prenons soin de vos données. Elles servent à préparer et livrer vos commandes et à vous envoyer nos offres avec
notre prestataire Brevo. Pour toute question, écrivez-nous.</p>`,
);

const ADMIN = `<!doctype html><html lang="fr"><head><title>Administration – PrestaShop 1.7.6.4</title></head><body>
<h1>Administration</h1><form action="/admin/index.php?controller=AdminLogin" method="post" id="login_form">
<input name="email" type="email" id="email"><input name="passwd" type="password" id="passwd"><button name="submitLogin">Se connecter</button></form></body></html>`;

// The secrets of a shop that does not exist: they open nothing.
const ENV = `APP_ENV=prod
APP_DEBUG=0
APP_SECRET=0f0e0d0c0b0a09080706050403020100
DATABASE_URL="mysql://boulangerie:motdepasse-de-demonstration@127.0.0.1:3306/boutique"
MAILER_DSN=smtp://user:demo@smtp.example.test:587
`;

const DUMP = `-- MySQL dump 10.13  Distrib 5.7.33, for Linux (x86_64)
--
-- Host: localhost    Database: boutique
-- ------------------------------------------------------
-- Server version	5.7.33-0ubuntu0.18.04.1

DROP TABLE IF EXISTS \`customer\`;
CREATE TABLE \`customer\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`email\` varchar(255) NOT NULL,
  \`iban\` varchar(34) DEFAULT NULL,
  PRIMARY KEY (\`id\`)
);
INSERT INTO \`customer\` VALUES (1,'demo@example.test','FR0000000000000000000000000');
`;

const ROUTES: Readonly<Record<string, Answer>> = {
  "/": html(HOME, [...HEADERS, SESSION]),
  "/connexion": html(LOGIN, [...HEADERS, SESSION]),
  "/mon-compte": html(ACCOUNT, [...HEADERS, SESSION]),
  "/commande": html(CHECKOUT, [...HEADERS, SESSION, ["cache-control", "public, max-age=600"]]),
  "/panier": html(CART, [...HEADERS, SESSION]),
  "/contact": html(CONTACT, HEADERS),
  "/confidentialite": html(PRIVACY, HEADERS),
  "/admin/": html(ADMIN, HEADERS),
  "/admin": html(ADMIN, HEADERS),
  "/.env": file("application/octet-stream", ENV, HEADERS),
  "/backup.sql": file("application/sql", DUMP, HEADERS),
  "/themes/classic/assets/css/theme.css": file(
    "text/css",
    "body{font-family:Lato,sans-serif;max-width:48rem;margin:auto}",
    HEADERS,
  ),
  "/robots.txt": file("text/plain", "User-agent: *\nDisallow: /admin/\n", HEADERS),
};

/** The same answers over http and https: there is no redirect. */
export const hurriedShop: Router = ({ path }) => ROUTES[path] ?? null;

/** What the hurried shop says of a path that it does not have. */
export const hurriedNotFound: Answer = html(
  "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>",
  HEADERS,
  404,
);
