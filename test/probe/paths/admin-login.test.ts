import { describe, expect, it } from "vitest";
import { HOSTS } from "../../servers/soft-404/behaviours.ts";
import { openSoftHost } from "../../servers/soft-404/open-host.ts";
import { runPaths } from "./run-paths.ts";

const page = (title: string, body: string) => ({
  type: "text/html; charset=utf-8",
  body: Buffer.from(`<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`),
  probes: [],
});
const FORM =
  '<form method="post" action="/login"><input name="user"><input type="password" name="pass"><button>OK</button></form>';

async function confirmedOn(
  behaviour: string,
  files: Parameters<typeof openSoftHost>[1],
  platform: string | null = null,
) {
  const host = HOSTS[behaviour];
  if (host === undefined) throw new Error("no such host");
  await using server = await openSoftHost(host, files);
  const { value } = await runPaths(server, { platform });
  return value.hits
    .filter((hit) => hit.probe.startsWith("admin-"))
    .map(({ probe, url }) => `${probe} ${new URL(url).pathname}`);
}

describe("the login of an administration on a site of its own make", () => {
  it.each([
    ["/admin/", "Administration de la boutique"],
    ["/admin/login", "Log in | Django site admin"],
    ["/administrator/", "Tableau de bord"],
    ["/backoffice/", "Back-office"],
  ])("is found at %s, titled %s", async (path, title) => {
    for (const behaviour of ["honest 404", "single-page application"]) {
      expect(await confirmedOn(behaviour, { [path]: page(title, FORM) })).toEqual([`admin-login ${path}`]);
    }
  });

  it.each([
    ["customers' login under that address", "/admin/", page("Connexion à votre compte", FORM)],
    ["a page about administration without a login", "/admin/", page("Administration", "<p>Réservé.</p>")],
  ])("is not: %s", async (_what, path, file) => {
    expect(await confirmedOn("honest 404", { [path]: file })).toEqual([]);
  });

  it("is not believed of a host that shows its login for everything", async () => {
    expect(await confirmedOn("redirect to a login", {})).toEqual([]);
  });

  it("is left to the platform's own probe where there is one", async () => {
    const files = { "/admin/": page("Administration", `${FORM}<p>PrestaShop</p><button name="submitLogin"></button>`) };

    expect(await confirmedOn("honest 404", files, "prestashop")).toEqual(["admin-prestashop /admin/"]);
  });
});
