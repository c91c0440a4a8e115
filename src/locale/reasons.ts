import type { Language, LocalText } from "../core/text.ts";
import { say } from "./say.ts";

/**
 * Why something was not assessed, or why a question does not arise, by code: the reasons of skipped sections, the codes of
 * network failures, and the reasons that checks give. One sentence each, that says what to do where something can be done.
 */
const REASONS: Readonly<Record<string, LocalText>> = {
  // Skipped sections
  "needs-authorisation": {
    en: 'It needs the word of whoever runs the site: start again with --authorised "YOUR NAME".',
    fr: 'L\'accord du responsable du site est nécessaire : relancez avec --authorised "VOTRE NOM".',
  },
  "not-selected": {
    en: "This part was not chosen for this scan.",
    fr: "Cette partie n'a pas été retenue pour cette analyse.",
  },
  "not-applicable": { en: "The question does not arise here.", fr: "La question ne se pose pas ici." },
  proxy: {
    en: "The scan went through an HTTP proxy, which only carries web requests.",
    fr: "L'analyse est passée par un proxy HTTP, qui ne transporte que les requêtes web.",
  },
  "no-target": {
    en: "Nothing that this part could look at was found.",
    fr: "Rien de ce que cette partie pouvait examiner n'a été trouvé.",
  },
  interrupted: {
    en: "The scan was interrupted before this point.",
    fr: "L'analyse a été interrompue avant ce point.",
  },
  // Failures of the network
  "dns-not-found": {
    en: "The host name does not exist in the DNS. Check the spelling.",
    fr: "Ce nom d'hôte n'existe pas dans le DNS. Vérifiez l'orthographe.",
  },
  "dns-failed": {
    en: "The name server gave no answer. Try again later.",
    fr: "Le serveur de noms n'a pas répondu. Réessayez plus tard.",
  },
  refused: {
    en: "The server refused the connection: nothing listens on that port.",
    fr: "Le serveur a refusé la connexion : rien n'écoute sur ce port.",
  },
  unreachable: {
    en: "No route leads to the server from this network.",
    fr: "Aucune route ne mène au serveur depuis ce réseau.",
  },
  reset: {
    en: "The server cut the connection before it had answered.",
    fr: "Le serveur a coupé la connexion avant d'avoir répondu.",
  },
  timeout: {
    en: "The server did not answer in time.",
    fr: "Le serveur n'a pas répondu à temps.",
  },
  deadline: {
    en: "The answer came too slowly and was abandoned.",
    fr: "La réponse arrivait trop lentement et a été abandonnée.",
  },
  "page-cut": {
    en: "The page was cut off before its end: too large, too slow, or the connection broke.",
    fr: "La page a été coupée avant sa fin : trop lourde, trop lente, ou la connexion s'est rompue.",
  },
  "out-of-scope": {
    en: "It lies on a host that this scan may not contact.",
    fr: "Cela se trouve sur un hôte que cette analyse n'a pas le droit de contacter.",
  },
  "private-address": {
    en: "The name leads to a private address. Use --allow-private if that is your own network.",
    fr: "Le nom mène à une adresse privée. Utilisez --allow-private s'il s'agit de votre réseau.",
  },
  budget: {
    en: "The limit of requests for one scan was reached.",
    fr: "La limite de requêtes d'une analyse a été atteinte.",
  },
  blocked: {
    en: "The site began to block the scan, which stopped at once. Allow the address of the scanner, or use --pace gentle.",
    fr: "Le site a commencé à bloquer l'analyse, qui s'est aussitôt arrêtée. Autorisez l'adresse de l'analyseur, ou utilisez --pace gentle.",
  },
  "no-custom-probes": {
    en: "No probes of your own were given (--paths).",
    fr: "Aucune sonde de votre part n'a été fournie (--paths).",
  },
  throttled: {
    en: "The site asked for fewer requests, and the scan could not finish at that pace.",
    fr: "Le site a demandé moins de requêtes, et l'analyse n'a pas pu finir à ce rythme.",
  },
  "tls-failed": {
    en: "No encrypted connection could be set up with the server.",
    fr: "Aucune connexion chiffrée n'a pu être établie avec le serveur.",
  },
  "not-http": {
    en: "What answers there does not speak HTTP, or breaks its rules.",
    fr: "Ce qui répond à cet endroit ne parle pas HTTP, ou n'en respecte pas les règles.",
  },
  "too-large": {
    en: "The answer was larger than what a scan reads.",
    fr: "La réponse dépassait ce qu'une analyse lit.",
  },
  "proxy-failed": {
    en: "The proxy did not carry the request. Check --proxy.",
    fr: "Le proxy n'a pas transmis la requête. Vérifiez --proxy.",
  },
  "dry-run": {
    en: "This was a dry run: nothing was contacted.",
    fr: "C'était un essai à blanc : rien n'a été contacté.",
  },
  internal: {
    en: "Vigie itself failed here. This is a defect of the tool; please report it.",
    fr: "Vigie a elle-même échoué ici. C'est un défaut de l'outil ; merci de le signaler.",
  },
  // What checks say when they could not see
  "not-rendered": {
    en: "The page draws itself by script, and no browser was used: its content is not in the answer of the server.",
    fr: "La page se construit par script et aucun navigateur n'a été utilisé : son contenu n'est pas dans la réponse du serveur.",
  },
  "not-found": {
    en: "The page was not found. Name it with --page ROLE=ADDRESS.",
    fr: "La page n'a pas été trouvée. Indiquez-la avec --page RÔLE=ADRESSE.",
  },
  "needs-browser": {
    en: "It can only be seen in a browser.",
    fr: "Cela ne se voit que dans un navigateur.",
  },
  "needs-login": {
    en: "It lies behind a login, where Vigie does not go.",
    fr: "Cela se trouve derrière une connexion, où Vigie n'entre pas.",
  },
  incomplete: {
    en: "It was seen in part only, and that is not enough to judge.",
    fr: "Cela n'a été vu qu'en partie, ce qui ne suffit pas pour juger.",
  },
  truncated: {
    en: "The page was longer than what a scan reads.",
    fr: "La page dépassait ce qu'une analyse lit.",
  },
  inconclusive: {
    en: "What the server answers proves neither the one nor the other.",
    fr: "La réponse du serveur ne prouve ni l'un ni l'autre.",
  },
  "not-tested": { en: "It was not tested in this scan.", fr: "Cela n'a pas été testé lors de cette analyse." },
  "not-calibrated": {
    en: "The server answers unknown addresses in so many ways that no answer of it proves anything.",
    fr: "Le serveur répond de façon si variable aux adresses inconnues qu'aucune de ses réponses ne prouve quoi que ce soit.",
  },
  "answers-everything": {
    en: "The server answers every address in the same way, whether it exists or not.",
    fr: "Le serveur répond de la même façon à toute adresse, existante ou non.",
  },
  "no-answer": {
    en: "Nothing answered.",
    fr: "Rien n'a répondu.",
  },
  "redirect-loop": {
    en: "The redirects go round in circles.",
    fr: "Les redirections tournent en rond.",
  },
  "too-many-redirects": {
    en: "There were too many redirects in a row.",
    fr: "Il y avait trop de redirections à la suite.",
  },
  "http-error": {
    en: "The server answered with an error.",
    fr: "Le serveur a répondu par une erreur.",
  },
  "stale-data": {
    en: "The table that this judgement needs is too old.",
    fr: "La table dont ce jugement a besoin est trop ancienne.",
  },
  // Why a question does not arise
  "shared-front": {
    en: "The address belongs to a CDN or platform and serves many customers.",
    fr: "L'adresse appartient à un CDN ou à une plateforme et sert de nombreux clients.",
  },
  "accepts-everything": {
    en: "The address accepts connections on every port, so that an open port proves nothing. A firewall answers in the place of the server.",
    fr: "L'adresse accepte les connexions sur tous les ports : un port ouvert n'y prouve rien. Un pare-feu répond à la place du serveur.",
  },
  "no-ssh": {
    en: "No SSH service answers.",
    fr: "Aucun service SSH ne répond.",
  },
  "no-ftp": {
    en: "No FTP service answers.",
    fr: "Aucun service FTP ne répond.",
  },
  "no-mail-server": {
    en: "No mail server was found.",
    fr: "Aucun serveur de messagerie n'a été trouvé.",
  },
  "no-starttls": {
    en: "The server did not offer encryption.",
    fr: "Le serveur n'a pas proposé de chiffrement.",
  },
  "platform-domain": {
    en: "The shop lives under the platform's domain, whose DNS only the platform can change.",
    fr: "La boutique utilise le domaine de la plateforme, dont elle seule peut modifier le DNS.",
  },
  "no-tls": {
    en: "The site has no encrypted service; that is a finding of its own.",
    fr: "Le site n'a aucun service chiffré ; c'est un constat à part entière.",
  },
  "no-https": {
    en: "The site does not answer over https; that is a finding of its own.",
    fr: "Le site ne répond pas en https ; c'est un constat à part entière.",
  },
  "no-http": {
    en: "The site does not answer over plain http.",
    fr: "Le site ne répond pas en http sans chiffrement.",
  },
  "no-certificate": { en: "There is no certificate to look at.", fr: "Il n'y a pas de certificat à examiner." },
  "private-authority": {
    en: "The certificate does not come from a public authority, whose rules these are.",
    fr: "Le certificat ne vient pas d'une autorité publique, à laquelle ces règles s'appliquent.",
  },
  "no-responder": {
    en: "The certificate names no service to ask whether it still holds.",
    fr: "Le certificat n'indique aucun service qui dirait s'il vaut encore.",
  },
  "no-chain": {
    en: "The certificate vouches for itself, or comes from an authority that nobody knows; that is a finding of its own.",
    fr: "Le certificat se garantit lui-même ou vient d'une autorité inconnue ; c'est un constat à part entière.",
  },
  "self-signed": {
    en: "The certificate vouches for itself; that is a finding of its own.",
    fr: "Le certificat se garantit lui-même ; c'est un constat à part entière.",
  },
  "incomplete-chain": {
    en: "A link of the chain was not sent, so trust could not be followed to its root; that is a finding of its own.",
    fr: "Un maillon de la chaîne n'a pas été envoyé et la confiance n'a pu être suivie jusqu'à la racine ; c'est un constat à part entière.",
  },
  "too-complex": {
    en: "The chain of certificates is too tangled to be followed.",
    fr: "La chaîne de certification est trop embrouillée pour être suivie.",
  },
  "certificate-unreadable": {
    en: "The certificate cannot be read; that is a finding of its own.",
    fr: "Le certificat est illisible ; c'est un constat à part entière.",
  },
  "unknown-key": {
    en: "The size of the key could not be told.",
    fr: "La taille de la clé n'a pas pu être déterminée.",
  },
  "unknown-signature": {
    en: "The signature algorithm is not one that Vigie knows.",
    fr: "L'algorithme de signature n'est pas connu de Vigie.",
  },
  "tls13-only": {
    en: "Only TLS 1.3 is spoken, where the question does not arise.",
    fr: "Seul TLS 1.3 est accepté, et la question ne s'y pose pas.",
  },
  "no-tls13": {
    en: "TLS 1.3 is not spoken.",
    fr: "TLS 1.3 n'est pas accepté.",
  },
  "no-dhe": {
    en: "No suite with finite-field Diffie-Hellman is accepted.",
    fr: "Aucune suite Diffie-Hellman sur corps fini n'est acceptée.",
  },
  "one-version": {
    en: "Only one version of TLS is spoken: there is none to fall back to.",
    fr: "Une seule version de TLS est acceptée : il n'y a pas de repli possible.",
  },
  "one-address": {
    en: "The site has a single address.",
    fr: "Le site n'a qu'une seule adresse.",
  },
  "no-cookies": { en: "The site sets no cookies.", fr: "Le site ne dépose aucun cookie." },
  "no-session-cookie": {
    en: "No session cookie was seen.",
    fr: "Aucun cookie de session n'a été vu.",
  },
  "no-forms": { en: "The pages hold no form.", fr: "Les pages ne contiennent aucun formulaire." },
  "no-personal-data": {
    en: "No form asks for personal data.",
    fr: "Aucun formulaire ne demande de données personnelles.",
  },
  "no-password": { en: "No form asks for a password.", fr: "Aucun formulaire ne demande de mot de passe." },
  "no-payment": {
    en: "No page takes bank or card details.",
    fr: "Aucune page ne recueille de coordonnées bancaires.",
  },
  "no-consent-box": {
    en: "No form holds a consent box.",
    fr: "Aucun formulaire ne contient de case de consentement.",
  },
  "no-third-parties": { en: "The pages call no third party.", fr: "Les pages ne font appel à aucun tiers." },
  "no-trackers": { en: "No tracker was seen.", fr: "Aucun traceur n'a été vu." },
  "no-scripts": { en: "The pages load no script.", fr: "Les pages ne chargent aucun script." },
  "no-csp": {
    en: "There is no content security policy; that is a finding of its own.",
    fr: "Il n'y a pas de politique de sécurité du contenu ; c'est un constat à part entière.",
  },
  "no-hsts": {
    en: "HSTS is not set; that is a finding of its own.",
    fr: "HSTS n'est pas activé ; c'est un constat à part entière.",
  },
  "no-pages": { en: "No page of the site could be read.", fr: "Aucune page du site n'a pu être lue." },
  "ip-target": {
    en: "The target is an IP address, not a name.",
    fr: "La cible est une adresse IP et non un nom.",
  },
  "no-mail": { en: "The domain receives no mail.", fr: "Le domaine ne reçoit pas d'e-mail." },
  "other-platform": {
    en: "It concerns another shop platform.",
    fr: "Cela concerne une autre plateforme de boutique.",
  },
  "no-bank-details": {
    en: "No form asks for bank or card details.",
    fr: "Aucun formulaire ne demande de coordonnées bancaires.",
  },
  "no-sensitive-data": {
    en: "No form asks for data of a special category.",
    fr: "Aucun formulaire ne demande de données sensibles.",
  },
  "no-nonce": { en: "The pages use no nonce.", fr: "Les pages n'utilisent aucun nonce." },
  "not-used": { en: "The site does not use it, and need not.", fr: "Le site ne s'en sert pas, et n'y est pas tenu." },
  "own-host-only": {
    en: "The forms send their data to the site's own hosts only.",
    fr: "Les formulaires n'envoient leurs données qu'aux hôtes du site.",
  },
  "posts-to-own-page": {
    en: "The forms send their data to the page that they stand on.",
    fr: "Les formulaires envoient leurs données à la page où ils se trouvent.",
  },
  "later-step": {
    en: "It lies on a later step of the checkout, which needs a filled cart.",
    fr: "Cela se trouve à une étape ultérieure de la commande, qui suppose un panier rempli.",
  },
  "no-headers": {
    en: "The page comes from a saved file, without the headers of the server.",
    fr: "La page vient d'un fichier enregistré, sans les en-têtes du serveur.",
  },
  comparison: {
    en: "This further address was only compared with the first one.",
    fr: "Cette adresse supplémentaire a seulement été comparée à la première.",
  },
  "handshake-only": {
    en: "Only one ordinary handshake was made with this host.",
    fr: "Une seule poignée de main ordinaire a été faite avec cet hôte.",
  },
  "unsupported-by-runtime": {
    en: "It takes an algorithm that this machine does not offer.",
    fr: "Cela demande un algorithme que cette machine n'offre pas.",
  },
  "no-policy": {
    en: "No privacy policy was found; that is a finding of its own.",
    fr: "Aucune politique de confidentialité n'a été trouvée ; c'est un constat à part entière.",
  },
  "no-session-replay": {
    en: "No session replay tool was seen.",
    fr: "Aucun outil d'enregistrement de session n'a été vu.",
  },
  "no-marketing-form": {
    en: "No form invites to a newsletter or to offers.",
    fr: "Aucun formulaire n'invite à recevoir des offres.",
  },
  "no-shop": {
    en: "Nothing was seen to be sold on this site.",
    fr: "Aucune vente n'a été vue sur ce site.",
  },
  "no-address-with-data": {
    en: "No page with personal data in its address was seen.",
    fr: "Aucune page avec des données personnelles dans son adresse n'a été vue.",
  },
  "no-long-cookies": {
    en: "No tracker or consent cookie is set by the server.",
    fr: "Le serveur ne dépose aucun cookie de suivi ou de consentement.",
  },
  redirected: {
    en: "The site leads away from this page, for instance because the cart is empty. Name the page with --page.",
    fr: "Le site renvoie ailleurs, par exemple parce que le panier est vide. Indiquez la page avec --page.",
  },
  "tag-manager": {
    en: "What a tag manager loads needs a browser to be seen.",
    fr: "Ce qu'un gestionnaire de balises charge ne se voit qu'avec un navigateur.",
  },
};

/** Every code that has a sentence of its own. */
export const REASON_CODES: readonly string[] = Object.keys(REASONS);

const UNKNOWN: LocalText = { en: "Reason: {code}.", fr: "Motif : {code}." };

/** A reason in a sentence; a code without one still says what it is called. */
export function reasonText(code: string, language: Language): string {
  const known = Object.hasOwn(REASONS, code) ? REASONS[code] : undefined;
  return known === undefined ? say(UNKNOWN, language, { code: code.replaceAll(/[-_]/g, " ") }) : say(known, language);
}
