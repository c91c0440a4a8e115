import type { ProcessorRole } from "./roles.ts";

/** A tool that runs from the merchant's own host: known by its file or by the name that it leaves in scripts. */
export interface SelfHostedTool {
  readonly name: string;
  readonly role: ProcessorRole;
  /** Matched against the path of a script or style address. */
  readonly path?: RegExp;
  /** A call or a variable in an inline script that only this tool has. */
  readonly call?: RegExp;
  readonly exemptible?: true;
}

/** Self-hosted tools; patterns are literals and bounded classes, so that none can backtrack. */
export const SELF_HOSTED_TOOLS: readonly SelfHostedTool[] = [
  { name: "tarteaucitron.js", role: "cmp", path: /tarteaucitron(\.min)?\.js/i, call: /\btarteaucitron\.init\(/ },
  { name: "Complianz", role: "cmp", path: /\/plugins\/complianz-gdpr/i },
  { name: "Klaro", role: "cmp", path: /\/klaro(\.min|-no-css)?\.js/i, call: /\bklaroConfig\b/ },
  { name: "Orejime", role: "cmp", path: /\/orejime\b[^/]{0,40}\.js/i, call: /\borejimeConfig\b/ },
  {
    name: "Cookie Notice (WordPress)",
    role: "cmp",
    path: /\/plugins\/(cookie-notice|cookie-law-info|gdpr-cookie-consent|cookie-notice-and-consent-banner|real-cookie-banner|borlabs-cookie)/i,
  },
  { name: "CookieConsent (orestbida)", role: "cmp", path: /cookieconsent(\.umd|\.esm)?(\.min)?\.js/i },
  { name: "Matomo", role: "analytics", path: /\/(matomo|piwik)\.(js|php)/i, call: /\b_paq\.push\b/, exemptible: true },
  { name: "Plausible", role: "analytics", path: /\/js\/plausible[a-z.-]{0,60}\.js/i, exemptible: true },
  { name: "rrweb", role: "session_replay", path: /\/rrweb[a-z.-]{0,40}\.js/i, call: /\brrweb\.record\(/ },
  { name: "OpenReplay", role: "session_replay", path: /\/openreplay[a-z.-]{0,40}\.js/i },
];
