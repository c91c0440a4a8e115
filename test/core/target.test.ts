import { describe, expect, it } from "vitest";
import { parseTarget, TargetError } from "../../src/core/target.ts";

describe("parseTarget", () => {
  it.each([
    ["https://bakery.test/", "bakery.test", "https://bakery.test/", "bakery.test", "bakery.test"],
    ["bakery.test", "bakery.test", "https://bakery.test/", "bakery.test", "bakery.test"],
    ["  WWW.Bakery.TEST.  ", "bakery.test", "https://www.bakery.test/", "www.bakery.test", "bakery.test"],
    ["www.bakery.test:443", "bakery.test", "https://www.bakery.test/", "www.bakery.test", "bakery.test"],
    ["bakery.test:80", "bakery.test", "http://bakery.test/", "bakery.test", "bakery.test"],
    ["bakery.test:8443", "bakery.test:8443", "https://bakery.test:8443/", "bakery.test", "bakery.test"],
    [
      "http://bakery.test:8080/shop?a=1#x",
      "bakery.test:8080",
      "http://bakery.test:8080/shop?a=1",
      "bakery.test",
      "bakery.test",
    ],
    [
      "https://boulangerie-éclair.test/",
      "xn--boulangerie-clair-mtb.test",
      "https://xn--boulangerie-clair-mtb.test/",
      "xn--boulangerie-clair-mtb.test",
      "xn--boulangerie-clair-mtb.test",
    ],
    [
      "bakery.myshopify.com",
      "bakery.myshopify.com",
      "https://bakery.myshopify.com/",
      "bakery.myshopify.com",
      "bakery.myshopify.com",
    ],
    ["shop.bakery.co.uk", "shop.bakery.co.uk", "https://shop.bakery.co.uk/", "shop.bakery.co.uk", "bakery.co.uk"],
    ["192.0.2.7", "192.0.2.7", "https://192.0.2.7/", "192.0.2.7", null],
    ["192.0.2.7:8443", "192.0.2.7:8443", "https://192.0.2.7:8443/", "192.0.2.7", null],
    ["2001:db8::7", "2001:db8::7", "https://[2001:db8::7]/", "2001:db8::7", null],
    ["[2001:db8::7]:8443", "[2001:db8::7]:8443", "https://[2001:db8::7]:8443/", "2001:db8::7", null],
    ["http://[::1]/", "::1", "http://[::1]/", "::1", null],
    ["localhost:3000", "localhost:3000", "https://localhost:3000/", "localhost", null],
    ["www.test", "www.test", "https://www.test/", "www.test", "www.test"],
  ])("reads %s", (input, id, url, host, domain) => {
    expect(parseTarget(input)).toEqual({ id, url, host, domain });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["ftp://bakery.test/", "unknown-scheme"],
    ["javascript:alert(1)", "unknown-scheme"],
    ["mailto:info@bakery.test", "e-mail"],
    ["info@bakery.test", "e-mail"],
    ["https://admin:secret@bakery.test/", "credentials"],
    ["bakery.test:70000", "port"],
    ["https://bakery.test:65536/", "port"],
    ["bakery.test:0", "port"],
    ["my shop", "not-an-address"],
    ["/etc/passwd", "not-an-address"],
    ["C:\\\\site\\\\index.html", "not-an-address"],
    ["https://", "not-an-address"],
    ["https://bakery.test/\u0000", "not-an-address"],
    ["[2001:db8::zz]", "not-an-address"],
    ["-bakery.test", "host-name"],
    [`${"a".repeat(64)}.test`, "host-name"],
    ["bakery..test", "host-name"],
    [`${"bakery.".repeat(40)}test`, "host-name"],
  ])("refuses %j with a sentence", (input, code) => {
    const act = (): unknown => parseTarget(input);

    expect(act).toThrow(TargetError);
    expect(act).toThrow(expect.objectContaining({ code, message: expect.stringMatching(/.{20,}/) as string }));
  });
});
