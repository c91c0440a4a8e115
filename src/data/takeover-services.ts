/**
 * Services at which a stranger can claim a name that an alias still points to, once its owner has let it go. Own list from
 * the services' documentation of custom domains; only names whose alias target no longer exists are judged by it.
 */
export const TAKEOVER_SERVICES_DATE = "2026-11-23";

const TAKEOVER_SERVICES: readonly (readonly [name: string, suffixes: readonly string[]])[] = [
  [
    "Azure",
    [
      "azurewebsites.net",
      "cloudapp.net",
      "cloudapp.azure.com",
      "trafficmanager.net",
      "blob.core.windows.net",
      "azureedge.net",
      "azurefd.net",
      "azure-api.net",
      "azurecontainer.io",
    ],
  ],
  ["AWS Elastic Beanstalk", ["elasticbeanstalk.com"]],
  ["Amazon S3", ["s3.amazonaws.com", "s3-website.eu-west-1.amazonaws.com", "s3-website.eu-west-3.amazonaws.com"]],
  ["Heroku", ["herokuapp.com", "herokudns.com"]],
  ["GitHub Pages", ["github.io"]],
  ["GitLab Pages", ["gitlab.io"]],
  ["Netlify", ["netlify.app", "netlify.com"]],
  ["Vercel", ["vercel.app", "vercel-dns.com", "now.sh"]],
  ["Shopify", ["myshopify.com"]],
  ["Ghost", ["ghost.io"]],
  ["Surge", ["surge.sh"]],
  ["Pantheon", ["pantheonsite.io"]],
  ["Readme", ["readme.io"]],
  ["Webflow", ["webflow.io", "proxy-ssl.webflow.com"]],
  ["Unbounce", ["unbouncepages.com"]],
  ["Fly.io", ["fly.dev"]],
  ["Render", ["onrender.com"]],
  ["Clever Cloud", ["cleverapps.io"]],
  ["Scalingo", ["scalingo.io", "osc-fr1.scalingo.io"]],
];

/** The service that an alias target belongs to; null where a stranger cannot simply claim it, or it is not known. */
export function takeoverService(target: string): string | null {
  const found = TAKEOVER_SERVICES.find(([, suffixes]) =>
    suffixes.some((suffix) => target === suffix || target.endsWith(`.${suffix}`)),
  );
  return found?.[0] ?? null;
}
