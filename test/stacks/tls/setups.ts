import type { Place, StackSetup } from "./stack.ts";

/** What a stack must turn out to be: numbers of suites per version where the package's version fixes them. */
export interface ExpectedStack {
  readonly name: string;
  readonly setup: StackSetup;
  /** Versions that the configuration switches on. */
  readonly versions: readonly string[];
  /** Connections that the scan may cost; measured and rounded up. */
  readonly connections: number;
  /** Key types of its certificates; one RSA certificate where it does not say. */
  readonly keys?: readonly string[];
}

function nginx(place: Place, server: string): { command: string; args: readonly string[] } {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${place.folder}/${name};`)
    .join(" ");
  place.write(
    "nginx.conf",
    `daemon off; worker_processes 2; pid ${place.folder}/nginx.pid; error_log stderr;
events { worker_connections 512; }
http { access_log off; ${temporary}
server { listen 127.0.0.1:${place.port} ssl; server_name bakery.test; ${server} } }`,
  );
  return { command: "nginx", args: ["-p", place.folder, "-c", "nginx.conf"] };
}

function lighttpd(module: string): StackSetup {
  return {
    needs: ["lighttpd", `/usr/lib/lighttpd/mod_${module}.so`],
    start: (place) => {
      place.write(
        "lighttpd.conf",
        `server.modules = ("mod_${module}")
server.document-root = "${place.folder}"
server.bind = "127.0.0.1"
server.port = ${place.port}
ssl.engine = "enable"
ssl.pemfile = "${place.folder}/rsa.pem"
ssl.openssl.ssl-conf-cmd = ("MinProtocol" => "TLSv1.2", "CipherString" => "HIGH")`,
      );
      return { command: "lighttpd", args: ["-D", "-f", "lighttpd.conf"] };
    },
  };
}

const MODERN_SUITES =
  "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305";

/** nginx as the Mozilla guidelines have it: three suites of TLS 1.2, three of TLS 1.3, three groups. */
export const MODERN_NGINX: StackSetup = {
  needs: ["nginx"],
  start: (place) =>
    nginx(
      place,
      `ssl_certificate rsa.crt; ssl_certificate_key rsa.key; ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${MODERN_SUITES};
ssl_prefer_server_ciphers off; ssl_ecdh_curve X25519:prime256v1:secp384r1;`,
    ),
};

/** nginx with everything that OpenSSL still has, two certificates and DH. */
export const OLD_NGINX: StackSetup = {
  needs: ["nginx", "openssl"],
  start: (place) => {
    place.prepare("openssl", ["dhparam", "-dsaparam", "-out", "dh.pem", "1024"]);
    return nginx(
      place,
      `ssl_certificate rsa.crt; ssl_certificate_key rsa.key; ssl_certificate ec.crt; ssl_certificate_key ec.key;
ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3; ssl_ciphers ALL:COMPLEMENTOFALL:@SECLEVEL=0; ssl_early_data on; ssl_dhparam dh.pem;`,
    );
  },
};

const THREE_KEYS_NGINX: StackSetup = {
  needs: ["nginx"],
  start: (place) =>
    nginx(
      place,
      `ssl_certificate rsa.crt; ssl_certificate_key rsa.key; ssl_certificate ec.crt; ssl_certificate_key ec.key;
ssl_certificate ed25519.crt; ssl_certificate_key ed25519.key; ssl_protocols TLSv1.2 TLSv1.3; ssl_ciphers ${MODERN_SUITES};`,
    ),
};

const SERVER_ORDER_NGINX: StackSetup = {
  needs: ["nginx"],
  start: (place) =>
    nginx(
      place,
      `ssl_certificate rsa.crt; ssl_certificate_key rsa.key; ssl_protocols TLSv1.2; ssl_prefer_server_ciphers on;
ssl_ciphers AES256-SHA:ARIA256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-ARIA128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA;`,
    ),
};

export const STACKS: readonly ExpectedStack[] = [
  { name: "nginx, modern", setup: MODERN_NGINX, versions: ["TLSv1.2", "TLSv1.3"], connections: 25 },
  {
    name: "nginx, everything",
    setup: OLD_NGINX,
    versions: ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
    connections: 190,
    keys: ["rsa", "ec"],
  },
  {
    name: "nginx, three certificates",
    setup: THREE_KEYS_NGINX,
    versions: ["TLSv1.2", "TLSv1.3"],
    connections: 40,
    keys: ["rsa", "ec", "ed25519"],
  },
  {
    name: "nginx, an order of its own over common and rare suites",
    setup: SERVER_ORDER_NGINX,
    versions: ["TLSv1.2"],
    connections: 60,
  },
  { name: "lighttpd with OpenSSL", setup: lighttpd("openssl"), versions: ["TLSv1.2", "TLSv1.3"], connections: 90 },
  { name: "lighttpd with GnuTLS", setup: lighttpd("gnutls"), versions: ["TLSv1.2", "TLSv1.3"], connections: 90 },
  { name: "lighttpd with mbedTLS", setup: lighttpd("mbedtls"), versions: ["TLSv1.2"], connections: 170 },
  { name: "lighttpd with NSS", setup: lighttpd("nss"), versions: ["TLSv1.2", "TLSv1.3"], connections: 80 },
  { name: "lighttpd with wolfSSL", setup: lighttpd("wolfssl"), versions: ["TLSv1.2", "TLSv1.3"], connections: 120 },
  {
    name: "caddy",
    setup: {
      needs: ["caddy"],
      start: (place) => {
        place.write(
          "Caddyfile",
          `{
admin off
auto_https off
}
https://:${place.port} {
tls ${place.folder}/rsa.crt ${place.folder}/rsa.key
respond "bread"
}`,
        );
        return { command: "caddy", args: ["run", "--config", "Caddyfile", "--adapter", "caddyfile"] };
      },
    },
    versions: ["TLSv1.2", "TLSv1.3"],
    connections: 40,
  },
  {
    name: "gnutls-serv, TLS 1.0 to 1.3 with RC4 and 3DES",
    setup: {
      needs: ["gnutls-serv"],
      start: ({ port }) => ({
        command: "gnutls-serv",
        args: [
          "--port",
          String(port),
          "--x509certfile",
          "rsa.crt",
          "--x509keyfile",
          "rsa.key",
          "--quiet",
          "--noticket",
          "--priority",
          "LEGACY:+VERS-TLS1.0:+VERS-TLS1.1:+ARCFOUR-128:+3DES-CBC:+SHA1",
        ],
      }),
    },
    versions: ["TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
    connections: 190,
  },
  {
    name: "HAProxy, which settles on one of two certificates at the first look",
    setup: {
      needs: ["haproxy"],
      start: (place) => {
        // HAProxy takes a folder's shop.pem.rsa and shop.pem.ecdsa as the certificates of one site.
        place.prepare("mkdir", ["site"]);
        place.prepare("cp", ["rsa.pem", "site/shop.pem.rsa"]);
        place.prepare("cp", ["ec.pem", "site/shop.pem.ecdsa"]);
        place.write(
          "haproxy.cfg",
          `defaults
  mode http
  timeout connect 5s
  timeout client 5s
  timeout server 5s
