import type { CheckText } from "../../src/core/check.ts";

export const cspText = {
  en: {
    title: "Content Security Policy (CSP)",
    pass: "A policy says which scripts may run on the pages.",
    why: "If somebody manages to slip a script into one of your pages, through a comment, a module or a supplier, this policy is what keeps it from running and from sending your customers' data away.",
    outcomes: {
      absent: "{count} {count|page has|pages have} no content security policy.",
      "report-only": "The policy of {count} {count|page|pages} is in report-only mode: it observes and stops nothing.",
      "no-script-control": "The policy of {count} {count|page|pages} says nothing about scripts.",
      "script-anything": "The policy lets scripts come from anywhere: {values}.",
      "script-unsafe-inline":
        "The policy allows scripts written into the page ('unsafe-inline'), injected ones included.",
      "strict-dynamic-alone":
        "The policy says 'strict-dynamic' without a nonce or hash, so it stops the site's own scripts.",
      "bypassable-host": "The policy trusts hosts through which it can be bypassed: {values}.",
      "unsafe-eval": "The policy allows text to be run as script ('unsafe-eval').",
      "http-source": "The policy trusts scripts that come without encryption: {values}.",
      "ip-source": "The policy trusts scripts from bare addresses: {values}.",
      "object-src-missing": "The policy does not restrict plug-in content (object-src).",
      "base-uri-missing":
        "The policy uses nonces or hashes but leaves base-uri open, which lets an attacker redirect them.",
      "weak-nonce": "The nonce of the policy is too short to be unguessable.",
      "unknown-directive": "The policy holds directives that no browser knows: {values}.",
      "repeated-directive": "The policy repeats directives; browsers ignore the second ones: {values}.",
      "invalid-source": "The policy holds sources that browsers cannot read: {values}.",
      "style-unsafe-inline": "The policy allows styles written into the page ('unsafe-inline' in style-src).",
    },
  },
  fr: {
    title: "Politique de sécurité du contenu (CSP)",
    pass: "Une politique précise quels scripts peuvent s’exécuter sur les pages.",
    why: "Si quelqu’un parvient à glisser un script dans une de vos pages, par un commentaire, un module ou un fournisseur, c’est cette politique qui l’empêche de s’exécuter et d’envoyer ailleurs les données de vos clients.",
    outcomes: {
      absent: "{count} {count|page n’a|pages n’ont} pas de politique de sécurité du contenu.",
      "report-only":
        "La politique de {count} {count|page|pages} est en mode observation (report-only) : elle ne bloque rien.",
      "no-script-control": "La politique de {count} {count|page|pages} ne dit rien des scripts.",
      "script-anything": "La politique accepte des scripts venus de n’importe où : {values}.",
      "script-unsafe-inline":
        "La politique autorise les scripts écrits dans la page ('unsafe-inline'), y compris ceux qu’un tiers y injecterait.",
      "strict-dynamic-alone":
        "La politique contient 'strict-dynamic' sans nonce ni empreinte : elle bloque les scripts du site lui-même.",
      "bypassable-host": "La politique fait confiance à des hôtes qui permettent de la contourner : {values}.",
      "unsafe-eval": "La politique autorise l’exécution de texte comme script ('unsafe-eval').",
      "http-source": "La politique fait confiance à des scripts reçus en clair (http) : {values}.",
      "ip-source": "La politique fait confiance à des scripts venus de simples adresses IP : {values}.",
      "object-src-missing": "La politique ne restreint pas les contenus de type plug-in (object-src).",
      "base-uri-missing":
        "La politique utilise des nonces ou des empreintes mais laisse base-uri ouvert, ce qui permet de les détourner.",
      "weak-nonce": "Le nonce de la politique est trop court pour être imprévisible.",
      "unknown-directive": "La politique contient des directives qu’aucun navigateur ne connaît : {values}.",
      "repeated-directive": "La politique répète des directives ; les navigateurs ignorent les secondes : {values}.",
      "invalid-source": "La politique contient des sources que les navigateurs ne savent pas lire : {values}.",
      "style-unsafe-inline": "La politique autorise les styles écrits dans la page ('unsafe-inline' dans style-src).",
    },
  },
} as const satisfies CheckText<string>;
