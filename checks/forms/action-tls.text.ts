import type { CheckText } from "../../src/core/check.ts";

export const actionTlsText = {
  en: {
    title: "Encryption of the hosts that receive forms",
    pass: "The other hosts that receive your forms prove who they are and encrypt well.",
    why: "Your own site may be well protected while the host that receives the form is not. What your customers send is only as safe as that last leg.",
    outcomes: {
      "no-tls": "{host}, which receives the {form} on {page}, does not encrypt at all.",
      "untrusted-certificate":
        "The certificate of {host}, which receives the {form} on {page}, is not trusted ({reason}).",
      "wrong-name":
        "The certificate of {host}, which receives the {form} on {page}, is made out to another name ({reason}).",
      "old-versions": "{host}, which receives the {form} on {page}, only speaks outdated versions of TLS ({reason}).",
    },
  },
  fr: {
    title: "Chiffrement des hôtes qui reçoivent les formulaires",
    pass: "Les autres hôtes qui reçoivent vos formulaires prouvent leur identité et chiffrent correctement.",
    why: "Votre site peut être bien protégé alors que l’hôte qui reçoit le formulaire ne l’est pas. Ce que vos clients envoient n’est protégé que si ce dernier trajet l’est aussi.",
    outcomes: {
      "no-tls": "{host}, qui reçoit le {form} de {page}, ne chiffre pas du tout.",
      "untrusted-certificate": "Le certificat de {host}, qui reçoit le {form} de {page}, n’est pas reconnu ({reason}).",
      "wrong-name":
        "Le certificat de {host}, qui reçoit le {form} de {page}, ne correspond pas au nom de l’hôte ({reason}).",
      "old-versions": "{host}, qui reçoit le {form} de {page}, n’accepte que des versions dépassées de TLS ({reason}).",
    },
  },
} as const satisfies CheckText<string>;
