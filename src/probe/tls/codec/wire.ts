import type { TlsVersion } from "../../../core/evidence/tls.ts";

/** Protocol versions as they stand in a hello. SSL 2.0 has its own hello. */
export const WIRE_VERSIONS = {
  SSLv3: 0x0300,
  "TLSv1.0": 0x0301,
  "TLSv1.1": 0x0302,
  "TLSv1.2": 0x0303,
  "TLSv1.3": 0x0304,
} as const;

export type HelloVersion = keyof typeof WIRE_VERSIONS;

/** The name of a version number, or null for one that no table has. */
export function versionName(wire: number): TlsVersion | null {
  for (const [name, value] of Object.entries(WIRE_VERSIONS)) {
    // The keys of the table above are the names.
    if (value === wire) return name as HelloVersion;
  }
  return wire === 0x0002 ? "SSLv2" : null;
}

export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23, heartbeat: 24 } as const;

export const HANDSHAKE = {
  serverHello: 2,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateStatus: 22,
} as const;

export const EXTENSION = {
  serverName: 0,
  statusRequest: 5,
  supportedGroups: 10,
  ecPointFormats: 11,
  signatureAlgorithms: 13,
  heartbeat: 15,
  alpn: 16,
  signedCertificateTimestamp: 18,
  padding: 21,
  encryptThenMac: 22,
  extendedMasterSecret: 23,
  sessionTicket: 35,
  supportedVersions: 43,
  pskKeyExchangeModes: 45,
  keyShare: 51,
  renegotiationInfo: 0xff01,
} as const;

/** Signalling values in the suite list. */
export const SCSV = { emptyRenegotiationInfo: 0x00ff, fallback: 0x5600 } as const;

/** A suite number reserved by RFC 8701 so that no server ever accepts it. */
export const GREASE_SUITE = 0x0a0a;
