import type { LocalText } from "../../../core/text.ts";

/** What to do about headers, cookies and redirects where no line of a server's configuration does it. */
export const WEB_TOPICS: Readonly<Record<string, LocalText>> = {
  "csp-rewrite": {
    en: "Rewrite the policy with whoever builds the site: scripts in files of your own or with a nonce, no 'unsafe-inline', object-src 'none', base-uri 'none'.",
    fr: "Réécrivez la politique avec la personne qui développe le site : scripts dans vos propres fichiers ou avec un nonce, sans 'unsafe-inline', avec object-src 'none' et base-uri 'none'.",
  },
  "csp-inline-scripts": {
    en: "The pages hold scripts in their own text. Move them to files, or give each a nonce or its hash, until the reports stay empty; then send the same policy under the name Content-Security-Policy.",
    fr: "Les pages contiennent des scripts dans leur propre texte. Déplacez-les dans des fichiers, ou donnez à chacun un nonce ou son empreinte, jusqu'à ce que les rapports restent vides ; envoyez alors la même politique sous le nom Content-Security-Policy.",
  },
  "csp-close-gaps": {
    en: "Add to the policy: object-src 'none'; base-uri 'self'; form-action 'self' and the hosts to which your forms send, the payment provider's included.",
    fr: "Ajoutez à la politique : object-src 'none' ; base-uri 'self' ; form-action 'self' suivi des hôtes vers lesquels vos formulaires envoient, celui du prestataire de paiement compris.",
  },
  "csp-slips": {
    en: "Correct the spelling of the policy: directives end with a semicolon, keywords stand in single quotes, and each directive appears once.",
    fr: "Corrigez l'écriture de la politique : chaque directive se termine par un point-virgule, les mots-clés sont entre apostrophes simples, et chaque directive n'apparaît qu'une fois.",
  },
  "frame-ancestors-narrow": {
    en: "Name the sites that may frame the page: frame-ancestors 'self' https://THAT-SITE. If none needs to, frame-ancestors 'none'.",
    fr: "Nommez les sites autorisés à afficher la page en cadre : frame-ancestors 'self' https://CE-SITE. Si aucun n'en a besoin : frame-ancestors 'none'.",
  },
  "csp-fresh-nonce": {
    en: "Make a new random nonce for every answer. If a cache keeps whole pages, use hashes instead of nonces, or let the cache's edge fill the nonce in.",
    fr: "Générez un nouveau nonce aléatoire à chaque réponse. Si un cache conserve les pages entières, utilisez des empreintes plutôt que des nonces, ou faites insérer le nonce par le cache.",
  },
  "cors-allow-list": {
    en: "Answer foreign origins from a fixed list of your own sites only, add Vary: Origin, and never echo the Origin that was sent. If no other site needs the address, send no Access-Control header at all.",
    fr: "Ne répondez qu'aux origines d'une liste fixe de vos propres sites, ajoutez Vary: Origin, et ne renvoyez jamais l'Origin reçue telle quelle. Si aucun autre site n'a besoin de cette adresse, n'envoyez aucun en-tête Access-Control.",
  },
  "cors-vary": {
    en: "Add Vary: Origin to every answer whose Access-Control-Allow-Origin depends on the request, so that caches keep them apart.",
    fr: "Ajoutez Vary: Origin à toute réponse dont Access-Control-Allow-Origin dépend de la requête, afin que les caches les distinguent.",
  },
  "cache-in-application": {
    en: "Let the application send Cache-Control: no-store with cart, account, login and payment pages, and leave these pages out of every cache plugin, CDN and proxy; then empty their caches.",
    fr: "Faites envoyer Cache-Control: no-store par l'application avec les pages de panier, de compte, de connexion et de paiement, et excluez ces pages de toute extension de cache, CDN et proxy ; videz ensuite leurs caches.",
  },
  "debug-off": {
    en: "Switch the application to production mode and its debug tool off.",
    fr: "Passez l'application en mode production et désactivez son outil de débogage.",
  },
  "hide-internal-address": {
    en: "Let the application build addresses from the public name, and remove the header that carries the internal one.",
    fr: "Faites construire les adresses à partir du nom public, et retirez l'en-tête qui porte l'adresse interne.",
  },
  "redirect-chain": {
    en: "Link and redirect straight to the final https address, in one hop: first to https on the same host, then at most once to the preferred host.",
    fr: "Pointez et redirigez directement vers l'adresse https finale : d'abord vers https sur le même hôte, puis au plus une fois vers l'hôte préféré.",
  },
  "redirect-loop": {
    en: "Look at the redirect rules of the server, the application and the CDN: two of them contradict each other. Behind a CDN, let it connect to the server by https.",
    fr: "Examinez les règles de redirection du serveur, de l'application et du CDN : deux d'entre elles se contredisent. Derrière un CDN, faites-le se connecter au serveur en https.",
  },
  "redirect-stay-https": {
    en: "Find the rule that sends visitors back to http and give it an https address.",
    fr: "Trouvez la règle qui renvoie les visiteurs vers http et donnez-lui une adresse https.",
  },
  "mixed-content-https": {
    en: "Load {element} over https, or host the file yourself.",
    fr: "Chargez {element} en https, ou hébergez le fichier vous-même.",
  },
  "sri-add": {
    en: 'Add integrity and crossorigin="anonymous" to the script element of {element}.',
    fr: 'Ajoutez integrity et crossorigin="anonymous" à l\'élément script de {element}.',
  },
  "sri-crossorigin": {
    en: 'Add crossorigin="anonymous" to the element of {element}: without it the browser cannot check the file and blocks it.',
    fr: 'Ajoutez crossorigin="anonymous" à l\'élément de {element} : sans cela, le navigateur ne peut pas vérifier le fichier et le bloque.',
  },
  "script-inventory": {
    en: "Keep a list of every script on the payment page, who answers for it and why it is there; take away those that payment does not need.",
    fr: "Tenez la liste de chaque script de la page de paiement, de son responsable et de sa raison d'être ; retirez ceux dont le paiement n'a pas besoin.",
  },
  "cookie-host-only": {
    en: "Set the cookie {element} without a Domain attribute, so that only the shop's own host receives it.",
    fr: "Déposez le cookie {element} sans attribut Domain, afin que seul l'hôte de la boutique le reçoive.",
  },
  "cookie-lifetime": {
    en: "Give the cookie {element} a shorter life.",
    fr: "Donnez au cookie {element} une durée de vie plus courte.",
  },
  "cookie-after-https": {
    en: "Set no cookie before the redirect to https: redirect in the web server, before the application runs.",
    fr: "Ne déposez aucun cookie avant la redirection vers https : redirigez dans le serveur web, avant l'application.",
  },
  "cookie-prefix-name": {
    en: "Give the cookie {element} the attributes that its prefix demands (Secure, and for __Host- also Path=/ and no Domain), or browsers refuse it.",
    fr: "Donnez au cookie {element} les attributs que son préfixe exige (Secure, et pour __Host- également Path=/ et aucun Domain), sans quoi les navigateurs le refusent.",
  },
  "security-txt-publish": {
    en: "Publish /.well-known/security.txt with a Contact line and an Expires line less than a year ahead, so that whoever finds a hole can tell you.",
    fr: "Publiez /.well-known/security.txt avec une ligne Contact et une ligne Expires à moins d'un an, afin que celui qui trouve une faille puisse vous prévenir.",
  },
  "security-txt-correct": {
    en: "Correct /.well-known/security.txt: at least one Contact (mailto:, https: or tel:), exactly one Expires less than a year ahead, sent over https as text/plain; charset=utf-8.",
    fr: "Corrigez /.well-known/security.txt : au moins un Contact (mailto:, https: ou tel:), un seul Expires à moins d'un an, servi en https comme text/plain; charset=utf-8.",
  },
  "reporting-endpoint": {
    en: "Point the reports to an https address that you or your provider really run, or take the header away.",
    fr: "Dirigez les rapports vers une adresse https que vous ou votre prestataire exploitez vraiment, ou retirez l'en-tête.",
  },
};
