import type { Zone } from "./dns-server.ts";

/** The names of the demo shop as somebody in a hurry left them: mail in its name can be forged. */
export const HURRIED_ZONE: Zone = {
  "bakery.test SOA": ["ns1.bakery.test"],
  "bakery.test NS": ["ns1.bakery.test", "ns2.bakery.test"],
  "bakery.test A": ["127.0.0.1"],
  "www.bakery.test CNAME": ["bakery.test"],
  "bakery.test MX": ["10 mx.bakery.test"],
  "mx.bakery.test A": ["127.0.0.1"],
  "bakery.test TXT": ["v=spf1 mx include:spf.newsletter.test ?all"],
  "spf.newsletter.test TXT": ["v=spf1 ip4:192.0.2.0/24 -all"],
  "_dmarc.bakery.test TXT": ["v=DMARC1; p=none"],
};

/** The same names repaired. */
export const REPAIRED_ZONE: Zone = {
  ...HURRIED_ZONE,
  "bakery.test TXT": ["v=spf1 mx include:spf.newsletter.test -all"],
  "_dmarc.bakery.test TXT": ["v=DMARC1; p=reject; rua=mailto:dmarc@bakery.test"],
  "_smtp._tls.bakery.test TXT": ["v=TLSRPTv1; rua=mailto:tls@bakery.test"],
  "bakery.test CAA": ["0 issue demo-ca.test", "0 iodef mailto:security@bakery.test"],
  "bakery.test DS": ["12345 13 2 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"],
};
