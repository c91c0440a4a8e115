import { describe, expect, it } from "vitest";
import { findProcessor } from "../../src/data/processors/lookup.ts";
import { isNamedIn, namesOf, ownNamesOf } from "../../src/data/processors/naming.ts";
import { PROCESSORS } from "../../src/data/processors/processors.ts";

describe("findProcessor", () => {
  it.each([
    ["js.stripe.com", "/v3/", "Stripe"],
    ["www.google.com", "/recaptcha/api.js", "Google reCAPTCHA"],
    ["www.google.com", "/search", undefined],
    ["www.googletagmanager.com", "/gtm.js", "Google Tag Manager"],
    ["www.googletagmanager.com", "/gtag/js", "Google Analytics"],
    ["challenges.cloudflare.com", "/turnstile/v0/api.js", "Cloudflare Turnstile"],
    ["conversations-widget.brevo.com", "/x.js", "Brevo Conversations"],
    ["sibforms.com", "/serve/x", "Brevo (ex Sendinblue)"],
    ["notstripe.com", "/", undefined],
    ["stripe.com.evil.example", "/", undefined],
    ["JS.STRIPE.COM", "/", "Stripe"],
    ["localhost", "/", undefined],
  ])("%s%s", (host, path, name) => {
    expect(findProcessor(host, path)?.name).toBe(name);
  });
});

describe("the table", () => {
  it("names everybody once, with hosts that are hosts", () => {
    expect(new Set(PROCESSORS.map(({ name }) => name)).size).toBe(PROCESSORS.length);
    for (const { domains, name, country } of PROCESSORS) {
      expect(country, name).toMatch(/^[A-Z]{2}$/);
      for (const domain of domains) expect(domain, name).toMatch(/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[\w./-]+)?$/);
    }
  });

  it("gives no host to two", () => {
    const domains = PROCESSORS.flatMap((processor) => processor.domains);

    expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
  });

  it("finds each by its own host", () => {
    const lost = PROCESSORS.filter((processor) => {
      const [domain = ""] = processor.domains;
      const slash = domain.indexOf("/");
      const found = slash === -1 ? findProcessor(domain) : findProcessor(domain.slice(0, slash), domain.slice(slash));
      return found?.name !== processor.name;
    });

    expect(lost.map(({ name }) => name)).toEqual([]);
  });
});

describe("names in a policy", () => {
  const brevo = findProcessor("sibforms.com");

  it("knows a provider by its names, as whole words", () => {
    const names = brevo === null ? [] : namesOf(brevo);

    expect(isNamedIn("nos e mails partent par sendinblue", names)).toBe(true);
    expect(isNamedIn("une soiree breve", names)).toBe(false);
  });

  it("takes a name that two services share for neither", () => {
    expect(brevo === null ? [] : ownNamesOf(brevo)).not.toContain("brevo");
  });
});
