import { createHash } from "node:crypto";
import type { ReactElement, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "../../core/text.ts";
import type { Brand } from "../brand.ts";
import { HTML_TEXT as H } from "../../locale/html-text.ts";
import { say } from "../../locale/say.ts";
import { styleSheet } from "./style.ts";

export interface ShellProps {
  readonly title: string;
  readonly language: Language;
  readonly brand: Brand | null;
  readonly children: ReactNode;
}

/**
 * A whole self-contained page: no script, one style sheet that the content security policy names by its hash, pictures only
 * as data. Nothing that a scanned site said can load or run anything.
 */
export function renderPage(props: ShellProps): string {
  return `<!doctype html>\n${renderToStaticMarkup(<Shell {...props} />)}\n`;
}

function Shell({ title, language, brand, children }: ShellProps): ReactElement {
  const style = styleSheet(brand?.colour ?? null);
  const hash = createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {/* Our own text with a checked colour; React would escape the selectors. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <a className="skip" href="#content">
          {say(H.skip, language)}
        </a>
        <main className="sheet" id="content">
          {children}
        </main>
      </body>
    </html>
  );
}

/** The logo of a brand, embedded. */
export function Logo({ brand }: { readonly brand: Brand }): ReactElement | null {
  if (brand.logo === null) return null;
  return <img className="logo" alt={brand.name} src={`data:${brand.logo.mediaType};base64,${brand.logo.base64}`} />;
}
