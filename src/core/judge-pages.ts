import { fail, notAssessed, pass, type FailInput, type Verdict } from "./verdict.ts";

/** One weakness of one page; the same code and subject on several pages make one verdict. */
export type PageFault<Code extends string> = Omit<FailInput<Code>, "pages">;

export interface JudgedPage {
  readonly url: string;
  readonly role: string;
}

export interface PagesToJudge<Page extends JudgedPage> {
  readonly documents: readonly Page[];
  readonly unseen: readonly { readonly url: string; readonly reason: string }[];
}

/**
 * Judges every page and tells one weakness seen on many pages as one verdict with the list of pages and the roles that they
 * play. Pages that could not be judged are said to be so beside what the others say; where none could, that is all.
 */
export function judgePages<Page extends JudgedPage, const Code extends string>(
  pages: PagesToJudge<Page>,
  judge: (page: Page) => readonly PageFault<Code>[],
): readonly Verdict<Code>[] {
  const unseen = pages.unseen.map(({ url, reason }) => notAssessed(reason, url));
  if (pages.documents.length === 0) return unseen.length > 0 ? unseen : [notAssessed("no-pages")];
  const groups = new Map<string, { readonly fault: PageFault<Code>; readonly pages: Page[] }>();
  for (const page of pages.documents) {
    for (const fault of judge(page)) {
      const key = JSON.stringify([fault.code, fault.subject]);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { fault, pages: [page] });
      else group.pages.push(page);
    }
  }
  const faults = [...groups.values()].map(({ fault, pages: seen }) => verdictOf(fault, seen));
  return [...(faults.length > 0 ? faults : [pass()]), ...unseen];
}

function verdictOf<const Code extends string>(fault: PageFault<Code>, pages: readonly JudgedPage[]): Verdict<Code> {
  const roles = [...new Set(pages.map(({ role }) => role))];
  return fail({
    ...fault,
    params: { ...fault.params, count: pages.length },
    observed: { ...fault.observed, roles },
    pages: pages.map(({ url }) => url),
  });
}
