import nock from "nock";
import { afterAll, afterEach, beforeEach } from "vitest";

/**
 * nock for the tests of this folder and no other: it intercepts at socket level, so time-outs, caps, TLS and the scope guard
 * would seem to work where they do not. A request without a mock and a mock without a request both fail the test.
 */
export function useNock(): typeof nock {
  const missing: string[] = [];
  nock.emitter.on("no match", (request: { readonly method?: string; readonly path?: string }) => {
    missing.push(`${request.method ?? "?"} ${request.path ?? "?"}`);
  });
  beforeEach(() => {
    nock.disableNetConnect();
    missing.length = 0;
  });
  afterEach(() => {
    const unused = nock.pendingMocks();
    nock.cleanAll();
    if (unused.length > 0) throw new Error(`mocks that nothing asked for: ${unused.join(", ")}`);
    if (missing.length > 0) throw new Error(`requests that nothing mocks: ${missing.join(", ")}`);
  });
  afterAll(() => {
    nock.restore();
    nock.enableNetConnect();
  });
  return nock;
}
