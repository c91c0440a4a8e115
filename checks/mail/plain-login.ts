import { z } from "zod";
import { defineCheck } from "../../src/core/check.ts";
import { fail, notApplicable, notAssessed, pass, type Verdict } from "../../src/core/verdict.ts";
import { plainLoginText } from "./plain-login.text.ts";

type Code = keyof (typeof plainLoginText)["en"]["outcomes"];

export const plainLogin = defineCheck({
  id: "mail/plain-login",
  needs: ["hosts"],
  severity: { "no-encryption": "high", "before-encryption": "medium" },
  settings: z.strictObject({}),
  references: { rfc: ["RFC 8314"], cwe: [319, 523], rgpd: ["32"] },
  text: plainLoginText,
  evaluate({ hosts }) {
    const services = hosts.hosts.flatMap((host) =>
      host.ports.flatMap((port) =>
        port.mail === undefined || port.mail === null ? [] : [{ host, port, mail: port.mail }],
      ),
    );
    if (services.length === 0) return [notApplicable("no-mail-server")];
    return services.map(({ host, port, mail }): Verdict<Code> => {
      const subject = `${host.host} ${mail.protocol}/${String(port.port)}`;
      if (mail.plainLogin === null) return notAssessed("no-answer", subject);
      if (!mail.plainLogin) return pass(subject);
      return fail({
        code: mail.starttls === true ? "before-encryption" : "no-encryption",
        subject,
        params: { host: host.host, port: String(port.port), protocol: mail.protocol.toUpperCase() },
        observed: { capabilities: mail.capabilities.slice(0, 20) },
        remedy: { action: "review", topic: "mail-login-tls" },
      });
    });
  },
});
