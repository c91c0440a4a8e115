import { z } from "zod";
import { cookieSchema, corsSchema, headersSchema } from "./http.ts";
import type { DeepReadonly } from "../readonly.ts";
import { failureSchema } from "./section.ts";

/** What a page is for; a finding says on which role it is. */
export const PAGE_ROLES = [
  "home",
  "login",
  "account",
  "cart",
  "checkout",
  "contact",
  "newsletter",
  "privacy",
  "legal",
  "terms",
  "other",
] as const;

export type PageRole = (typeof PAGE_ROLES)[number];

/** How much harm the loss of a category of data does; names of the CNIL and EDPB vocabulary. */
export const SENSITIVITIES = ["technical", "ordinary", "contact", "credential", "highly_personal", "special"] as const;

export type Sensitivity = (typeof SENSITIVITIES)[number];

export const fieldSchema = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  tag: z.enum(["input", "select", "textarea", "button", "custom"]),
  type: z.string().describe("the effective type: text, email, select, textarea …"),
  category: z.string().nullable().describe("category id such as contact.email; null where no personal data is taken"),
  sensitivity: z.enum(SENSITIVITIES).nullable(),
  signal: z.string().nullable().describe("which signal decided: autocomplete, type, label, name …"),
  matched: z.string().nullable().describe("the text that the signal matched, bounded"),
  label: z.string().nullable(),
  autocomplete: z.string().nullable(),
  required: z.boolean(),
  checked: z.boolean().describe("a ticked box, or a default option that means yes"),
  consent: z.array(z.string()).describe("consent kinds that the label speaks of: consent.marketing_email …"),
  attributes: z
    .record(z.string(), z.string())
    .describe("the raw attributes that classification and checks read, bounded"),
  hint: z.string().nullable().optional().describe("text beside the field, where it is not its label"),
  group: z.string().nullable().optional().describe("legend of the group that it stands in"),
  labelLinks: z.array(z.string()).optional().describe("addresses linked from its label"),
  options: z.array(z.string()).optional().describe("the first options of a select"),
  marks: z
    .array(z.string())
    .optional()
    .describe(
      "closed (hidden until a script opens it), off-screen, aria-hidden, search (in a search region), page-frame (header, footer)",
    ),
  trap: z.string().nullable().optional().describe("why it only looks personal: search_box, coupon, honeypot …"),
});

export type Field = DeepReadonly<z.infer<typeof fieldSchema>>;

export const submitterSchema = z.object({
  action: z.string().describe("resolved address"),
  method: z.string(),
  text: z.string(),
  methodExplicit: z.boolean().optional().describe("it has a formmethod of its own"),
  formaction: z.string().nullable().optional().describe("its own formaction as written; null without one"),
});

export const formSchema = z.object({
  kind: z.string().describe("login, account, newsletter, checkout, contact, search, other …"),
  method: z.enum(["get", "post", "dialog", "none"]).describe("none: fields outside any form"),
  methodExplicit: z.boolean(),
  action: z
    .string()
    .nullable()
    .describe("resolved address; null for fields outside any form and for an action that is no address"),
  actionRaw: z.string().nullable(),
  actionFrom: z.enum(["attribute", "document", "base", "none"]),
  submitters: z.array(submitterSchema),
  fields: z.array(fieldSchema),
  hiddenNames: z.array(z.string()),
  scripted: z.boolean().describe("sent by script: onsubmit, javascript: action or a submit handler attribute"),
  text: z.string().describe("visible text of the form, bounded"),
  policyLink: z.enum(["inside", "near", "page", "none"]),
  selector: z.string().describe("a short path to the form in the page"),
  heading: z.string().optional().describe("the heading that names the form, bounded"),
  words: z.string().optional().describe("id, name and classes of the form element, bounded"),
  target: z.string().nullable().optional(),
  enctype: z.string().nullable().optional(),
  tree: z.enum(["document", "shadow", "srcdoc"]).optional().describe("where the form lives in the page"),
  concealed: z.boolean().optional().describe("hidden until a script opens it: a dialogue, a later step"),
});

export type Form = DeepReadonly<z.infer<typeof formSchema>>;

export const scriptSchema = z.object({
  src: z.string().nullable().describe("resolved address; null for an inline script"),
  type: z.string().nullable(),
  integrity: z.string().nullable(),
  crossorigin: z.string().nullable(),
  nonce: z.boolean(),
  neutralised: z.boolean().describe("held back by a consent tool (type=text/plain, data-src …)"),
  sha256: z.string().nullable().describe("of the text as served, where it was read"),
  bytes: z.number().int().nullable(),
  literals: z.array(z.string()).describe("facts in the text, word:detail, such as sends:http://…; without queries"),
  processor: z.string().optional().describe("the third party that serves it"),
  role: z.string().optional().describe("role id of that third party"),
});

