import { describe, expect, it } from "vitest";
import { documentLinks } from "../../../src/parse/page/document-links.ts";
import { roleCandidates } from "../../../src/parse/page/role-links.ts";

const link = (href: string, text = "") => ({ href: new URL(href, "https://boulangerie.test/").href, text, rel: null });

describe("roleCandidates", () => {
  it.each([
    ["checkout", "/commande", "Commander"],
    ["checkout", "/kasse", "Zur Kasse"],
    ["checkout", "/caja", "Tramitar pedido"],
    ["checkout", "/checkout", "Checkout"],
    ["login", "/connexion", "Se connecter"],
    ["login", "/anmelden", "Anmelden"],
    ["login", "/accedi", "Accedi"],
    ["account", "/inscription", "Créer un compte"],
    ["account", "/registro", "Crear cuenta"],
    ["cart", "/panier", "Mon panier (2)"],
    ["cart", "/warenkorb", "Warenkorb"],
    ["cart", "/carrello", "Carrello"],
    ["contact", "/contact", "Nous contacter"],
    ["contact", "/kontakt", "Kontakt"],
    ["contact", "/contatti", "Contatti"],
    ["privacy", "/politique-de-confidentialite", "Politique de confidentialité"],
    ["privacy", "/datenschutz", "Datenschutzerklärung"],
    ["privacy", "/privacidad", "Política de privacidad"],
    ["privacy", "/p/3", "Données personnelles"],
    ["legal", "/mentions-legales", "Mentions légales"],
    ["legal", "/impressum", "Impressum"],
    ["legal", "/note-legali", "Note legali"],
    ["terms", "/cgv", "CGV"],
    ["terms", "/agb", "AGB"],
    ["terms", "/condizioni", "Condizioni di vendita"],
    ["newsletter", "/newsletter", "Newsletter"],
    ["account", "/nouveau", "Pas de compte ? Créez-en un"],
    ["account", "/neu", "Neues Konto anlegen"],
    ["account", "/registreren", "Account aanmaken"],
    ["login", "/inloggen", "Inloggen"],
    ["cart", "/winkelwagen", "Winkelwagen"],
    ["checkout", "/afrekenen", "Afrekenen"],
    ["privacy", "/privacybeleid", "Privacybeleid"],
    ["terms", "/algemene-voorwaarden", "Algemene voorwaarden"],
    ["privacy", "/privacidade", "Política de privacidade"],
  ] as const)("%s: %s « %s »", (role, href, text) => {
    expect(roleCandidates([link(href, text)], role, "boulangerie.test")[0]?.url).toBe(link(href).href);
  });

  it.each([
    ["login", "/deconnexion", "Mon compte : déconnexion"],
    ["checkout", "/panier?add=12", "Commander"],
    ["account", "/confirmation?token=abc", "Créer un compte"],
    ["contact", "/contact.pdf", "Contact"],
    ["checkout", "/checkout/cart/", "Mon panier"],
    ["account", "/lettre", "Inscription à la newsletter"],
    ["contact", "https://autre.example/contact", "Contact"],
    ["privacy", "https://policies.google.com/privacy", "Politique de confidentialité"],
    ["privacy", "https://www.hotjar.com/privacy", "Privacy policy"],
  ] as const)("never follows for %s: %s", (role, href, text) => {
    expect(roleCandidates([link(href, text)], role, "boulangerie.test")).toEqual([]);
  });

  it("prefers the link whose words and address agree", () => {
    const links = [
      link("/blog/confidentialite-des-levains", "Un article"),
      link("/confidentialite", "Confidentialité"),
    ];

    expect(roleCandidates(links, "privacy", "boulangerie.test").map(({ url }) => new URL(url).pathname)).toEqual([
      "/confidentialite",
      "/blog/confidentialite-des-levains",
    ]);
  });

  it("reads a policy that a policy service keeps, as a resource", () => {
    const [candidate] = roleCandidates(
      [link("https://www.iubenda.com/privacy-policy/1", "Politique de confidentialité")],
      "privacy",
      "boulangerie.test",
    );

    expect(candidate?.foreign).toBe(true);
  });
});

describe("documentLinks", () => {
  it("keeps the documents and doors, without queries and mail addresses", () => {
    const links = [
      link("/confidentialite?utm=1", "Politique de confidentialité"),
      link("#", "Gérer mes cookies"),
      link("mailto:bonjour@boulangerie.test", "Écrire"),
      link("/pains", "Nos pains"),
      link("/desinscription", "Se désinscrire"),
    ];

    expect(documentLinks(links).map(({ kind }) => kind)).toEqual([
      "privacy",
      "cookie-settings",
      "mailto",
      "unsubscribe",
    ]);
    expect(documentLinks(links)[0]?.href).toBe("https://boulangerie.test/confidentialite");
  });
});
