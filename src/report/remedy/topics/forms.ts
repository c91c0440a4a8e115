import type { LocalText } from "../../../core/text.ts";

/** Changes to forms. */
export const FORM_TOPICS: Readonly<Record<string, LocalText>> = {
  "form-action-https": {
    en: "Let the form send to {to} and not to {from}.",
    fr: "Faites envoyer le formulaire vers {to} et non vers {from}.",
  },
  "form-method-post": {
    en: 'Send the form with method="post": with get, what is typed ends up in addresses, logs and statistics.',
    fr: 'Envoyez le formulaire avec method="post" : avec get, ce qui est saisi se retrouve dans les adresses, les journaux et les statistiques.',
  },
  "form-mailto": {
    en: "Replace the mailto: address of the form by a page of your site that receives it over https.",
    fr: "Remplacez l'adresse mailto: du formulaire par une page de votre site qui le reçoit en https.",
  },
  "form-recipient": {
    en: "Find out whose host this is. If it works for you, make a contract with it and name it in your privacy policy; if nobody knows it, take the form off line at once.",
    fr: "Vérifiez à qui appartient cet hôte. S'il travaille pour vous, signez un contrat et nommez-le dans votre politique de confidentialité ; si personne ne le connaît, retirez le formulaire sans attendre.",
  },
  "form-processor": {
    en: "Check that you have a data processing agreement with this provider and that your privacy policy names it.",
    fr: "Vérifiez que vous avez un contrat de sous-traitance avec ce prestataire et que votre politique de confidentialité le nomme.",
  },
  "action-host-tls": {
    en: "Ask the provider that receives the form to put its certificate and its TLS versions in order, or let the form post to your own site.",
    fr: "Demandez au prestataire qui reçoit le formulaire de corriger son certificat et ses versions de TLS, ou faites envoyer le formulaire à votre propre site.",
  },
  "contact-by-form": {
    en: "Offer a contact form on an https page beside the e-mail address.",
    fr: "Proposez, à côté de l'adresse e-mail, un formulaire de contact sur une page en https.",
  },
  "script-https": {
    en: "In {element}, replace http:// by https:// (or ws:// by wss://) in the address that the data are sent to.",
    fr: "Dans {element}, remplacez http:// par https:// (ou ws:// par wss://) dans l'adresse qui reçoit les données.",
  },
  "service-worker-own": {
    en: "Keep the code of the service worker on your own site, and leave it out of log-in and payment pages.",
    fr: "Hébergez le code du service worker sur votre propre site, et ne l'activez pas sur les pages de connexion et de paiement.",
  },
  "address-without-data": {
    en: "Take the personal values out of the addresses ({element}): use a random reference that only your server can resolve.",
    fr: "Retirez les valeurs personnelles des adresses ({element}) : utilisez une référence aléatoire que seul votre serveur sait relier au client.",
  },
  "bank-details-out": {
    en: "Take the bank details out of this form. Let the customer give them at your payment or direct debit provider.",
    fr: "Retirez les coordonnées bancaires de ce formulaire. Faites-les saisir chez votre prestataire de paiement ou de prélèvement.",
  },
  "bank-details-mandate": {
    en: "Prefer the mandate page of your payment or direct debit provider. If you keep the field, encrypt what is stored, restrict who may read it, and delete it when the last instalment is paid.",
    fr: "Préférez la page de mandat de votre prestataire de paiement ou de prélèvement. Si vous gardez ce champ, chiffrez ce qui est enregistré, limitez les personnes qui peuvent le lire et supprimez-le après la dernière échéance.",
  },
  "card-fields-hosted": {
    en: "Use the hosted fields or the payment page of your provider, so that the card number never passes through your site.",
    fr: "Utilisez les champs hébergés ou la page de paiement de votre prestataire, pour que le numéro de carte ne passe jamais par votre site.",
  },
  "sensitive-field-why": {
    en: "Ask yourself whether you need this. If not, remove the field. If you do, write down the reason, tell the customer, and protect these data more than the others.",
    fr: "Demandez-vous si cette donnée vous est nécessaire. Sinon, supprimez le champ. Si oui, notez la raison, informez le client et protégez ces données plus que les autres.",
  },
  "field-optional": {
    en: "Make these fields optional, or remove them.",
    fr: "Rendez ces champs facultatifs, ou supprimez-les.",
  },
  "field-mark-required": {
    en: "Mark the required fields (for example with an asterisk and a line that explains it), and leave the others optional.",
    fr: "Signalez les champs obligatoires (par exemple par un astérisque expliqué), et laissez les autres facultatifs.",
  },
  "password-not-masked": {
    en: 'Use type="password" for the field, with a button to show what was typed.',
    fr: 'Utilisez type="password" pour ce champ, avec un bouton pour afficher la saisie.',
  },
  "password-short-minimum": {
    en: "Ask for at least 12 characters, or for 8 with three kinds of characters and a lock after failed attempts.",
    fr: "Exigez au moins 12 caractères, ou 8 avec trois types de caractères et un blocage après plusieurs échecs.",
  },
  "password-needs-lock-out": {
    en: "Make sure that the account locks, or slows down, after a few failed attempts.",
    fr: "Assurez-vous que le compte se bloque, ou ralentit, après quelques échecs.",
  },
  "password-short-maximum": {
    en: "Accept at least 64 characters.",
    fr: "Acceptez au moins 64 caractères.",
  },
  "password-manager-hindered": {
    en: "Allow pasting into the password field.",
    fr: "Autorisez le collage dans le champ du mot de passe.",
  },
  "password-code-without-autocomplete": {
    en: 'Add autocomplete="one-time-code" to the field.',
    fr: 'Ajoutez autocomplete="one-time-code" au champ.',
  },
  "password-secret-question": {
    en: "Replace the secret question by a link sent to the customer's e-mail address.",
    fr: "Remplacez la question secrète par un lien envoyé à l'adresse e-mail du client.",
  },
  "form-csrf-token": {
    en: "Add an unpredictable token to the form and check it, or set SameSite=Lax on the session cookie.",
    fr: "Ajoutez au formulaire un jeton imprévisible et vérifiez-le, ou placez SameSite=Lax sur le cookie de session.",
  },
};
