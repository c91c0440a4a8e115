import type { Catalogue } from "../src/core/check.ts";
import { cookieFlags } from "./cookies/flags.ts";
import { cspPayment } from "./headers/csp-payment.ts";
import { csp } from "./headers/csp.ts";
import { framing } from "./headers/framing.ts";
import { hsts } from "./headers/hsts.ts";
import { httpsRedirect } from "./headers/https-redirect.ts";
import { nosniff } from "./headers/nosniff.ts";

/** The catalogue: every check, in report order, written out by hand. A new check adds one import and one line. */
export const catalogue: Catalogue = [
  // headers
  httpsRedirect,
  hsts,
  csp,
  cspPayment,
  framing,
  nosniff,
  // cookies
  cookieFlags,
];
