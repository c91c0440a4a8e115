import type { LocalText } from "../../../core/text.ts";

/** Consent, information and third parties. */
export const PRIVACY_TOPICS: Readonly<Record<string, LocalText>> = {
  "consent-preticked": {
    en: "Untick the box: remove the attribute checked (or the module's setting that ticks it).",
    fr: "Décochez la case : retirez l'attribut checked (ou le réglage du module qui la coche).",
  },
  "consent-preticked-choice": {
    en: "Let the question begin without an answer, or with no.",
    fr: "Laissez la question sans réponse au départ, ou sur « non ».",
  },
  "consent-required": {
    en: "Make the box optional: an order or an account must be possible without it.",
    fr: "Rendez la case facultative : la commande ou le compte doivent être possibles sans elle.",
  },
  "consent-opt-out": {
    en: "Turn the wording round: an empty box must mean no offers.",
    fr: "Retournez la formulation : une case vide doit signifier « pas d'offres ».",
  },
  "consent-bundled": {
    en: "Make two boxes: one for the terms of sale, one (optional) for offers.",
    fr: "Séparez en deux cases : l'une pour les conditions générales, l'autre (facultative) pour la prospection.",
  },
  "consent-partners-without-list": {
    en: "Link the list of partners in the sentence itself, and keep it up to date.",
    fr: "Ajoutez dans la phrase un lien vers la liste des partenaires, et tenez-la à jour.",
  },
  "consent-sms-and-email": {
    en: "Offer one box for e-mail and one for SMS.",
    fr: "Proposez une case pour l'e-mail et une autre pour le SMS.",
  },
  "policy-link-add": {
    en: "Add a sentence with a link to your privacy policy just under the form.",
    fr: "Ajoutez juste sous le formulaire une phrase avec un lien vers votre politique de confidentialité.",
  },
  "policy-publish": {
    en: "Publish your privacy policy at {element}, as text in the page.",
    fr: "Publiez votre politique de confidentialité à l'adresse {element}, sous forme de texte dans la page.",
  },
  "policy-complete": {
    en: "Complete the policy with the points that are missing. The CNIL offers models.",
    fr: "Complétez la politique avec les points manquants. La CNIL propose des modèles.",
  },
  "policy-name-processor": {
    en: "Name {element} in your privacy policy: what it does for you, which data it receives, and where it is.",
    fr: "Nommez {element} dans votre politique de confidentialité : ce qu'il fait pour vous, quelles données il reçoit et dans quel pays.",
  },
  "processor-list": {
    en: "Add this provider to your list of processors, with its contract, or remove it from your pages.",
    fr: "Ajoutez ce prestataire à votre liste de sous-traitants, avec son contrat, ou retirez-le de vos pages.",
  },
  "policy-prune": {
    en: "Check whether you still use these providers, and remove them from the policy if you do not.",
    fr: "Vérifiez si vous utilisez encore ces prestataires, et retirez-les de la politique dans le cas contraire.",
  },
  "legal-notice-publish": {
    en: "Publish a legal notice with the publisher's name, address, registration number, a contact, and the web host; link it in the footer.",
    fr: "Publiez des mentions légales avec le nom de l'éditeur, son adresse, son numéro SIREN, un contact et l'hébergeur, et placez le lien en pied de page.",
  },
  "terms-publish": {
    en: "Publish your terms of sale and link them in the footer and at the order button.",
    fr: "Publiez vos conditions générales de vente et placez le lien en pied de page et près du bouton de commande.",
  },
  "withdrawal-door": {
    en: "Show in the footer how to change cookie choices, and in the policy how to unsubscribe and whom to write to.",
    fr: "Indiquez en pied de page comment modifier les choix de cookies et, dans la politique, comment se désinscrire et à qui écrire.",
  },
  "tracker-after-consent": {
    en: "Let your consent tool start {element} only after the visitor agreed.",
    fr: "Faites démarrer {element} par votre outil de consentement, après l'accord du visiteur seulement.",
  },
  "consent-tool-add": {
    en: "Install a consent tool that refuses as easily as it accepts, or remove the trackers.",
    fr: "Installez un outil de consentement qui permet de refuser aussi simplement que d'accepter, ou retirez les traceurs.",
  },
  "cookie-shorter": {
    en: "Shorten the lifetime of this cookie in the settings of the tool that sets it.",
    fr: "Réduisez la durée de ce cookie dans les réglages de l'outil qui le dépose.",
  },
  "replay-off-forms": {
    en: "Switch {element} off on log-in, account and payment pages; elsewhere mask every field.",
    fr: "Désactivez {element} sur les pages de connexion, de compte et de paiement ; ailleurs, masquez tous les champs.",
  },
  "script-advertising-script": {
    en: "Take {element} off payment and log-in pages.",
    fr: "Retirez {element} des pages de paiement et de connexion.",
  },
  "script-unknown-script": {
    en: "Find out who {element} is and why it is there. Remove it if nobody knows.",
    fr: "Identifiez {element} et la raison de sa présence. Retirez-le si personne ne la connaît.",
  },
  "script-tag-manager": {
    en: "Keep {element} off payment and log-in pages; if it must stay, restrict who may publish in it and watch what it loads.",
    fr: "Gardez {element} hors des pages de paiement et de connexion ; s'il doit rester, limitez qui peut y publier et surveillez ce qu'il charge.",
  },
  "values-out-of-page": {
    en: "Take personal values out of the code of the page ({element}): only what is shown needs to be there.",
    fr: "Retirez les valeurs personnelles du code de la page ({element}) : seul ce qui est affiché doit y figurer.",
  },
  "matching-off": {
    en: "Switch off advanced matching at {element}, or run it only with the visitor's agreement and name it in your policy.",
    fr: "Désactivez la correspondance avancée chez {element}, ou ne l'activez qu'avec l'accord du visiteur et en la mentionnant dans votre politique.",
  },
  "captcha-gentle": {
    en: "Replace {element} by a robot filter that does not read the device, or load it after consent.",
    fr: "Remplacez {element} par un anti-robot qui ne lit pas le terminal, ou chargez-le après consentement.",
  },
  "resource-own-host": {
    en: "Serve what {element} delivers from your own host, or load it after a click.",
    fr: "Hébergez vous-même ce que fournit {element}, ou chargez-le après un clic.",
  },
  "third-party-who": {
    en: "Find out who this is. If it works for you, make a contract and name it in your policy; if not, remove it.",
    fr: "Identifiez ce tiers. S'il travaille pour vous, signez un contrat et nommez-le dans votre politique ; sinon, retirez-le.",
  },
};
