/** DH parameters of PKCS #3 as PEM, for servers of Node's that are given a prime. */
export function dhParameters(prime: Uint8Array, generator: number): string {
  const sequence = tlv(0x30, Buffer.concat([integer(prime), integer(Uint8Array.of(generator))]));
  const lines = sequence.toString("base64").replaceAll(/(.{64})/g, "$1\n");
  return `-----BEGIN DH PARAMETERS-----\n${lines}\n-----END DH PARAMETERS-----\n`;
}

function integer(value: Uint8Array): Buffer {
  return tlv(0x02, Buffer.concat([Buffer.from((value[0] ?? 0) >= 0x80 ? [0] : []), value]));
}

function tlv(tag: number, body: Buffer): Buffer {
  const length =
    body.length < 0x80
      ? Buffer.from([body.length])
      : body.length < 0x100
        ? Buffer.from([0x81, body.length])
        : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}