frontend shop
  bind 127.0.0.1:${place.port} ssl crt ${place.folder}/site alpn h2,http/1.1
  http-request return status 200 content-type text/plain string bread
`,
        );
        return { command: "haproxy", args: ["-f", "haproxy.cfg"] };
      },
    },
    versions: ["TLSv1.2", "TLSv1.3"],
    connections: 70,
    keys: ["rsa", "ec"],
  },
  { name: "Java, its defaults", setup: java("usual"), versions: ["TLSv1.2", "TLSv1.3"], connections: 70 },
  {
    name: "Java with everything that it has, export suites and SSL 3.0 too",
    setup: java("everything"),
    versions: ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2", "TLSv1.3"],
    connections: 400,
  },
  {
    name: "NSS selfserv, SSL 3.0 only",
    setup: selfserv("ssl3:ssl3", ":0005:000A:002F:0035"),
    versions: ["SSLv3"],
    connections: 50,
  },
  {
    name: "NSS selfserv, SSL 3.0 to TLS 1.2",
    setup: selfserv("ssl3:tls1.2", ":0005:000A:002F:0035:009C:C013:C02F"),
    versions: ["SSLv3", "TLSv1.0", "TLSv1.1", "TLSv1.2"],
    connections: 100,
  },
  {
    name: "openssl s_server, TLS 1.3 only",
    setup: {
      needs: ["openssl"],
      start: ({ port }) => ({
        command: "openssl",
        args: ["s_server", "-accept", `127.0.0.1:${port}`, "-cert", "ec.crt", "-key", "ec.key", "-tls1_3", "-quiet"],
      }),
    },
    versions: ["TLSv1.3"],
    connections: 40,
    keys: ["ec"],
  },
  {
    name: "openssl s_server, RSA and EdDSA",
    setup: {
      needs: ["openssl"],
      start: ({ port }) => ({
        command: "openssl",
        args: [
          "s_server",
          "-accept",
          `127.0.0.1:${port}`,
          "-quiet",
          "-cert",
          "rsa.crt",
          "-key",
          "rsa.key",
          "-dcert",
          "ed25519.crt",
          "-dkey",
          "ed25519.key",
          "-cipher",
          "ECDHE+AESGCM",
        ],
      }),
    },
    versions: ["TLSv1.2", "TLSv1.3"],
    connections: 40,
    keys: ["rsa", "ed25519"],
  },
  {
    name: "gnutls-serv, EdDSA only",
    setup: {
      needs: ["gnutls-serv"],
      start: ({ port }) => ({
        command: "gnutls-serv",
        args: ["--port", String(port), "--x509certfile", "ed25519.crt", "--x509keyfile", "ed25519.key", "--quiet"],
      }),
    },
    versions: ["TLSv1.2", "TLSv1.3"],
    connections: 50,
    keys: ["ed25519"],
  },
];

/** A server of the JDK's own TLS, run from its source. */
function java(settings: "usual" | "everything"): StackSetup {
  return {
    needs: ["java", "javac", "openssl"],
    start: (place) => {
      place.prepare("openssl", [
        "pkcs12",
        "-export",
        "-in",
        "rsa.crt",
        "-inkey",
        "rsa.key",
        "-passout",
        "pass:bakery",
        "-out",
        "shop.p12",
      ]);
      place.write("Shop.java", JAVA_SERVER);
      // What the JDK's security file switches off by default.
      place.write(
        "weak.security",
        ["jdk.tls.disabledAlgorithms=", "jdk.certpath.disabledAlgorithms=", "jdk.tls.legacyAlgorithms="].join("\n"),
      );
      const weak = settings === "everything" ? [`-Djava.security.properties=${place.folder}/weak.security`] : [];
      return { command: "java", args: [...weak, "Shop.java", String(place.port), settings] };
    },
  };
}

const JAVA_SERVER = `import java.io.FileInputStream;
import java.net.InetAddress;
import java.security.KeyStore;
import javax.net.ssl.*;

