/** The areas of a report, in report order; each is a folder of `checks/`. */
export const AREAS = [
  "tls",
  "certificate",
  "headers",
  "cookies",
  "exposure",
  "forms",
  "privacy",
  "mail",
  "dns",
  "hosts",
] as const;

export type Area = (typeof AREAS)[number];
