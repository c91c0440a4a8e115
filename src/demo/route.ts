/** One answer of the demo shop. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | Uint8Array;
}

/** What the shop answers to a path, by scheme; null for a path that it does not have. */
export type Router = (request: {
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly path: string;
}) => Answer | null;

/** A page of the shop. */
export function html(body: string, headers: readonly (readonly [string, string])[] = [], status = 200): Answer {
  return { status, headers: [["content-type", "text/html; charset=utf-8"], ...headers], body };
}

/** A file of another type. */
export function file(
  contentType: string,
  body: string | Uint8Array,
  headers: readonly (readonly [string, string])[] = [],
): Answer {
  return { status: 200, headers: [["content-type", contentType], ...headers], body };
}

/** A redirect. */
export function redirect(status: 301 | 302 | 308, location: string): Answer {
  return {
    status,
    headers: [
      ["location", location],
      ["content-type", "text/html"],
    ],
    body: "",
  };
}
