/** Bytes that show a listing: Caddy and Express write 15 kB of style before the first file. */
export const LISTING_BYTES = 24_576;

/**
 * A folder that lists its files, as each server writes it. The path itself need not be visible, because reflections of it are
 * blanked out before matching; what decides is the server's own furniture, never a name of a file. Checked against pages that the
 * servers made (nginx, Apache, lighttpd, Caddy, Python), for the others against their templates. Each pattern begins with a
 * literal and is bounded, so that none can backtrack.
 */
export const directoryIndex: readonly RegExp[] = [
  // nginx, Apache (plain, fancy, HTML table), lighttpd, LiteSpeed, WEBrick, npm's http-server, Jetty.
  /<title>\s*(?:Index of|Listing of|Directory:)(?:\s|\/|\0|<\/)[\s\S]{0,2000}?href="(?:\.\.?\/?|\?C=[^"]*|\/[^"]*)"/im,
  /<h1>\s*Index of\b[\s\S]{0,2000}?href="(?:\.\.?\/?|\?C=[^"]*|\/[^"]*)"/im,
  // Python's http.server and Twisted.
  /<title>Directory listing for [^<]{0,400}<\/title>[\s\S]{0,4000}?(?:<ul>|<table)/i,
  // Tomcat, in English, and in any language by its table.
  /<title>Directory Listing For [^<]{0,400}<\/title>[\s\S]{0,4000}?<h1>Directory Listing For/i,
  /<table width="100%" cellspacing="0" cellpadding="5" align="center">\s{0,4}<tr>\s{0,4}<td align="left"><font size="\+1"><strong>/i,
  // Express (serve-index), whose style stands in the page.
  /<title>listing directory [^<]{0,400}<\/title>[\s\S]{0,30000}?<ul id="files"/i,
  // Vercel's serve.
  /<title>Files within [^<]{0,400}<\/title>[\s\S]{0,30000}?<ul id="files"/i,
  // Caddy: only its browser sorts by "name, folders first".
  /href="(?:\.\/)?\?sort=namedirfirst&(?:amp;)?order=(?:asc|desc)/i,
  // IIS, in English, and in any language by its form: "host - /folder/" twice, then a link up.
  /<pre><a href="[^"]{0,400}">\[To Parent Directory\]<\/a>/i,
  /<title>[^<]{1,300} - (?:\/|\0)[^<]{0,300}<\/title><\/head><body><h1>[^<]{1,300} - [^<]{0,300}<\/h1><hr>\s{0,10}<pre><a href="\//i,
  // Go's file server: nothing but links in a pre.
  /^(?:<!doctype html>\s{0,4}<meta name="viewport"[^>]{0,100}>\s{0,4})?<pre>\n<a href="[^"\n]{1,400}">[^<\n]{1,400}<\/a>\n(?:<a href|<\/pre>)/i,
  // h5ai.
  /<title>[^<]{0,300}powered by h5ai/i,
  // nginx, autoindex_format json and xml.
  /^\[\s{0,4}\{ ?"name":"[^"\n]{1,400}", ?"type":"(?:directory|file|other)", ?"mtime":"/,
  /^<\?xml version="1\.0"\?>\s{0,4}<list>\s{0,4}<(?:directory|file|other) mtime="/,
];
