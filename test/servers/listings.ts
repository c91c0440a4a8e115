/** Padding in place of the style sheets and icons that some servers write before the first file. */
const style = (characters: number): string =>
  `<style>${"a{color:#006ed3;text-decoration:none} ".repeat(Math.ceil(characters / 38))}</style>`;

/** One folder as a server lists it: the type it declares, the folder with a file, and the folder with nothing in it. */
export interface Listing {
  readonly type: string;
  readonly full: string;
  readonly empty: string | null;
}

const HTML = "text/html; charset=utf-8";

/** `/backup/` as each server writes it: the first seven were made by the servers themselves, the rest follows their templates. */
export const LISTINGS: Readonly<Record<string, Listing>> = {
  nginx: {
    type: "text/html",
    full: `<html>\r\n<head><title>Index of /backup/</title></head>\r\n<body>\r\n<h1>Index of /backup/</h1><hr><pre><a href="../">../</a>\r\n<a href="caisse.sql.gz">caisse.sql.gz</a>                 24-Nov-2026 00:04                   2\r\n</pre><hr></body>\r\n</html>\r\n`,
    empty: `<html>\r\n<head><title>Index of /backup/</title></head>\r\n<body>\r\n<h1>Index of /backup/</h1><hr><pre><a href="../">../</a>\r\n</pre><hr></body>\r\n</html>\r\n`,
  },
  "nginx json": {
    type: "application/json",
    full: `[\r\n{ "name":"ancien", "type":"directory", "mtime":"Tue, 24 Nov 2026 00:04:19 GMT" },\r\n{ "name":"caisse.sql.gz", "type":"file", "mtime":"Tue, 24 Nov 2026 00:04:19 GMT", "size":2 }\r\n]`,
    empty: null,
  },
  "nginx xml": {
    type: "text/xml; charset=utf-8",
    full: `<?xml version="1.0"?>\r\n<list>\r\n<directory mtime="2026-11-24T00:04:19Z">ancien</directory>\r\n<file mtime="2026-11-24T00:04:19Z" size="2">caisse.sql.gz</file>\r\n</list>\r\n`,
    empty: null,
  },
  "Apache, plain": {
    type: "text/html;charset=ISO-8859-1",
    full: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html>\n <head>\n  <title>Index of /backup</title>\n </head>\n <body>\n<h1>Index of /backup</h1>\n<ul><li><a href="/"> Parent Directory</a></li>\n<li><a href="caisse.sql.gz"> caisse.sql.gz</a></li>\n</ul>\n</body></html>\n`,
    empty: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html>\n <head>\n  <title>Index of /backup</title>\n </head>\n <body>\n<h1>Index of /backup</h1>\n<ul><li><a href="/"> Parent Directory</a></li>\n</ul>\n</body></html>\n`,
  },
  "Apache, fancy": {
    type: "text/html;charset=UTF-8",
    full: `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN" "http://www.w3.org/TR/html4/strict.dtd">\n<html>\n <head>\n  <title>Index of /backup</title>\n </head>\n <body>\n<h1>Index of /backup</h1>\n<pre>      <a href="?C=N;O=D">Name</a>                    <a href="?C=M;O=A">Last modified</a>      <a href="?C=S;O=A">Size</a>  <a href="?C=D;O=A">Description</a><hr>      <a href="/">Parent Directory</a>                             -   \n      <a href="caisse.sql.gz">caisse.sql.gz</a>      2026-11-24 00:04    2   \n<hr></pre>\n</body></html>\n`,
    empty: null,
  },
  lighttpd: {
    type: "text/html",
    full: `<!DOCTYPE html>\n<html>\n<head>\n<title>Index of /backup/</title>\n${style(700)}\n</head>\n<body>\n<h2>Index of /backup/</h2>\n<div class="list">\n<table summary="Directory Listing" cellpadding="0" cellspacing="0">\n<tbody>\n<tr class="d"><td class="n"><a href="../">..</a>/</td><td class="m">&nbsp;</td><td class="s">- &nbsp;</td><td class="t">Directory</td></tr>\n<tr><td class="n"><a href="caisse.sql.gz">caisse.sql.gz</a></td><td class="m">2026-Nov-24 00:04:19</td><td class="s">0.1K</td><td class="t">application/gzip</td></tr>\n</tbody>\n</table>\n</div></body></html>`,
    empty: `<!DOCTYPE html>\n<html>\n<head>\n<title>Index of /backup/</title>\n${style(700)}\n</head>\n<body>\n<h2>Index of /backup/</h2>\n<table summary="Directory Listing">\n<tr class="d"><td class="n"><a href="../">..</a>/</td></tr>\n</table></body></html>`,
  },
  "Caddy, file_server browse": {
    type: HTML,
    full: `<!DOCTYPE html>\n<html>\n\n<head>\n    <title>backup</title>\n    ${style(15_000)}\n</head>\n<body onload='initFilter()'>\n<header><h1><a href="../">/</a><a href="">backup</a>/</h1></header>\n<table aria-describedby="summary"><thead><tr><th><a href="?sort=namedirfirst&order=desc"\n class="icon"></a> <a\n href="?sort=name&order=asc">Name</a></th></tr></thead>\n<tbody><tr><td><a href=".."><span class="goup">Go up</span></a></td></tr>\n<tr class="file"><td><a href="./caisse.sql.gz"><span class="name">caisse.sql.gz</span></a></td></tr></tbody></table>\n<footer>Served with <a rel="noopener noreferrer" href="https://caddyserver.com">Caddy</a></footer></body></html>`,
    empty: `<!DOCTYPE html>\n<html>\n<head>\n    <title>backup</title>\n    ${style(15_000)}\n</head>\n<body><header><h1><a href="../">/</a><a href="">backup</a>/</h1></header>\n<table><thead><tr><th><a href="?sort=namedirfirst&order=desc" class="icon"></a></th></tr></thead><tbody><tr><td><a href=".."><span class="goup">Go up</span></a></td></tr></tbody></table>\n<footer>Served with <a href="https://caddyserver.com">Caddy</a></footer></body></html>`,
  },
  "Python, http.server": {
    type: HTML,
    full: `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Directory listing for /backup/</title>\n</head>\n<body>\n<h1>Directory listing for /backup/</h1>\n<hr>\n<ul>\n<li><a href="caisse.sql.gz">caisse.sql.gz</a></li>\n</ul>\n<hr>\n</body>\n</html>\n`,
    empty: `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Directory listing for /backup/</title>\n</head>\n<body>\n<h1>Directory listing for /backup/</h1>\n<hr>\n<ul>\n</ul>\n<hr>\n</body>\n</html>\n`,
  },
  IIS: {
    type: "text/html; charset=UTF-8",
    full: `<html><head><title>bakery.test - /backup/</title></head><body><H1>bakery.test - /backup/</H1><hr>\r\n\r\n<pre><A HREF="/">[To Parent Directory]</A><br><br>11/24/2026 12:04 AM            2 <A HREF="/backup/caisse.sql.gz">caisse.sql.gz</A><br></pre><hr></body></html>`,
    empty: `<html><head><title>bakery.test - /backup/</title></head><body><H1>bakery.test - /backup/</H1><hr>\r\n\r\n<pre><A HREF="/">[To Parent Directory]</A><br><br></pre><hr></body></html>`,
  },
  "IIS, in French": {
    type: "text/html; charset=UTF-8",
    full: `<html><head><title>bakery.test - /backup/</title></head><body><H1>bakery.test - /backup/</H1><hr>\r\n\r\n<pre><A HREF="/">[Vers le r\u00e9pertoire parent]</A><br><br>24/11/2026 00:04            2 <A HREF="/backup/caisse.sql.gz">caisse.sql.gz</A><br></pre><hr></body></html>`,
    empty: null,
  },
  Tomcat: {
    type: HTML,
    full: `<!doctype html><html lang="en"><head>\r\n<title>Directory Listing For [/backup/]</title>\r\n<style>h1{color:white}</style></head>\r\n<body><h1>Directory Listing For [/backup/] - <a href="/"><b>Up To [/]</b></a></h1><hr class="line"><table width="100%" cellspacing="0" cellpadding="5" align="center">\r\n<tr>\r\n<td align="left"><font size="+1"><strong>Filename</strong></font></td>\r\n</tr>\r\n<tr>\r\n<td align="left">&nbsp;&nbsp;\r\n<a href="/backup/caisse.sql.gz"><tt>caisse.sql.gz</tt></a></td>\r\n</tr>\r\n</table></body>\r\n</html>`,
    empty: null,
  },
  "Tomcat, in another language": {
    type: HTML,
    full: `<!doctype html><html lang="de"><head>\r\n<title>Verzeichnisauflistung f\u00fcr [/backup/]</title>\r\n</head>\r\n<body><h1>Verzeichnisauflistung f\u00fcr [/backup/]</h1><hr class="line"><table width="100%" cellspacing="0" cellpadding="5" align="center">\r\n<tr>\r\n<td align="left"><font size="+1"><strong>Dateiname</strong></font></td>\r\n</tr>\r\n<tr>\r\n<td align="left">&nbsp;&nbsp;\r\n<a href="/backup/caisse.sql.gz"><tt>caisse.sql.gz</tt></a></td>\r\n</tr>\r\n</table></body></html>`,
    empty: null,
  },
  Jetty: {
    type: "text/html;charset=utf-8",
    full: `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<link href="jetty-dir.css" rel="stylesheet" />\n<title>Directory: /backup/</title>\n</head>\n<body>\n<h1 class="title">Directory: /backup/</h1>\n<table class="listing">\n<thead>\n<tr><th class="name"><a href="?C=N&O=D">Name&nbsp; &#8679;</a></th></tr>\n</thead>\n<tbody>\n<tr><td class="name"><a href="/">Parent Directory</a></td></tr>\n<tr><td class="name"><a href="/backup/caisse.sql.gz">caisse.sql.gz&nbsp;</a></td></tr>\n</tbody>\n</table>\n</body></html>\n`,
    empty: null,
  },
  "Express, serve-index": {
    type: HTML,
    full: `<!DOCTYPE html>\n<html>\n  <head>\n    <meta charset='utf-8'>\n    <title>listing directory /backup</title>\n    ${style(12_000)}\n  </head>\n  <body class="directory">\n    <input id="search" type="text" placeholder="Search" autocomplete="off" />\n    <div id="wrapper">\n      <h1><a href="/">~</a> / <a href="/backup">backup</a></h1>\n      <ul id="files" class="view-tiles"><li><a href="/" class="icon icon-directory" title=".."><span class="name">..</span></a></li>\n<li><a href="/backup/caisse.sql.gz" class="icon icon icon-gz icon-default" title="caisse.sql.gz"><span class="name">caisse.sql.gz</span></a></li></ul>\n    </div>\n  </body>\n</html>`,
    empty: null,
  },
  "Vercel's serve": {
    type: HTML,
    full: `<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8" />\n<title>Files within backup/</title>\n${style(4_000)}\n</head>\n<body>\n<main>\n<header><h1><i>Index of&nbsp;</i><a href="/">boutique/</a><a href="/backup">backup/</a></h1></header>\n<ul id="files"><li><a href="/" title=".." class="folder">..</a></li><li><a href="/backup/caisse.sql.gz" title="caisse.sql.gz" class="gz">caisse.sql.gz</a></li></ul></main>\n</body>\n</html>`,
    empty: null,
  },
  "Go, http.FileServer": {
    type: HTML,
    full: `<!doctype html>\n<meta name="viewport" content="width=device-width">\n<pre>\n<a href="caisse.sql.gz">caisse.sql.gz</a>\n<a href="ancien/">ancien/</a>\n</pre>\n`,
    empty: null,
  },
};
