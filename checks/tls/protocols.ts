import { z } from "zod";
import { defineCheck, type CheckContext } from "../../src/core/check.ts";
import type { SectionValue } from "../../src/core/evidence/evidence.ts";
import { TLS_VERSIONS, type TlsEndpoint, type TlsVersion } from "../../src/core/evidence/tls.ts";
import { hostOf, portOf } from "../../src/core/target.ts";
import type { Remedy } from "../../src/core/remedy.ts";
import { fail, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { gapReason, judgeEndpoints, spokenVersions, versionLabels, versionState, webEndpoints } from "./endpoints.ts";
import { protocolsText } from "./protocols.text.ts";

type Code = "no-tls" | "none-modern" | "obsolete" | "not-in-policy";

const settings = z.strictObject({
  accepted: z.array(z.enum(TLS_VERSIONS)).min(1).default(["TLSv1.2", "TLSv1.3"]),
});

/** Which versions of TLS are spoken. SSL 2.0 and 3.0 have checks of their own: tls/drown and tls/sslv3-poodle. */
export const protocols = defineCheck({
  id: "tls/protocols",
  needs: ["tls"],
  uses: ["http"],
  severity: { "no-tls": "critical", "none-modern": "high", obsolete: "medium", "not-in-policy": "low" },
  settings,
  references: {
    rfc: ["RFC 8996", "RFC 9325"],
    cwe: [319, 326],
    rgpd: ["32"],
    anssi: ["SDE-NT-35 R3", "SDE-NT-35 R4"],
    "pci-dss": ["4.2.1", "2.2.7"],
    asvs: ["12.1.1", "12.2.1"],
  },
  text: protocolsText,
  evaluate({ tls, http }, { accepted }, context) {
    const clear = withoutTls(tls, http, context);
    if (clear.length > 0) return clear;
    return judgeEndpoints<Code>(tls, context, (endpoint, subject) => judgeVersions(endpoint, subject, accepted));
  },
});

function judgeVersions(
  endpoint: TlsEndpoint,
  subject: string,
  accepted: readonly TlsVersion[],
): readonly Verdict<Code>[] {
  const spoken = spokenVersions(endpoint);
  const refused = spoken.filter((version) => !accepted.includes(version) && version.startsWith("TLS"));
  const observed = { versions: spoken, address: endpoint.ip };
  const remedy: Remedy = { action: "tls-setting", setting: "protocols", versions: [...accepted] };
  const failed = (code: Code, versions: readonly TlsVersion[]): readonly Verdict<Code>[] => [
    fail({ code, subject, params: { host: subject, versions: versionLabels(versions) }, observed, remedy }),
  ];
  if (spoken.length > 0 && !spoken.some((version) => version === "TLSv1.2" || version === "TLSv1.3")) {
    return failed("none-modern", spoken);
  }
  const obsolete = refused.filter((version) => version === "TLSv1.0" || version === "TLSv1.1");
  if (obsolete.length > 0) return failed("obsolete", obsolete);
  if (refused.length > 0) return failed("not-in-policy", refused);
  const asked = TLS_VERSIONS.filter((version) => version.startsWith("TLS") && !accepted.includes(version));
  if (asked.some((version) => versionState(endpoint, version) === "unknown")) {
    return [notAssessed(gapReason(endpoint, "legacy-versions"), subject)];
  }
  return [pass(subject, observed)];
}

/**
 * The site that cannot be reached encrypted at all: plain text on its port, or nothing there while the same host answers over
 * http. A port that stays silent proves less than one that refuses, and the finding says so.
 */
function withoutTls(
  tls: SectionValue<"tls">,
  http: SectionValue<"http"> | undefined,
  context: CheckContext,
): readonly Verdict<Code>[] {
  const web = webEndpoints(tls, context).filter(({ endpoint }) => endpoint.purpose === "target");
  const primary = web.find((one) => one.primary);
  if (primary === undefined || web.some(({ endpoint }) => endpoint.state === "tls")) return [];
  const { endpoint, subject } = primary;
  const inClear = http?.origins.some((origin) => {
    const url = new URL(origin.url);
    const asked = url.protocol === "http:" && hostOf(url) === endpoint.host;
    return asked && origin.end === "answered" && origin.chain.at(-1)?.url.startsWith("http:") === true;
  });
  const code = endpoint.error?.code;
  // A closed port of a host that answers nowhere at all says that the host is away, not that it has no TLS.
  const answers = http?.origins.some((origin) => origin.chain.length > 0) === true;
  // Whatever a port that answers http does with a ClientHello, it does not speak TLS.
  const speaksHttp = http?.origins.some((origin) => {
    const url = new URL(origin.url);
    const here = hostOf(url) === endpoint.host && portOf(url) === endpoint.port;
    return url.protocol === "http:" && here && origin.end === "answered";
  });
  const proven = endpoint.state === "plain" || speaksHttp === true || (code === "refused" && answers);
  if (!proven && !(inClear === true && code === "timeout")) return [];
  return [
    fail({
      code: "no-tls",
      subject,
      params: { host: subject, port: String(endpoint.port) },
      observed: { port: endpoint.port, state: code ?? endpoint.state, answersInClear: inClear ?? null },
      confidence: proven ? "high" : "medium",
      remedy: [
        { action: "certificate", change: "obtain", names: [endpoint.host] },
        { action: "redirect-to-https", host: endpoint.host },
      ],
    }),
  ];
}
