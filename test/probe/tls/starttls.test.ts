import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scanEndpoint } from "../../../src/probe/tls/scan-endpoint.ts";
import { handshakeEndpoint } from "../../../src/probe/tls/handshake-endpoint.ts";
import type { StartTlsProtocol } from "../../../src/probe/tls/starttls/starttls.ts";
import { startRaw, type LoopbackServer } from "../../servers/loopback.ts";
import { loopbackEndpoint } from "../../servers/tls/loopback.ts";
import { startTlsServer, type TestTlsServer } from "../../servers/tls/tls-server.ts";

let tls: TestTlsServer;

beforeAll(async () => {
  tls = await startTlsServer(["rsa"], {
    minVersion: "TLSv1.2",
    ciphers: "ECDHE-RSA-AES128-GCM-SHA256:TLS_AES_128_GCM_SHA256",
  });
});

afterAll(async () => tls.close());

/** A server that greets, answers each of these words with these lines, and hands over to TLS after the last. */
async function mailServer(
  greeting: string,
  dialogue: readonly (readonly [word: string, answer: string])[],
): Promise<LoopbackServer> {
  return startRaw((socket) => {
    socket.on("error", () => undefined);
    let step = 0;
    let spokeFirst = true;
    const listen = (chunk: Buffer): void => {
      const [word, answer] = dialogue[step] ?? [];
      // A client that speaks before the banner is dropped, as exim does.
      if (spokeFirst || word === undefined || answer === undefined || !chunk.toString("latin1").startsWith(word)) {
        socket.destroy();
        return;
      }
      step += 1;
      if (step === dialogue.length) {
        socket.off("data", listen);
        socket.write(Buffer.from(answer, "latin1"));
        // MySQL answers nothing: the ClientHello may come in the same segment as the request of 36 bytes.
        if (answer === "" && chunk.length > 36) socket.unshift(chunk.subarray(36));
        pipeToTls(socket);
      } else socket.write(Buffer.from(answer, "latin1"));
    };
    socket.on("data", listen);
    setImmediate(() => {
      spokeFirst = false;
      if (greeting !== "") socket.write(Buffer.from(greeting, "latin1"));
    });
  });
}

function pipeToTls(socket: Socket): void {
  const upstream = connect(tls.port, "127.0.0.1");
  upstream.on("error", () => socket.destroy());
  socket.on("close", () => upstream.destroy());
  upstream.on("close", () => socket.destroy());
  socket.pipe(upstream);
  upstream.pipe(socket);
}

/** A mail server that turns connections away with 421 where it does not take them. */
async function smtpServer(takes: (socket: Socket) => boolean): Promise<LoopbackServer> {
  return startRaw((socket) => {
    socket.on("error", () => undefined);
    if (!takes(socket)) return void socket.end("421 Too many concurrent SMTP connections\r\n");
    socket.write("220 mail.bakery.test ESMTP\r\n");
    socket.once("data", () => {
      socket.write("250-mail.bakery.test\r\n250 STARTTLS\r\n");
      socket.once("data", () => {
        socket.write("220 go ahead\r\n");
        pipeToTls(socket);
      });
    });
  });
}

const MYSQL_GREETING = (() => {
  const body = Buffer.concat([
    Buffer.from([10]),
    Buffer.from("8.4.0\0", "latin1"),
    Buffer.alloc(4),
    Buffer.alloc(8, 0x41),
    Buffer.from([0]),
    Buffer.from([0xff, 0xff]),
    Buffer.alloc(30),
  ]);
  return Buffer.concat([Buffer.from([body.length, 0, 0, 0]), body]).toString("latin1");
})();

