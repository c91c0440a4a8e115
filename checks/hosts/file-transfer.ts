import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notAssessed, pass } from "../../src/core/verdict.ts";
import { assessableHosts, foundNone } from "./assessable.ts";
import { fileTransferText } from "./file-transfer.text.ts";

export const fileTransfer = defineCheck({
  id: "hosts/file-transfer",
  needs: ["hosts"],
  severity: { "no-tls": "medium" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 4217"], cwe: [319, 523], rgpd: ["32"], "pci-dss": ["2.2.7", "8.3.2"] },
  text: fileTransferText,
  evaluate({ hosts }) {
    const { clear } = assessableHosts(hosts);
    const services = clear.flatMap((host) =>
      host.ports.filter((port) => port.service === "ftp").map((port) => ({ host, port })),
    );
    if (services.length === 0) return foundNone(hosts, "no-ftp");
    return services.map(({ host, port }) => {
      const subject = `${host.host} ftp/${String(port.port)}`;
      const offered = port.tls === "implicit" ? "yes" : port.facts?.["authTls"];
      if (offered === "yes") return pass(subject);
      // Many servers tell strangers nothing of their features: no word is not a no.
      if (offered !== "no") return notAssessed("inconclusive", subject);
      return fail({
        code: "no-tls",
        subject,
        params: { host: host.host, port: String(port.port) },
        observed: { banner: port.banner },
        remedy: { action: "review", topic: "ftp-to-sftp" },
      });
    });
  },
});