export const thirdPartySchema = z.object({
  host: z.string(),
  domain: z.string().describe("registrable domain"),
  processor: z.string().optional(),
  role: z.string().optional().describe("role id, such as payment, emailing, session_replay"),
  country: z.string().optional(),
  via: z.array(z.string()).describe("how the page reaches it: script, iframe, img, link, form, preconnect"),
  beforeConsent: z.boolean().describe("the browser would load it at once, without asking"),
});

export const linkSchema = z.object({ href: z.string(), text: z.string(), rel: z.string().nullable() });

/** What answers in clear under the address of an https page. */
export const twinSchema = z.object({
  url: z.string(),
  outcome: z.enum(["redirects", "redirects-by-page", "redirects-elsewhere", "serves", "refuses", "not-tested"]),
  location: z.string().nullable().describe("where it leads, without query"),
});

export const pageSchema = z.object({
  url: z.string(),
  requestedUrl: z.string(),
  frameOf: z.string().optional().describe("the page that holds this one in a frame"),
  certificateError: z.string().optional(),
  twin: twinSchema.optional(),
  role: z.enum(PAGE_ROLES),
  foundBy: z.enum(["entry", "link", "platform", "user", "saved-file"]),
  status: z.number().int(),
  challenge: z
    .boolean()
    .optional()
    .describe("the answer is a bot wall's challenge or refusal, not the merchant's page"),
  headers: headersSchema,
  cookies: z.array(cookieSchema),
  title: z.string(),
  lang: z.string().nullable(),
  rendered: z.enum(["static", "empty-root"]).describe("empty-root: an application that draws itself by script"),
  truncated: z
    .boolean()
    .describe("the page was not read to its end: the byte cap, the deadline or a broken connection cut it"),
  bodyDigest: z.string(),
  metaPolicies: z.array(z.string()).describe("Content-Security-Policy in meta elements"),
  metaReferrer: z.string().nullable(),
  nonces: z.array(z.string()).describe("digests of the script nonces seen, to compare two loads"),
  nonceRepeated: z.boolean().nullable().describe("the same nonce on two loads; null where not looked for"),
  forms: z.array(formSchema),
  scripts: z.array(scriptSchema),
  frames: z.array(
    z.object({
      src: z.string().nullable(),
      sandbox: z.boolean(),
      title: z.string().nullable(),
      neutralised: z.boolean().optional(),
    }),
  ),
  thirdParties: z.array(thirdPartySchema),
  resources: z
    .array(
      z.object({
        url: z.string(),
        kind: z.string(),
        integrity: z.string().nullable(),
        neutralised: z.boolean().optional().describe("held back by a consent tool"),
      }),
    )
    .describe("what the page loads, by kind: script, style, img, frame, media, font, object"),
  links: z.array(linkSchema).describe("links to documents: policy, legal notice, terms, cookie settings"),
  personalDataLeaks: z
    .array(z.object({ kind: z.string(), where: z.string(), masked: z.string() }))
    .describe("values in the page that look personal, masked"),
  text: z.string().describe("visible text of policy, legal and terms pages, bounded; empty for other roles"),
  markers: z.array(z.string()).describe("facts that checks read: consent tool, masking marks, service worker …"),
});

/** Where the action of a form leads, asked without any data: a redirect there may carry the form into the clear. */
export const actionRouteSchema = z.object({
  action: z.string().describe("without query"),
  outcome: z.enum(["kept", "downgraded", "not-tested"]),
  reason: z
    .string()
    .nullable()
    .describe("why it was not tested, or how far: delicate-path, no-answer, method-refused …"),
  chain: z.array(z.object({ url: z.string(), status: z.number().int() })),
});

export const pagesValueSchema = z.object({
  platform: z
    .object({
      id: z.string(),
      name: z.string(),
      version: z.string().nullable(),
      evidence: z.array(z.string()),
    })
    .nullable(),
  server: z.string().nullable().describe("nginx, apache, caddy … where the server says so"),
  pages: z.array(pageSchema),
  missing: z.array(z.object({ role: z.enum(PAGE_ROLES), url: z.string().nullable(), error: failureSchema })),
  consentTool: z.string().nullable(),
  actionRoutes: z.array(actionRouteSchema).optional(),
  cors: z.array(corsSchema).optional().describe("what a personal page answers to foreign origins"),
  declaredProcessors: z.array(z.string()).describe("the merchant's own list, from the sites file"),
});

export type Page = DeepReadonly<z.infer<typeof pageSchema>>;
export type PageScript = Page["scripts"][number];
export type ThirdParty = Page["thirdParties"][number];
export type ActionRoute = DeepReadonly<z.infer<typeof actionRouteSchema>>;
export type PagesValue = DeepReadonly<z.infer<typeof pagesValueSchema>>;
