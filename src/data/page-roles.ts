import type { PageRole } from "../core/evidence/pages.ts";

/** Words that lead to a page of a role. Addresses and texts are compared in lower case, without accents, signs as spaces. */
export interface RoleWords {
  readonly role: Exclude<PageRole, "home" | "other">;
  /** In the path of an address: a strong sign. */
  readonly href: RegExp;
  /** In the text of the link, in English, French, German, Spanish, Italian, Dutch and Portuguese. */
  readonly text: RegExp;
  /** In the text or the address, and worth a visit only where nothing better leads to the role. */
  readonly perhaps?: RegExp;
}

/**
 * The roles in the order in which pages are chosen: what collects or explains most comes first, so that a cap never costs
 * the checkout or the privacy policy.
 */
export const ROLE_WORDS: readonly RoleWords[] = [
  {
    role: "checkout",
    href: /\b(checkout|commande|commander|order ?opc|paiement|kasse|zur kasse|caja|tramitar pedido|finalizar compra|pagamento|completa ordine|onepage|payer|afrekenen|bestellen)\b/,
    text: /^(passer (la |ma )?commande|commander|finaliser (la |ma |mon )?(commande|achat)|valider (la |mon |ma )?(commande|panier)|payer|paiement( (securise|en (plusieurs|\d) fois))?|(proceed to |go to |secure )?check ?out( now)?|place order|(zur )?kasse|zahlungspflichtig bestellen|tramitar( el)? pedido|finalizar (la )?compra|realizar pedido|pagar|vai alla cassa|procedi all acquisto|completa l ordine|cassa|afrekenen|naar de kassa|bestelling plaatsen|finalizar (a )?encomenda)$/,
  },
  {
    role: "privacy",
    href: /\b(privacy|confidentialite|vie privee|donnees (personnelles|perso)|rgpd|gdpr|dsgvo|datenschutz\w{0,12}|privacidade?|protection des donnees|informativa|privacy(beleid|verklaring|statement)|persoonsgegevens)\b/,
    text: /\b(privacy|politique de (confidentialite|protection des donnees)|(vos |mes |charte |des )?donnees (personnelles|a caractere personnel)|protection des donnees|vie privee|confidentialite|datenschutz\w{0,12}|(politica de )?privacidade?|proteccion de datos|informativa( sulla)? privacy|privacy(beleid|verklaring|statement))\b/,
  },
  {
    role: "login",
    href: /\b(log ?in|sign ?in|connexion|se connecter|identification|authentication|anmelden|anmeldung|einloggen|iniciar sesion|acceso|accedi|inloggen|iniciar sessao|entrar|mon compte|my account|customer account|account)\b/,
    text: /^(mon compte|se connecter|connectez vous|me connecter|connexion|s identifier|identifiez vous|espace client|(log|sign) ?in|my account|account|anmelden|einloggen|login|mein konto|iniciar sesion|identificate|mi cuenta|acceder|accedi|il mio account|area clienti|inloggen|mijn account|iniciar sessao|entrar|a minha conta|minha conta)\b/,
  },
  {
    role: "account",
    href: /\b(register|registration|sign ?up|inscription|(creer|creation)( un| mon| de)? compte|nouveau client|create account|account create|create account 1|registrieren|registrierung|konto erstellen|registro|crear cuenta|registrati|registrazione|registreren|account aanmaken|criar conta|registar)\b/,
    text: /\b((creer|creez|ouvrir|ouvrez) (un|mon|votre|son) compte|creez en un|creation de compte|creer mon espace|s inscrire|inscrivez vous|inscription|nouveau client|pas (encore )?de compte|(create|open) (an |your |my )?account|create one|sign up|register( now)?|new customer|registrieren|neukunde|neues konto|(kunden)?konto (erstellen|anlegen|eroffnen)|crear (una |tu |mi )?cuenta|registrarse|registrate|registrati|crea (un |il tuo )?account|registreren|account aanmaken|nieuwe klant|criar (uma )?conta|registar se)\b(?!.{0,40}\bnewsletter\b)/,
    perhaps:
      /^(mon compte|my account|account|mein konto|mi cuenta|il mio account|mijn account|(a )?minha conta|espace client|customer( area| account)?)\b/,
  },
  {
    role: "contact",
    href: /\b(contact( us)?|contactus|contacts|contactez nous|nous contacter|kontakt(formular)?|contacto|contactenos|contatti|contattaci|devis|quote)\b/,
    text: /^(contact( us)?|contactez nous|nous contacter|nous ecrire|ecrivez nous|formulaire de contact|service client(s|ele)?|kontakt|contacto|contacta(r|nos)?|contatti|contattaci|contacteer ons|klantenservice|contacte nos|get in touch|demander un devis|demande de devis)\b/,
  },
  {
    role: "newsletter",
    href: /\b(newsletter|lettre d information|infolettre|boletin|subscribe|abonnement newsletter|nieuwsbrief)\b/,
    text: /\b(newsletter|lettre d information|infolettre|boletin|nieuwsbrief)\b/,
  },
  {
    role: "legal",
    href: /\b(mentions? legales?|legal( notice| mentions)?|impressum|imprint|aviso legal|note legali|informations legales|colofon)\b/,
    text: /\b(mentions legales|informations legales|legal notice|imprint|impressum|aviso legal|note legali|colofon|juridische informatie)\b/,
  },
  {
    role: "terms",
    href: /\b(cgv|cgu|conditions generales( de vente)?|terms( and conditions| of (sale|service|use))?|agb|condiciones( generales)?|condizioni( (generali|di vendita))?|algemene voorwaarden|termos( e condicoes)?)\b/,
    text: /\b(cgv|conditions (generales|de vente)( de vente)?|terms (of (sale|service|use)|and conditions|conditions)|agb|allgemeine geschaftsbedingungen|condiciones (generales|de venta|de compra)|condizioni (generali|di vendita)|termini e condizioni|algemene voorwaarden|termos e condicoes)\b/,
  },
  {
    role: "cart",
    href: /\b(cart|panier|basket|warenkorb|carrito|cesta|carrello|shopping cart|winkelwagen|winkelmand(je)?|carrinho)\b/,
    text: /^((voir )?(mon |le |votre )?panier|(view )?(my |your )?(shopping )?(cart|basket|bag)|(mein )?warenkorb|(ver )?(mi )?(carrito|cesta)|(il mio )?carrello|winkelwagen|winkelmand(je)?|(o meu )?carrinho)\b/,
  },
];

/** Addresses that a scanner never follows: they change something or end a session, even by GET. */
export const NEVER_FOLLOW =
  /(log|sign)[-_ ]?(out|off)|deconnexion|deconnecter|abmelden|cerrar[-_ ]?sesion|unsubscribe|desinscri|desabonn|opt[-_ ]?out|delete|supprimer|remove|effacer|confirm|valider[-_ ]?adresse|add[-_ ]?to[-_ ]?cart|[?&]add=|\/add(\/|$)|[?&](token|key|sig|signature|hash|reset)=/i;

/** Paths that end in these are no pages. */
export const NO_PAGE = /\.(pdf|docx?|xlsx?|zip|jpe?g|png|gif|webp|svg|mp4|xml|json|css|js|ics|rss)$/i;
