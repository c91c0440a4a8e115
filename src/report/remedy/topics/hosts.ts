import type { LocalText } from "../../../core/text.ts";

/** What to do about domain names, mail and services, where no line of a web server's configuration does it. */
export const HOST_TOPICS: Readonly<Record<string, LocalText>> = {
  "spf-several-records": {
    en: "Merge the SPF records into one: one v=spf1, every sender, one end.",
    fr: "Réunissez les enregistrements SPF en un seul : un seul v=spf1, tous les expéditeurs, une seule fin.",
  },
  "spf-loop": {
    en: "Take the include that leads back to the same record out.",
    fr: "Retirez l'include qui ramène au même enregistrement.",
  },
  "spf-too-many-lookups": {
    en: "Take out the senders that you no longer use, then name the others by network (ip4:, ip6:) where their documentation allows it. The sum of include, a, mx, exists and redirect must not exceed 10, nested ones included.",
    fr: "Retirez les expéditeurs que vous n'utilisez plus, puis remplacez les autres par leurs réseaux (ip4:, ip6:) quand leur documentation le permet. La somme des include, a, mx, exists et redirect, imbriqués compris, ne doit pas dépasser 10.",
  },
  "spf-broken-include": {
    en: "Correct or remove the include that has no SPF record: its service may have moved or closed.",
    fr: "Corrigez ou retirez l'include qui n'a pas d'enregistrement SPF : le service a pu changer d'adresse ou fermer.",
  },
  "spf-syntax": {
    en: "Correct the SPF record: terms are separated by spaces, and each begins with include:, a, mx, ip4:, ip6:, exists: or all.",
    fr: "Corrigez l'enregistrement SPF : les termes sont séparés par des espaces et commencent par include:, a, mx, ip4:, ip6:, exists: ou all.",
  },
  "spf-void-lookups": {
    en: "Take out every a:, mx: and exists: whose server no longer exists: each one is a service that you left.",
    fr: "Retirez chaque a:, mx: et exists: dont le serveur n'existe plus : chacun est un service que vous avez quitté.",
  },
  "spf-remove-include": {
    en: "Take out the include whose record lets everybody pass, and ask that service for the record that it should have.",
    fr: "Retirez l'include dont l'enregistrement laisse passer tout le monde, et demandez à ce service celui qu'il devrait avoir.",
  },
  "dmarc-report-permission": {
    en: "Ask the service that receives the reports to publish its consent for your domain (a TXT record at YOUR-DOMAIN._report._dmarc.ITS-DOMAIN with v=DMARC1), or take reports at an address of your own domain.",
    fr: "Demandez au service qui reçoit les rapports de publier son accord pour votre domaine (un enregistrement TXT sur VOTRE-DOMAINE._report._dmarc.SON-DOMAINE contenant v=DMARC1), ou recevez les rapports à une adresse de votre propre domaine.",
  },
  "dns-exchanger-alias": {
    en: "Let the MX record name the server itself, the name at the end of the alias.",
    fr: "Faites pointer l'enregistrement MX vers le serveur lui-même, c'est-à-dire le nom au bout de l'alias.",
  },
  "dmarc-step-by-step": {
    en: "Begin with p=none for two to four weeks and read the reports: each service that sends for you must pass SPF or DKIM under your domain. Then p=quarantine, then p=reject.",
    fr: "Commencez par p=none pendant deux à quatre semaines et lisez les rapports : chaque service qui envoie pour vous doit réussir SPF ou DKIM sous votre domaine. Passez ensuite à p=quarantine, puis à p=reject.",
  },
  "mta-sts-publish": {
    en: "Serve the policy at https://mta-sts.YOUR-DOMAIN/.well-known/mta-sts.txt with a valid certificate and without a redirect, name every mail server in it, begin with mode: testing, and announce it with a TXT record at _mta-sts (v=STSv1; id=…).",
    fr: "Publiez la politique à l'adresse https://mta-sts.VOTRE-DOMAINE/.well-known/mta-sts.txt avec un certificat valide et sans redirection, citez-y chaque serveur de messagerie, commencez par mode: testing, puis annoncez-la par un enregistrement TXT sur _mta-sts (v=STSv1; id=…).",
  },
  "dns-remove-alias": {
    en: "Delete the alias at your domain registrar, or point it to the service that replaces the old one.",
    fr: "Supprimez l'alias chez votre bureau d'enregistrement, ou faites-le pointer vers le service qui remplace l'ancien.",
  },
  "dns-repair-exchanger": {
    en: "Remove the MX record of the server that no longer exists, or give the server its address again.",
    fr: "Retirez l'enregistrement MX du serveur qui n'existe plus, ou rendez son adresse au serveur.",
  },
  "dnssec-switch-on": {
    en: "Ask your registrar to switch DNSSEC on; with most it is one box, free of charge.",
    fr: "Demandez à votre bureau d'enregistrement d'activer DNSSEC ; chez la plupart, c'est une case à cocher, sans frais.",
  },
  "dnssec-repair": {
    en: "Ask your registrar to compare the DS record with the keys of the zone, and to sign the zone anew; signatures that were not renewed and a change of host are the usual causes.",
    fr: "Demandez à votre bureau d'enregistrement de comparer l'enregistrement DS aux clés de la zone et de signer la zone à nouveau ; des signatures non renouvelées ou un changement d'hébergeur en sont les causes habituelles.",
  },
  "dns-second-server": {
    en: "Ask your registrar for a second name server in another network.",
    fr: "Demandez à votre bureau d'enregistrement un second serveur de noms, dans un autre réseau.",
  },
  "port-find-owner": {
    en: "Find out on the server which program listens there (ss -tlnp), and close the port if nobody needs it from outside.",
    fr: "Cherchez sur le serveur quel programme écoute à cet endroit (ss -tlnp), et fermez le port si personne n'en a besoin de l'extérieur.",
  },
  "service-assume-read": {
    en: "Treat what it holds as read: keep the logs, look for accounts that you did not make, change the passwords that it stores, and see whether a breach must be reported to the CNIL within 72 hours.",
    fr: "Considérez son contenu comme lu : conservez les journaux, cherchez des comptes que vous n'avez pas créés, changez les mots de passe qu'il contient, et voyez si une violation de données doit être notifiée à la CNIL sous 72 heures.",
  },
  "ftp-to-sftp": {
    en: "Use SFTP (through SSH) in the place of FTP, or demand encryption: ssl_enable=YES and force_local_logins_ssl=YES for vsftpd, TLSRequired on for ProFTPD.",
    fr: "Utilisez SFTP (par SSH) à la place de FTP, ou imposez le chiffrement : ssl_enable=YES et force_local_logins_ssl=YES pour vsftpd, TLSRequired on pour ProFTPD.",
  },
  "smtp-starttls": {
    en: "Give the mail server a valid certificate for its own name and let it offer STARTTLS with TLS 1.2 and 1.3: smtpd_tls_security_level = may, smtpd_tls_cert_file and smtpd_tls_key_file for Postfix. At a host, ask support.",
    fr: "Donnez au serveur de messagerie un certificat valide pour son propre nom et faites-lui proposer STARTTLS avec TLS 1.2 et 1.3 : smtpd_tls_security_level = may, smtpd_tls_cert_file et smtpd_tls_key_file pour Postfix. Chez un hébergeur, demandez au support.",
  },
  "mail-login-tls": {
    en: "Refuse logins on unencrypted connections: disable_plaintext_auth = yes for Dovecot (auth_allow_cleartext = no from 2.4), smtpd_tls_auth_only = yes for Postfix; let customers' programs use ports 993, 995 and 465.",
    fr: "Refusez les connexions par mot de passe sans chiffrement : disable_plaintext_auth = yes pour Dovecot (auth_allow_cleartext = no à partir de 2.4), smtpd_tls_auth_only = yes pour Postfix ; utilisez les ports 993, 995 et 465 dans les logiciels de messagerie.",
  },
};
