import { describe, expect, it } from "vitest";
import { exposureProbes, findExposure } from "../../../src/data/exposures/catalogue.ts";
import type { HttpAnswer } from "../../../src/net/net.ts";
import { matchContent } from "../../../src/probe/paths/match.ts";
import { seeAnswer } from "../../../src/probe/paths/seen.ts";
import { SAMPLES, type Sample } from "../../checks/exposure/samples.ts";

describe("the probe catalogue", () => {
  it("has one probe an id, and a sample for each", () => {
    const ids = exposureProbes.map((probe) => probe.id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(SAMPLES).toSorted()).toEqual(ids.toSorted());
  });

  it("speaks both languages of every probe, with French typography", () => {
    for (const { id, title, why } of exposureProbes) {
      for (const sentence of [title.en, title.fr, why.en, why.fr]) expect(sentence.trim(), id).not.toBe("");
      for (const sentence of [title.fr, why.fr]) {
        expect(sentence, id).not.toMatch(/\p{L}'\p{L}| [;!?%»](?=\s|$)| :(?=\s)|« (?=\S)/u);
      }
    }
  });

  it("asks for little, and harmlessly", () => {
    for (const { id, paths, firstBytes, status, proof } of exposureProbes) {
      expect(firstBytes, id).toBeLessThanOrEqual(24_576);
      expect(new Set(paths).size, id).toBe(paths.length);
      expect(status.length, id).toBeGreaterThan(0);
      expect((proof.magic ?? []).length + (proof.all ?? []).length + (proof.any ?? []).length, id).toBeGreaterThan(0);
      for (const path of paths) expect(path, id).toMatch(/^(?:\/|\{sourcemap\})/);
    }
  });

  it.each(exposureProbes.map((probe) => probe.id))(
    "%s is proven by what it looks like, not by an echo of its path",
    (id) => {
      const probe = findExposure(id);
      const sample = SAMPLES[id];
      if (probe === undefined || sample === undefined) throw new Error(`no such probe: ${id}`);
      const path = sample.path ?? probe.paths[0] ?? "/";
      const echo = { body: `<!DOCTYPE html><title>${path}</title><p>Rien à ${path}`, type: "text/html" };

      expect(matchContent(probe, seeAnswer(answerOf(sample, path)), path)).not.toBeNull();
      expect(matchContent(probe, seeAnswer(answerOf(echo, path)), path)).toBeNull();
    },
  );
});

function answerOf(sample: Sample, path: string): HttpAnswer {
  const headers = { "content-type": sample.type ?? "text/html", ...sample.headers };
  return {
    url: `https://bakery.test${path}`,
    status: sample.status ?? 200,
    headers: Object.entries(headers),
    body: Buffer.from(sample.body),
    truncated: false,
    address: "127.0.0.1",
    httpVersion: "http/1",
    wallMs: 1,
  };
}
