import type { Remedy } from "../../src/core/remedy.ts";
import type { AdviceId } from "../../src/data/exposures/advice.ts";
import type { ExposureProbe } from "../../src/data/exposures/exposure.ts";

/** What closes an exposure, besides the sentence of advice. */
type Closing = "delete" | "deny" | "deny-folder" | "delete-folder" | "protect" | "listing" | "none";

const CLOSING: Readonly<Record<AdviceId, Closing>> = {
  "deny-dotfiles": "deny",
  "move-and-rotate": "delete",
  "revoke-key": "delete",
  "regenerate-signing-key": "deny-folder",
  "remove-ssh-key": "delete",
  "delete-copy": "delete",
  "restore-php": "deny",
  "deny-app": "deny-folder",
  "delete-leak": "delete",
  "disable-core-dumps": "delete",
  "indexes-off": "listing",
  "indexes-off-move": "listing",
  "serve-public-only": "deny",
  "serve-build-only": "deny",
  "deny-folder": "deny-folder",
  "move-storage": "deny-folder",
  "restore-authentication": "none",
  "log-elsewhere": "delete",
  "delete-file": "delete",
  "finish-installation": "protect",
  "delete-installer": "delete-folder",
  "delete-tool": "delete-folder",
  "restrict-tool": "protect",
  "require-login": "protect",
  "restrict-status": "deny",
  "production-mode": "none",
  "publishable-keys": "none",
  "no-source-maps": "delete",
  "close-interface": "none",
  "second-factor": "none",
  "rename-admin": "protect",
  "restrict-admin": "protect",
  "odoo-list-db": "deny",
  "provider-host-only": "none",
  "bind-local": "protect",
  "stats-password": "protect",
  "wp-users": "none",
  "wp-authors": "none",
  "wp-xmlrpc": "deny",
  "wp-registration": "none",
  "wp-repair": "none",
  "keep-updated": "none",
  "delete-phpunit": "delete-folder",
  "joomla-update": "none",
  "drupal-update": "none",
  "no-secrets-in-robots": "none",
  "nothing-to-do": "none",
};

/** Advice that the closing steps say already, word for word in other words. */
const SAID: ReadonlySet<AdviceId> = new Set([
  "delete-leak",
  "move-and-rotate",
  "delete-file",
  "delete-tool",
  "deny-folder",
  "indexes-off",
]);

/** What to do about a confirmed exposure, in the order in which to do it. `subject` is its path. */
export function remediesFor(probe: ExposureProbe, subject: string): readonly Remedy[] {
  const path = subject.split("?")[0] ?? subject;
  return [
    ...closingOf(CLOSING[probe.advice], path),
    ...(probe.stake === "credentials" ? [{ action: "rotate-secrets", what: "exposed-credentials" } as const] : []),
    ...(probe.stake === "customer-data" ? [{ action: "review", topic: "assess-notification" } as const] : []),
    ...(SAID.has(probe.advice) ? [] : [{ action: "review", topic: probe.advice } as const]),
  ];
}

function closingOf(closing: Closing, path: string): readonly Remedy[] {
  const isFolder = path.endsWith("/") || /\/\.(?:git|svn|hg|bzr)$/.test(path);
  switch (closing) {
    case "delete":
      // A rule first: it closes the leak within a minute, and the next copy with it.
      return [...deny(path, isFolder), { action: "delete-file", path }];
    case "deny":
      return deny(path, isFolder);
    case "deny-folder":
      return deny(folderOf(path), true);
    case "delete-folder":
      return isFolder ? [...deny(path, true), { action: "delete-file", path }] : [{ action: "delete-file", path }];
    case "protect":
      return path === "/" ? [] : [{ action: "protect-path", path }];
    case "listing":
      return [{ action: "disable-listing", path }];
    case "none":
      return [];
  }
}

/** The root is never denied: that would close the shop. */
function deny(path: string, directory: boolean): readonly Remedy[] {
  return path === "/" || path === "" ? [] : [{ action: "deny-path", path: path.replace(/\/$/, ""), directory }];
}

function folderOf(path: string): string {
  return path.endsWith("/") ? path : path.slice(0, path.lastIndexOf("/") + 1);
}
