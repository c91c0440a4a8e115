import type { Catalogue } from "../src/core/check.ts";
import { caa } from "./certificate/caa.ts";
import { chain } from "./certificate/chain.ts";
import { expiry } from "./certificate/expiry.ts";
import { hostName } from "./certificate/host-name.ts";
import { key } from "./certificate/key.ts";
import { lifetime } from "./certificate/lifetime.ts";
import { signature } from "./certificate/signature.ts";
import { stapling } from "./certificate/stapling.ts";
import { transparency } from "./certificate/transparency.ts";
import { trust } from "./certificate/trust.ts";
import { wildcard } from "./certificate/wildcard.ts";
import { cookieFlags } from "./cookies/flags.ts";
import { cookieLifetimes } from "./cookies/lifetime.ts";
import { cookiePrefixes } from "./cookies/prefixes.ts";
import { sameSite } from "./cookies/samesite.ts";
import { cookieScope } from "./cookies/scope.ts";
import { setOverHttp } from "./cookies/set-over-http.ts";
import { dangling } from "./dns/dangling.ts";
import { dnssec } from "./dns/dnssec.ts";
import { nameServers } from "./dns/name-servers.ts";
import { adminPanels } from "./exposure/admin-panels.ts";
import { adminTools } from "./exposure/admin-tools.ts";
import { backups } from "./exposure/backups.ts";
import { components } from "./exposure/components.ts";
import { configCopies } from "./exposure/config-copies.ts";
import { customPaths } from "./exposure/custom-paths.ts";
import { customerData } from "./exposure/customer-data.ts";
import { databaseDumps } from "./exposure/database-dumps.ts";
import { debug } from "./exposure/debug.ts";
import { directoryListing } from "./exposure/directory-listing.ts";
import { installers } from "./exposure/installers.ts";
import { logs } from "./exposure/logs.ts";
import { metadata } from "./exposure/metadata.ts";
import { openInterfaces } from "./exposure/open-interfaces.ts";
import { platformFiles } from "./exposure/platform-files.ts";
import { secrets } from "./exposure/secrets.ts";
import { serverStatus } from "./exposure/server-status.ts";
import { userEnumeration } from "./exposure/user-enumeration.ts";
import { versionControl } from "./exposure/version-control.ts";
import { vulnerableLibraries } from "./exposure/vulnerable-libraries.ts";
import { actionRedirect } from "./forms/action-redirect.ts";
import { actionTarget } from "./forms/action-target.ts";
import { actionTls } from "./forms/action-tls.ts";
import { actionTransport } from "./forms/action-transport.ts";
import { bankDetails } from "./forms/bank-details.ts";
import { cardFields } from "./forms/card-fields.ts";
import { csrf } from "./forms/csrf.ts";
import { excessFields } from "./forms/excess-fields.ts";
import { formActionPolicy } from "./forms/form-action-policy.ts";
import { framedLogin } from "./forms/framed-login.ts";
import { mailto } from "./forms/mailto.ts";
import { pageTransport } from "./forms/page-transport.ts";
import { password } from "./forms/password.ts";
import { personalDataInUrl } from "./forms/personal-data-in-url.ts";
import { scriptTransport } from "./forms/script-transport.ts";
import { sensitiveData } from "./forms/sensitive-data.ts";
import { cachePersonalPages } from "./headers/cache-personal-pages.ts";
import { cors } from "./headers/cors.ts";
import { crossOriginIsolation } from "./headers/cross-origin-isolation.ts";
import { cspNonce } from "./headers/csp-nonce.ts";
import { cspPayment } from "./headers/csp-payment.ts";
import { csp } from "./headers/csp.ts";
import { debugHeaders } from "./headers/debug.ts";
import { deprecated } from "./headers/deprecated.ts";
import { framing } from "./headers/framing.ts";
import { hsts } from "./headers/hsts.ts";
import { httpsRedirect } from "./headers/https-redirect.ts";
import { mixedContent } from "./headers/mixed-content.ts";
import { nosniff } from "./headers/nosniff.ts";
import { permissionsPolicy } from "./headers/permissions-policy.ts";
import { referrerPolicy } from "./headers/referrer-policy.ts";
import { reporting } from "./headers/reporting.ts";
import { securityTxt } from "./headers/security-txt.ts";
import { sri } from "./headers/sri.ts";
import { versionBanner } from "./headers/version-banner.ts";
import { exposedService } from "./hosts/exposed-service.ts";
import { fileTransfer } from "./hosts/file-transfer.ts";
import { ssh } from "./hosts/ssh.ts";
import { dmarc } from "./mail/dmarc.ts";
import { mtaSts } from "./mail/mta-sts.ts";
import { plainLogin } from "./mail/plain-login.ts";
import { spf } from "./mail/spf.ts";
import { starttls } from "./mail/starttls.ts";
import { tlsRpt } from "./mail/tls-rpt.ts";
import { captchaFonts } from "./privacy/captcha-fonts.ts";
import { consentBoxes } from "./privacy/consent-boxes.ts";
import { consentChoice } from "./privacy/consent-choice.ts";
import { consentTool } from "./privacy/consent-tool.ts";
import { consentWording } from "./privacy/consent-wording.ts";
import { cookieLifetimeCheck } from "./privacy/cookie-lifetime.ts";
import { legalNotice } from "./privacy/legal-notice.ts";
import { paymentPageScripts } from "./privacy/payment-page-scripts.ts";
import { personalDataInPage } from "./privacy/personal-data-in-page.ts";
import { policyContent } from "./privacy/policy-content.ts";
import { policyLink } from "./privacy/policy-link.ts";
import { policyPage } from "./privacy/policy-page.ts";
import { policyProcessors } from "./privacy/policy-processors.ts";
import { referrerLeak } from "./privacy/referrer-leak.ts";
import { sessionReplay } from "./privacy/session-replay.ts";
import { terms } from "./privacy/terms.ts";
import { thirdParties } from "./privacy/third-parties.ts";
import { trackersBeforeConsent } from "./privacy/trackers-before-consent.ts";
import { withdrawal } from "./privacy/withdrawal.ts";
import { cbc } from "./tls/cbc.ts";
import { clientCertificate } from "./tls/client-certificate.ts";
import { compression } from "./tls/compression.ts";
import { dhParameters } from "./tls/dh-parameters.ts";
import { drown } from "./tls/drown.ts";
import { earlyData } from "./tls/early-data.ts";
import { extendedMasterSecret } from "./tls/extended-master-secret.ts";
import { fallbackScsv } from "./tls/fallback-scsv.ts";
import { forwardSecrecy } from "./tls/forward-secrecy.ts";
import { freak } from "./tls/freak.ts";
import { groups } from "./tls/groups.ts";
import { heartbeat } from "./tls/heartbeat.ts";
import { nodeDrift } from "./tls/node-drift.ts";
import { postQuantum } from "./tls/post-quantum.ts";
import { protocols } from "./tls/protocols.ts";
import { renegotiation } from "./tls/renegotiation.ts";
import { serverOrder } from "./tls/server-order.ts";
import { sessionResumption } from "./tls/session-resumption.ts";
import { signatureSchemes } from "./tls/signature-schemes.ts";
import { sni } from "./tls/sni.ts";
import { sslv3Poodle } from "./tls/sslv3-poodle.ts";
import { tls13 } from "./tls/tls13.ts";
import { weakSuites } from "./tls/weak-suites.ts";