public class Shop {
  public static void main(String[] args) throws Exception {
    char[] password = "bakery".toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(new FileInputStream("shop.p12"), password);
    KeyManagerFactory keys = KeyManagerFactory.getInstance("SunX509");
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    SSLServerSocket server = (SSLServerSocket) context.getServerSocketFactory()
        .createServerSocket(Integer.parseInt(args[0]), 200, InetAddress.getByName("127.0.0.1"));
    if (args[1].equals("everything")) {
      server.setEnabledCipherSuites(server.getSupportedCipherSuites());
      server.setEnabledProtocols(server.getSupportedProtocols());
    }
    while (true) {
      SSLSocket visitor = (SSLSocket) server.accept();
      new Thread(() -> {
        try (visitor) {
          visitor.startHandshake();
          visitor.getInputStream().read();
        } catch (Exception expected) {
          // A scanner's handshakes end early.
        }
      }).start();
    }
  }
}
`;

function selfserv(versions: string, suites: string): StackSetup {
  return {
    needs: ["selfserv", "certutil", "pk12util", "openssl"],
    start: (place) => {
      place.prepare("openssl", [
        "pkcs12",
        "-export",
        "-in",
        "rsa.crt",
        "-inkey",
        "rsa.key",
        "-name",
        "bakery",
        "-passout",
        "pass:",
        "-out",
        "rsa.p12",
      ]);
      place.prepare("certutil", ["-N", "-d", `sql:${place.folder}`, "--empty-password"]);
      place.prepare("pk12util", ["-i", "rsa.p12", "-d", `sql:${place.folder}`, "-W", "", "-K", ""]);
      return {
        command: "selfserv",
        args: ["-p", String(place.port), "-d", `sql:${place.folder}`, "-n", "bakery", "-V", versions, "-c", suites],
      };
    },
  };
}
