/** Who sends mail for a domain, by what SPF records include. Own list, from the senders' public set-up pages. */
export const MAIL_SENDERS_DATE = "2026-11-23";

export interface MailSender {
  readonly name: string;
  /** Seat of the operating company: a hint for transfers outside the European Union. */
  readonly country: string;
  readonly domains: readonly string[];
}

/** An include matches a domain or what ends in it. */
export const MAIL_SENDERS: readonly MailSender[] = [
  { name: "Google Workspace", country: "US", domains: ["_spf.google.com", "_netblocks.google.com", "google.com"] },
  { name: "Microsoft 365", country: "US", domains: ["protection.outlook.com", "spf.protection.outlook.com"] },
  { name: "OVHcloud", country: "FR", domains: ["mx.ovh.com", "ovh.com", "ovh.net"] },
  { name: "Gandi", country: "FR", domains: ["_mailcust.gandi.net", "gandi.net"] },
  {
    name: "IONOS",
    country: "DE",
    domains: ["_spf.perfora.net", "_spf.kundenserver.de", "_spf-eu.ionos.com", "ionos.com"],
  },
  { name: "Infomaniak", country: "CH", domains: ["spf.infomaniak.ch", "infomaniak.ch"] },
  { name: "o2switch", country: "FR", domains: ["spf.jabatus.fr", "o2switch.net"] },
  { name: "LWS", country: "FR", domains: ["spf.lws-hosting.com", "lws-hosting.com"] },
  { name: "Hostinger", country: "LT", domains: ["_spf.mail.hostinger.com", "hostinger.com"] },
  { name: "PlanetHoster", country: "CA", domains: ["planethoster.net", "planethoster.com"] },
  { name: "Proton Mail", country: "CH", domains: ["_spf.protonmail.ch", "protonmail.ch"] },
  { name: "Zoho Mail", country: "IN", domains: ["zoho.com", "zoho.eu", "zohomail.com"] },
  { name: "Fastmail", country: "AU", domains: ["spf.messagingengine.com", "messagingengine.com"] },
  { name: "Brevo", country: "FR", domains: ["spf.sendinblue.com", "spf.brevo.com", "sendinblue.com", "brevo.com"] },
  { name: "Mailjet", country: "FR", domains: ["spf.mailjet.com", "mailjet.com"] },
  {
    name: "Mailchimp",
    country: "US",
    domains: ["servers.mcsv.net", "mcsv.net", "spf.mandrillapp.com", "mandrillapp.com"],
  },
  { name: "SendGrid (Twilio)", country: "US", domains: ["sendgrid.net"] },
  { name: "Mailgun (Sinch)", country: "US", domains: ["mailgun.org", "eu.mailgun.org"] },
  { name: "Amazon SES", country: "US", domains: ["amazonses.com"] },
  { name: "Postmark", country: "US", domains: ["spf.mtasv.net", "mtasv.net"] },
  { name: "SparkPost", country: "US", domains: ["sparkpostmail.com", "_spf.sparkpostmail.com"] },
  { name: "Klaviyo", country: "US", domains: ["klaviyomail.com", "_spf.klaviyo.com"] },
  { name: "HubSpot", country: "US", domains: ["hubspotemail.net"] },
  { name: "ActiveCampaign", country: "US", domains: ["emsd1.com", "acems1.com"] },
  {
    name: "Salesforce",
    country: "US",
    domains: ["_spf.salesforce.com", "exacttarget.com", "cust-spf.exacttarget.com"],
  },
  {
    name: "Sarbacane",
    country: "FR",
    domains: ["spf.mailify.com", "sarbacane.com", "tipimail.com", "spf.tipimail.com"],
  },
  { name: "MailerLite", country: "LT", domains: ["_spf.mlsend.com", "mlsend.com"] },
  { name: "GetResponse", country: "PL", domains: ["_spf.getresponse.com", "getresponse.com"] },
  { name: "CleverReach", country: "DE", domains: ["spf.crsend.com", "crsend.com"] },
  { name: "Shopify", country: "CA", domains: ["shops.shopify.com", "shopify.com"] },
  { name: "Wix", country: "IL", domains: ["wixmail.com", "ascendbywix.com"] },
  { name: "Zendesk", country: "US", domains: ["mail.zendesk.com", "zendesk.com"] },
  { name: "Freshdesk", country: "US", domains: ["email.freshdesk.com", "freshemail.io"] },
  { name: "Gorgias", country: "US", domains: ["spf.gorgias.io"] },
  { name: "Mailinblack", country: "FR", domains: ["mailinblack.com"] },
  {
    name: "Vade (Hornetsecurity)",
    country: "FR",
    domains: ["spf.hornetsecurity.com", "vadesecure.com", "antispameurope.com"],
  },
  { name: "Proofpoint", country: "US", domains: ["pphosted.com", "ppe-hosted.com"] },
  { name: "Mimecast", country: "GB", domains: ["_netblocks.mimecast.com", "mimecast.com"] },
  { name: "Barracuda", country: "US", domains: ["spf.ess.barracudanetworks.com", "barracudanetworks.com"] },
];

/** The sender behind an include; null where it is not known. */
export function mailSenderOf(include: string): MailSender | null {
  return (
    MAIL_SENDERS.find(({ domains }) =>
      domains.some((domain) => include === domain || include.endsWith(`.${domain}`)),
    ) ?? null
  );
}