/** The catalogue: every check, in report order, written out by hand. A new check adds one import and one line. */
export const catalogue: Catalogue = [
  protocols,
  tls13,
  weakSuites,
  forwardSecrecy,
  cbc,
  serverOrder,
  groups,
  postQuantum,
  dhParameters,
  sslv3Poodle,
  drown,
  freak,
  compression,
  renegotiation,
  fallbackScsv,
  earlyData,
  extendedMasterSecret,
  signatureSchemes,
  sessionResumption,
  heartbeat,
  clientCertificate,
  sni,
  nodeDrift,
  expiry,
  trust,
  hostName,
  chain,
  lifetime,
  key,
  signature,
  transparency,
  stapling,
  caa,
  wildcard,
  // headers
  httpsRedirect,
  hsts,
  csp,
  cspPayment,
  cspNonce,
  framing,
  mixedContent,
  cors,
  cachePersonalPages,
  sri,
  nosniff,
  referrerPolicy,
  permissionsPolicy,
  crossOriginIsolation,
  versionBanner,
  debugHeaders,
  deprecated,
  reporting,
  securityTxt,
  // cookies
  cookieFlags,
  sameSite,
  setOverHttp,
  cookiePrefixes,
  cookieScope,
  cookieLifetimes,
  // exposure
  versionControl,
  secrets,
  configCopies,
  databaseDumps,
  backups,
  customerData,
  logs,
  adminPanels,
  adminTools,
  installers,
  debug,
  serverStatus,
  directoryListing,
  platformFiles,
  userEnumeration,
  components,
  metadata,
  openInterfaces,
  vulnerableLibraries,
  customPaths,
  // forms
  pageTransport,
  actionTransport,
  actionRedirect,
  actionTarget,
  actionTls,
  scriptTransport,
  mailto,
  personalDataInUrl,
  bankDetails,
  cardFields,
  sensitiveData,
  excessFields,
  password,
  csrf,
  framedLogin,
  formActionPolicy,
  // privacy
  consentBoxes,
  consentWording,
  policyLink,
  policyPage,
  policyContent,
  policyProcessors,
  legalNotice,
  terms,
  withdrawal,
  trackersBeforeConsent,
  consentTool,
  consentChoice,
  cookieLifetimeCheck,
  sessionReplay,
  paymentPageScripts,
  personalDataInPage,
  referrerLeak,
  captchaFonts,
  thirdParties,
  // mail
  spf,
  dmarc,
  mtaSts,
  tlsRpt,
  starttls,
  plainLogin,
  // dns
  dangling,
  dnssec,
  nameServers,
  // hosts
  exposedService,
  ssh,
  fileTransfer,
];
