import { describe, expect, it } from "vitest";
import { BrandError, brandFileSchema, contrast, lightened, resolveBrand } from "../../src/report/brand.ts";

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe("a brand file", () => {
  it.each([
    ["a PNG", Uint8Array.from(PNG), "image/png"],
    ["a JPEG", Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"],
  ])("takes %s, known by its bytes", (_name, bytes, mediaType) => {
    expect(resolveBrand({ name: "Agence Lumen" }, bytes).logo?.mediaType).toBe(mediaType);
  });

  it.each([
    ["no picture", new TextEncoder().encode("<svg onload=alert(1)>"), /neither a PNG nor a JPEG/],
    ["an empty file", new Uint8Array(), /neither a PNG nor a JPEG/],
    ["50 MB", new Uint8Array(50_000_000), /at most 524288 are embedded/],
  ])("refuses %s as a logo", (_name, bytes, message) => {
    expect(() => resolveBrand({ name: "Agence Lumen" }, bytes)).toThrow(message);
  });

  it("refuses a colour that nobody can read, with its contrast", () => {
    expect(() => resolveBrand({ name: "Agence Lumen", colour: "#ffe680" }, null)).toThrow(BrandError);
    expect(() => resolveBrand({ name: "Agence Lumen", colour: "#ffe680" }, null)).toThrow(/contrast of 1\.2/);
  });

  it.each([
    { name: "x", colour: "red;} body{display:none" },
    { name: "" },
    { name: "x", colour: "#12" },
    { name: "x", script: "y" },
  ])("refuses %j", (file) => {
    expect(brandFileSchema.safeParse(file).success).toBe(false);
  });

  it("knows the contrast of the standard and lightens a dark colour for the dark page", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast(lightened("#0f4c5c", "#141a20"), "#141a20")).toBeGreaterThan(4.5);
  });
});
