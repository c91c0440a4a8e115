const TAGS =
  /^(?:<!doctype html|<html|<head|<body|<script|<iframe|<h1|<div|<font|<table|<a|<style|<title|<b|<br|<p|<meta|<link)[\s/>\0]|^<!--/i;
const TAG_ANYWHERE = /<(?:html|head|body|meta|link|script|div|span|p|title)[\s>]/i;

/** How far into a body a tag counts when the server itself says text/html. */
const DECLARED_WINDOW = 1024;

/** What a body is, by its bytes: a catch-all betrays itself by being the same kind everywhere. */
export type BodyKind = "html" | "json" | "xml" | "text" | "binary" | "empty";

/**
 * Whether a body is a web page, whatever its name says: by its first tag as browsers sniff (WHATWG MIME Sniffing § 7.1), or by
 * a tag near the start of what the server declares as text/html.
 */
export function looksLikeHtml(body: string, contentType: string): boolean {
  const start = body.slice(0, 4096).replace(/^(?:\xEF\xBB\xBF)?[\t\n\f\r ]*/, "");
  if (TAGS.test(start)) return true;
  if (/^<\?xml[^>]{0,200}\?>\s*(?:<!doctype html|<html)/i.test(start)) return true;
  return /^(?:text\/html|application\/xhtml)/i.test(contentType) && TAG_ANYWHERE.test(start.slice(0, DECLARED_WINDOW));
}

/** The kind of a body (as Latin-1 text). */
export function bodyKind(body: string, contentType: string): BodyKind {
  if (body === "") return "empty";
  if (looksLikeHtml(body, contentType)) return "html";
  // A control character that no text has: C0 without tab, line feed, form feed, carriage return and escape.
  // oxlint-disable-next-line no-control-regex
  if (/[\x00-\x08\x0B\x0E-\x1A\x1C-\x1F]/.test(body.slice(0, 512))) return "binary";
  if (/^\s{0,64}[[{]/.test(body)) return "json";
  return /^\s{0,64}<\?xml/.test(body) ? "xml" : "text";
}