const DIALOGUES: readonly (readonly [StartTlsProtocol, string, readonly (readonly [string, string])[]])[] = [
  [
    "smtp",
    "220-mail.bakery.test ESMTP\r\n220 no spam\r\n",
    [
      ["EHLO", "250-mail.bakery.test\r\n250-PIPELINING\r\n250-STARTTLS\r\n250 HELP\r\n"],
      ["STARTTLS", "220 go ahead\r\n"],
    ],
  ],
  ["imap", "* OK bakery\r\n", [["v1 STARTTLS", "* CAPABILITY IMAP4rev2\r\nv1 OK begin\r\n"]]],
  ["pop3", "+OK bakery\r\n", [["STLS", "+OK begin\r\n"]]],
  ["ftp", "220-bakery\r\n line\r\n220 ready\r\n", [["AUTH TLS", "234 go\r\n"]]],
  ["postgres", "", [["\0\0\0\b\u0004\u00d2\u0016\u002f", "S"]]],
  ["mysql", MYSQL_GREETING, [["\u0020\0\0\u0001", ""]]],
];

describe("STARTTLS", () => {
  it.each(DIALOGUES)("%s: the dialogue leads to the same scan", async (protocol, greeting, dialogue) => {
    await using server = await mailServer(greeting, dialogue);

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { starttls: protocol, purpose: "mail" }));

    expect(endpoint).toMatchObject({ state: "tls", starttls: protocol, complete: true });
    expect(endpoint.versions["TLSv1.2"]?.suites).toEqual(["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"]);
    expect(endpoint.versions["TLSv1.3"]?.suites).toEqual(["TLS_AES_128_GCM_SHA256"]);
    expect(endpoint.features?.alpn.known).toBe("not-tested");
  });

  it.each<[string, StartTlsProtocol, string, readonly (readonly [string, string])[]]>([
    ["does not offer it", "smtp", "220 mail\r\n", [["EHLO", "250-mail\r\n250 HELP\r\n"]]],
    ["is another protocol", "smtp", "SSH-2.0-OpenSSH_9.2\r\n", [["x", ""]]],
    ["says no", "pop3", "+OK\r\n", [["STLS", "-ERR no\r\n"]]],
    ["says N", "postgres", "", [["\0\0\0\b", "N"]]],
    ["never ends its banner", "ftp", Array.from({ length: 500 }, () => "220-again\r\n").join(""), [["x", ""]]],
    ["sends one endless line", "imap", "* ".padEnd(20_000, "x"), [["x", ""]]],
  ])("a server that %s is plain, and no fault of TLS", async (_, protocol, greeting, dialogue) => {
    await using server = await mailServer(greeting, dialogue);

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { starttls: protocol, purpose: "mail" }));

    expect(endpoint).toMatchObject({ state: "plain", error: { code: "no-starttls" }, versions: {} });
  });

  it.concurrent(
    "slows down where a server takes few connections at once, and loses nothing by it (exim, ProFTPD)",
    async () => {
      let open = 0;
      await using server = await smtpServer((socket) => {
        open += 1;
        socket.once("close", () => (open -= 1));
        return open <= 3;
      });

      const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { starttls: "smtp", purpose: "mail" }));

      expect(endpoint).toMatchObject({ state: "tls", complete: true });
      expect(endpoint.versions["TLSv1.2"]).toMatchObject({
        suites: ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"],
        complete: true,
      });
    },
  );

  it.concurrent("says that it was throttled where the server turns it away for good", async () => {
    let taken = 0;
    await using server = await smtpServer(() => (taken += 1) <= 12);

    const endpoint = await scanEndpoint(loopbackEndpoint(server.port, { starttls: "smtp", purpose: "mail" }));

    expect(endpoint).toMatchObject({ state: "tls", complete: false, incompleteReason: "throttled" });
  });

  it("serves one ordinary handshake too", async () => {
    const [protocol, greeting, dialogue] = DIALOGUES[0] ?? [];
    await using server = await mailServer(greeting ?? "", dialogue ?? []);

    const endpoint = await handshakeEndpoint(loopbackEndpoint(server.port, { starttls: protocol, purpose: "mail" }));

    expect(endpoint).toMatchObject({ state: "tls", depth: "handshake", complete: true, cost: { connections: 1 } });
    expect(Object.keys(endpoint.versions)).toEqual(["TLSv1.3"]);
    expect(endpoint.certificates[0]?.subjectAltNames).toContain("bakery.test");
  });
});
