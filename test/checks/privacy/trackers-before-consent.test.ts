import { describe, expect, it } from "vitest";
import { trackersBeforeConsent } from "../../../checks/privacy/trackers-before-consent.ts";
import { doc, outcomesOf, pagesFrom, verdictsOf, type Evidence } from "../../builders/pages.ts";

type Case = readonly [title: string, evidence: Evidence, expected: readonly string[]];

const page = (body: string, head = ""): Evidence => ({ pages: pagesFrom([doc(body, head)]) });
const pixel =
  "<script>!function(f,b,e,v){}(window,document,'script','https://connect.facebook.net/en_US/fbevents.js');fbq('init','1');</script>";
const hotjar = '<script src="https://static.hotjar.com/c/hotjar-1.js"></script>';

const cases: readonly Case[] = [
  ["K1 fr: pixel dans la page", page(pixel), ["loaded-at-once"]],
  ["K1 en: a script address", page(hotjar), ["loaded-at-once"]],
  [
    "K1: Google Analytics by its own script",
    page('<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>'),
    ["loaded-at-once"],
  ],
  ["K1: a recorder on the site's own host", page('<script src="/js/rrweb.min.js"></script>'), ["loaded-at-once"]],
  [
    "fr: en attente de consentement",
    page(
      '<script type="text/plain" data-cookieconsent="marketing" src="https://static.hotjar.com/c/hotjar-1.js"></script>',
    ),
    ["pass"],
  ],
  [
    "en: kept aside by the consent tool",
    page('<script data-src="https://static.hotjar.com/c/hotjar-1.js"></script>'),
    ["pass"],
  ],
  [
    "a tool that may be exempt",
    page('<script src="https://plausible.io/js/script.js"></script>'),
    ["not-applicable: no-trackers"],
  ],
  [
    "a consent tool that blocks by itself",
    page(hotjar, '<script src="https://consent.cookiebot.com/uc.js" data-blockingmode="auto"></script>'),
    ["not-assessed: needs-browser"],
  ],
  [
    "a tag manager",
    page("<script>(function(){j.src='https://www.googletagmanager.com/gtm.js?id='+i})()</script>"),
    ["not-assessed: tag-manager"],
  ],
  [
    "a link to a social network is no tracker",
    page('<a href="https://www.facebook.com/boulangerie">Facebook</a>'),
    ["not-applicable: no-trackers"],
  ],
  [
    "a preconnect alone loads nothing",
    page("", '<link rel="preconnect" href="https://connect.facebook.net">'),
    ["not-applicable: no-trackers"],
  ],
  ["no page at all", { pages: pagesFrom([]) }, ["not-assessed: no-pages"]],
];

describe("privacy/trackers-before-consent severity", () => {
  it("is lower where the page denies consent by default", () => {
    const denied =
      "<script>gtag('consent', 'default', {'ad_storage': 'denied', 'analytics_storage': 'denied'});</script>";

    const [verdict] = verdictsOf(
      trackersBeforeConsent,
      page(`${denied}<script src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>`),
    );

    expect(verdict).toMatchObject({ shift: -1, shiftReason: "consent-mode" });
  });
});

describe("privacy/trackers-before-consent", () => {
  it.each(cases)("%s", (_title, evidence, expected) => {
    expect(outcomesOf(trackersBeforeConsent, evidence)).toEqual(expected);
  });
});
