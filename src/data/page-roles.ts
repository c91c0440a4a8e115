import type { PageRole } from "../core/evidence/pages.ts";

/** Words that lead to a page of a role. Addresses and texts are compared in lower case, without accents, signs as spaces. */
export interface RoleWords {
  readonly role: Exclude<PageRole, "home" | "other">;
  /** In the path of an address: a strong sign. */
  readonly href: RegExp;
  /** In the text of the link, English, French, German, Spanish and Italian. */
  readonly text: RegExp;
}

/**
 * The roles in the order in which pages are chosen: what collects or explains most comes first, so that a cap never costs
 * the checkout or the privacy policy.
 */
export const ROLE_WORDS: readonly RoleWords[] = [
  {
    role: "checkout",
    href: /\b(checkout|commande|commander|order ?opc|paiement|kasse|zur kasse|caja|tramitar pedido|finalizar compra|pagamento|completa ordine|onepage|payer)\b/,
    text: /^(passer (la |ma )?commande|commander|finaliser (la |ma )?commande|valider (la |mon )?(commande|panier)|payer|paiement( en (plusieurs|\d) fois)?|(proceed to |go to )?check ?out|place order|(zur )?kasse|tramitar pedido|finalizar (la )?compra|pagar|vai alla cassa|procedi all acquisto|cassa)$/,
  },
  {
    role: "privacy",
    href: /\b(privacy|confidentialite|vie privee|donnees (personnelles|perso)|rgpd|gdpr|dsgvo|datenschutz|privacidad|protection des donnees|informativa)\b/,
    text: /\b(privacy|politique de (confidentialite|protection des donnees)|(vos |mes |charte |des )?donnees personnelles|protection des donnees|vie privee|confidentialite|datenschutz(erklarung|hinweise)?|(politica de )?privacidad|informativa( sulla)? privacy)\b/,
  },
  {
    role: "login",
    href: /\b(log ?in|sign ?in|connexion|se connecter|identification|authentication|anmelden|anmeldung|einloggen|iniciar sesion|acceso|accedi|mon compte|my account|customer account|account)\b/,
    text: /^(mon compte|se connecter|connexion|s identifier|identifiez vous|espace client|(log|sign) ?in|my account|account|anmelden|einloggen|login|mein konto|iniciar sesion|mi cuenta|acceder|accedi|il mio account|area clienti)\b/,
  },
  {
    role: "account",
    href: /\b(register|registration|sign ?up|inscription|creer (un |mon )?compte|create account|account create|registrieren|konto erstellen|registro|crear cuenta|registrati|registrazione)\b/,
    text: /\b(creer (un|mon) compte|s inscrire|inscription|(create|open) (an |your )?account|sign up|register|registrieren|konto (erstellen|anlegen)|crear (una )?cuenta|registrarse|registrati|crea (un )?account)\b/,
  },
  {
    role: "contact",
    href: /\b(contact( us)?|contactus|contacts|contactez nous|nous contacter|kontakt(formular)?|contacto|contactenos|contatti|contattaci|devis|quote)\b/,
    text: /^(contact( us)?|contactez nous|nous contacter|nous ecrire|formulaire de contact|service client|kontakt|contacto|contacta(r|nos)?|contatti|contattaci|get in touch|demander un devis)\b/,
  },
  {
    role: "newsletter",
    href: /\b(newsletter|lettre d information|infolettre|boletin|subscribe|abonnement newsletter)\b/,
    text: /\b(newsletter|lettre d information|infolettre|boletin)\b/,
  },
  {
    role: "legal",
    href: /\b(mentions? legales?|legal( notice| mentions)?|impressum|imprint|aviso legal|note legali|informations legales)\b/,
    text: /\b(mentions legales|informations legales|legal notice|imprint|impressum|aviso legal|note legali)\b/,
  },
  {
    role: "terms",
    href: /\b(cgv|conditions generales( de vente)?|terms( and conditions| of (sale|service|use))?|agb|condiciones( generales)?|condizioni( (generali|di vendita))?)\b/,
    text: /\b(cgv|conditions generales( de vente)?|terms (of (sale|service|use)|and conditions|conditions)|agb|condiciones (generales|de venta)|condizioni (generali|di vendita)|termini e condizioni)\b/,
  },
  {
    role: "cart",
    href: /\b(cart|panier|basket|warenkorb|carrito|cesta|carrello|shopping cart)\b/,
    text: /^((voir )?(mon |le )?panier|(view )?(my |your )?(shopping )?(cart|basket|bag)|warenkorb|(ver )?(mi )?(carrito|cesta)|(il mio )?carrello)\b/,
  },
];

/** Addresses that a scanner never follows: they change something or end a session, even by GET. */
export const NEVER_FOLLOW =
  /(log|sign)[-_ ]?(out|off)|deconnexion|deconnecter|abmelden|cerrar[-_ ]?sesion|unsubscribe|desinscri|desabonn|opt[-_ ]?out|delete|supprimer|remove|effacer|confirm|valider[-_ ]?adresse|add[-_ ]?to[-_ ]?cart|[?&]add=|\/add(\/|$)|[?&](token|key|sig|signature|hash|reset)=/i;

/** Paths that end in these are no pages. */
export const NO_PAGE = /\.(pdf|docx?|xlsx?|zip|jpe?g|png|gif|webp|svg|mp4|xml|json|css|js|ics|rss)$/i;
