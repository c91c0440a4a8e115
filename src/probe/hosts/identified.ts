import type { z } from "zod";
import type { mailServiceSchema, servicePortSchema, sshSchema } from "../../core/evidence/hosts.ts";
import { cleanText } from "../../core/text.ts";

export type ServicePort = z.infer<typeof servicePortSchema>;
export type SshFacts = z.infer<typeof sshSchema>;
export type MailFacts = z.infer<typeof mailServiceSchema>;

/** What an open port turned out to be. */
export interface Identified {
  readonly service: string;
  readonly identifiedBy: string;
  readonly banner?: string | null;
  readonly product?: string | null;
  readonly version?: string | null;
  readonly access?: NonNullable<ServicePort["access"]>;
  readonly ssh?: SshFacts;
  readonly mail?: MailFacts;
  readonly facts?: Readonly<Record<string, string>>;
}

/** The first line of a service that speaks text, made harmless and short. */
export function bannerLine(bytes: Uint8Array): string {
  const end = bytes.indexOf(0x0a);
  return bannerText(end === -1 ? bytes : bytes.subarray(0, end));
}

/** The first words of a service, made harmless and short. */
export function bannerText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, 400)).toString("latin1");
  return cleanText(text.replaceAll(/[^\x20-\x7e\u00a0-\u00ff]+/g, " ").trim(), 200);
}
