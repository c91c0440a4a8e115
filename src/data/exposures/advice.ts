import type { LocalText } from "../../core/text.ts";

/** What to do about an exposure, in one sentence or two. */
export const ADVICE = {
  "deny-dotfiles": {
    en: "Deny every path segment that begins with a dot, except .well-known, and deploy without the repository folder.",
    fr: "Interdisez tout chemin dont un segment commence par un point, sauf .well-known, et mettez en ligne sans le dossier du dépôt.",
  },
  "move-and-rotate": {
    en: "Take the file out of the published folder, then replace every password and key that it held.",
    fr: "Retirez le fichier du dossier publié, puis remplacez chaque mot de passe et chaque clé qu’il contenait.",
  },
  "revoke-key": {
    en: "Delete the file, have the certificate revoked and issue a new one with a new key.",
    fr: "Supprimez le fichier, faites révoquer le certificat et émettez-en un nouveau avec une nouvelle clé.",
  },
  "regenerate-signing-key": {
    en: "Make a new key pair and deny the folder; sessions signed with the old key end.",
    fr: "Générez une nouvelle paire de clés et interdisez le dossier ; les sessions signées avec l’ancienne prennent fin.",
  },
  "remove-ssh-key": {
    en: "Delete the file and remove its public half from every server that accepts it.",
    fr: "Supprimez le fichier et retirez la clé publique correspondante de chaque serveur qui l’accepte.",
  },
  "delete-copy": {
    en: "Delete the copy, change the passwords in it, and never keep working copies in the published folder.",
    fr: "Supprimez la copie, changez les mots de passe qu’elle contient et ne gardez jamais de copie de travail dans le dossier publié.",
  },
  "restore-php": {
    en: "Have PHP handled again on this host, then change the database password and the salts.",
    fr: "Rétablissez l’exécution de PHP sur cet hôte, puis changez le mot de passe de la base et les clés de salage.",
  },
  "deny-app": {
    en: "Deny the folder in the server’s configuration: nginx ignores .htaccess files. Then change the password and the key.",
    fr: "Interdisez le dossier dans la configuration du serveur : nginx ignore les fichiers .htaccess. Changez ensuite le mot de passe et la clé.",
  },
  "delete-leak": {
    en: "Delete it now, look for downloads in the access log, change the passwords it holds and assess your duty to notify.",
    fr: "Supprimez-le maintenant, cherchez les téléchargements dans le journal d’accès, changez les mots de passe qu’il contient et évaluez votre obligation de notification.",
  },
  "disable-core-dumps": {
    en: "Delete it and switch memory dumps off for the web user.",
    fr: "Supprimez-le et désactivez les images mémoire pour l’utilisateur du serveur web.",
  },
  "indexes-off": { en: "Switch directory listings off.", fr: "Désactivez le listage des répertoires." },
  "indexes-off-move": {
    en: "Switch directory listings off and keep backups outside the published folder.",
    fr: "Désactivez le listage des répertoires et gardez les sauvegardes hors du dossier publié.",
  },
  "serve-public-only": {
    en: "Publish only the public folder of the application (pub, public or web), with the vendor’s access rules.",
    fr: "Ne publiez que le dossier public de l’application (pub, public ou web), avec les règles d’accès de l’éditeur.",
  },
  "serve-build-only": {
    en: "Publish only the result of the build.",
    fr: "Ne publiez que le résultat de la compilation.",
  },
  "deny-folder": {
    en: "Deny the folder in the server’s configuration.",
    fr: "Interdisez le dossier dans la configuration du serveur.",
  },
  "move-storage": {
    en: "Move the folder outside the published one and switch directory listings off.",
    fr: "Déplacez le dossier hors du dossier publié et désactivez le listage des répertoires.",
  },
  "restore-authentication": {
    en: "Remove what lifts the access control: an extension, a proxy rule or code of your own.",
    fr: "Retirez ce qui lève le contrôle d’accès : une extension, une règle de proxy ou du code maison.",
  },
  "log-elsewhere": {
    en: "Write logs outside the published folder and delete this one.",
    fr: "Écrivez les journaux hors du dossier publié et supprimez celui-ci.",
  },
  "delete-file": { en: "Delete the file from the server.", fr: "Supprimez le fichier du serveur." },
  "finish-installation": {
    en: "Finish the installation today, or remove the site.",
    fr: "Terminez l’installation dès aujourd’hui, ou retirez le site.",
  },
  "delete-installer": {
    en: "Delete the installer, and the archive that came with it.",
    fr: "Supprimez l’installateur, et l’archive qui l’accompagnait.",
  },
  "delete-tool": { en: "Delete the tool from the server.", fr: "Supprimez l’outil du serveur." },
  "restrict-tool": {
    en: "Delete it, or admit only your own addresses or a VPN.",
    fr: "Supprimez-le, ou n’admettez que vos propres adresses ou un VPN.",
  },
  "require-login": {
    en: "Close it now, then require a login and admit only your own addresses.",
    fr: "Fermez-le maintenant, puis exigez une connexion et n’admettez que vos propres adresses.",
  },
  "restrict-status": {
    en: "Admit only the server itself; behind a proxy, make sure that not every visitor counts as local.",
    fr: "N’admettez que le serveur lui-même ; derrière un proxy, vérifiez que chaque visiteur ne passe pas pour local.",
  },
  "production-mode": {
    en: "Run the shop in production mode and remove the development entries.",
    fr: "Passez la boutique en mode production et retirez les entrées de développement.",
  },
  "publishable-keys": {
    en: "Publish only the public keys, and have the secret one replaced at the provider.",
    fr: "Ne publiez que les clés publiques, et faites remplacer la clé secrète chez le prestataire.",
  },
  "no-source-maps": {
    en: "Do not upload source maps to the live site.",
    fr: "Ne mettez pas les source maps en ligne.",
  },
  "close-interface": {
    en: "Close it if nobody needs it from outside.",
    fr: "Fermez-la si personne n’en a besoin de l’extérieur.",
  },
  "second-factor": {
    en: "Add a second factor, and a limit on attempts or on addresses.",
    fr: "Ajoutez un second facteur, et une limite d’essais ou d’adresses.",
  },
  "rename-admin": {
    en: "Give it an address that cannot be guessed, admit only your own addresses and add a second factor.",
    fr: "Donnez-lui une adresse impossible à deviner, n’admettez que vos propres adresses et ajoutez un second facteur.",
  },
  "restrict-admin": {
    en: "Admit only your own addresses, or add a second factor.",
    fr: "N’admettez que vos propres adresses, ou ajoutez un second facteur.",
  },
  "odoo-list-db": {
    en: "Set list_db to False and a strong master password.",
    fr: "Réglez list_db sur False et choisissez un mot de passe principal robuste.",
  },
  "provider-host-only": {
    en: "Reach it only under your web host’s own name.",
    fr: "N’y accédez que sous le nom de votre hébergeur.",
  },
  "bind-local": {
    en: "Let it listen on the server itself only, or behind a VPN.",
    fr: "Ne le laissez écouter que sur le serveur lui-même, ou derrière un VPN.",
  },
  "stats-password": { en: "Put a password before it.", fr: "Protégez-les par un mot de passe." },
  "wp-users": {
    en: "Require a login for the list of users.",
    fr: "Exigez une connexion pour la liste des utilisateurs.",
  },
  "wp-authors": { en: "Switch author archives off.", fr: "Désactivez les archives d’auteurs." },
  "wp-xmlrpc": {
    en: "Block xmlrpc.php unless Jetpack or the mobile application needs it.",
    fr: "Bloquez xmlrpc.php, sauf si Jetpack ou l’application mobile en a besoin.",
  },
  "wp-registration": {
    en: "Untick “Anyone can register” if the shop does not need it.",
    fr: "Décochez « Tout le monde peut s’enregistrer » si la boutique n’en a pas besoin.",
  },
  "wp-repair": { en: "Remove WP_ALLOW_REPAIR from wp-config.php.", fr: "Retirez WP_ALLOW_REPAIR de wp-config.php." },
  "keep-updated": {
    en: "Keep it up to date; hiding the version is optional.",
    fr: "Tenez-le à jour ; cacher la version est facultatif.",
  },
  "delete-phpunit": {
    en: "Delete every vendor/phpunit folder and deploy without development components.",
    fr: "Supprimez chaque dossier vendor/phpunit et mettez en ligne sans les composants de développement.",
  },
  "joomla-update": {
    en: "Update Joomla to 4.2.8 or later, then change the database password.",
    fr: "Mettez Joomla à jour en 4.2.8 ou plus, puis changez le mot de passe de la base.",
  },
  "drupal-update": {
    en: "Set update_free_access to FALSE in settings.php.",
    fr: "Réglez update_free_access sur FALSE dans settings.php.",
  },
  "no-secrets-in-robots": {
    en: "Protect private areas by access rules, not by robots.txt.",
    fr: "Protégez les espaces privés par des règles d’accès, pas par robots.txt.",
  },
  "nothing-to-do": { en: "Nothing to do.", fr: "Rien à faire." },
} as const satisfies Readonly<Record<string, LocalText>>;

export type AdviceId = keyof typeof ADVICE;
