import { z } from "zod";

/** The largest logo that is embedded, in bytes. */
export const MAXIMUM_LOGO_BYTES = 512 * 1024;

/** WCAG 2.2 AA for text. */
const MINIMUM_CONTRAST = 4.5;

const line = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u, "no control characters");

/** A brand file (YAML): whose name and colour the HTML report wears. The method and the date cannot be branded away. */
export const brandFileSchema = z.strictObject({
  name: line.describe("the agency or the shop that hands over the report"),
  logo: z.string().optional().describe("a PNG or JPEG file, at most 512 KiB, relative to this file"),
  colour: z
    .string()
    .regex(/^#[0-9a-fA-F]{6}$/, "a colour such as #0f5c6e")
    .optional()
    .describe("of headings and rules; dark enough to be read on white"),
  contact: line.optional(),
  footer: line.optional(),
});

export type BrandFile = z.infer<typeof brandFileSchema>;

/** A brand as the report needs it. */
export interface Brand {
  readonly name: string;
  readonly logo: { readonly mediaType: "image/png" | "image/jpeg"; readonly base64: string } | null;
  readonly colour: string | null;
  readonly contact: string | null;
  readonly footer: string | null;
}

/** A brand that cannot be used: one sentence that says what to change. */
export class BrandError extends Error {
  readonly code = "brand";

  constructor(message: string) {
    super(message);
    this.name = "BrandError";
  }
}

/** Checks what the schema cannot: that the logo is a picture of a sane size, that the colour can be read. Throws `BrandError`. */
export function resolveBrand(file: BrandFile, logo: Uint8Array | null): Brand {
  const colour = file.colour?.toLowerCase() ?? null;
  if (colour !== null && contrast(colour, "#ffffff") < MINIMUM_CONTRAST) {
    const measured = contrast(colour, "#ffffff").toFixed(1);
    throw new BrandError(
      `colour: ${colour} has a contrast of ${measured} on white; at least ${MINIMUM_CONTRAST} is needed to be read`,
    );
  }
  return {
    name: file.name,
    logo: logo === null ? null : logoOf(logo),
    colour,
    contact: file.contact ?? null,
    footer: file.footer ?? null,
  };
}

/** The contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2, 1.4.3). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour mixed with white until it can be read on a dark background. */
export function lightened(colour: string, background: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const mixed = channels(colour)
      .map((channel) => Math.round(channel + (255 - channel) * share))
      .map((channel) => channel.toString(16).padStart(2, "0"));
    const candidate = `#${mixed.join("")}`;
    if (contrast(candidate, background) >= MINIMUM_CONTRAST + 0.5) return candidate;
  }
  return "#ffffff";
}

function logoOf(bytes: Uint8Array): Brand["logo"] {
  if (bytes.length > MAXIMUM_LOGO_BYTES) {
    throw new BrandError(`logo: ${bytes.length} bytes; at most ${MAXIMUM_LOGO_BYTES} are embedded`);
  }
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) throw new BrandError("logo: this is neither a PNG nor a JPEG picture");
  return { mediaType, base64: Buffer.from(bytes).toString("base64") };
}

/** By the first bytes, never by the file name: PNG (RFC 2083, 3.1) or JPEG (SOI marker). */
function mediaTypeOf(bytes: Uint8Array): "image/png" | "image/jpeg" | null {
  const begins = (...magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return begins(0xff, 0xd8, 0xff) ? "image/jpeg" : null;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((channel) => channel / 255)
    .map((share) => (share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
