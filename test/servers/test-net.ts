import { parseTarget } from "../../src/core/target.ts";
import { scopeOf } from "../../src/core/scope.ts";
import { createNet, type NetOptions } from "../../src/net/create-net.ts";
import type { Net } from "../../src/net/net.ts";
import { createSchedulerPool } from "../../src/net/scheduler.ts";
import type { LoopbackServer } from "./loopback.ts";

export interface TestNetOptions extends Partial<NetOptions> {
  /** The target; default `https://bakery.test/`. */
  readonly target?: string;
  /** Names and ports of the internet of this test: `{ "bakery.test:443": server }`. */
  readonly internet?: Readonly<Record<string, LoopbackServer | number>>;
  /** Hosts that the user listed. */
  readonly listed?: readonly string[];
}

/** A net as a scan has it, over a small internet of loopback servers, at a fast pace. */
export function testNet(options: TestNetOptions = {}): Net {
  const { target = "https://bakery.test/", internet = {}, listed = [], ...rest } = options;
  return createNet({
    schedulers: createSchedulerPool({ pace: "fast" }),
    scope: scopeOf(parseTarget(target), listed),
    authorised: true,
    userAgent: "Vigie/test (+https://vigie.example/scanner)",
    connectTo: Object.fromEntries(
      Object.entries(internet).map(([place, server]) => [
        place,
        { address: "127.0.0.1", port: typeof server === "number" ? server : server.port },
      ]),
    ),
    ...rest,
  });
}

/** The code of the `NetError` with which a promise rejects; fails the test when it resolves. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
    throw error;
  }
  throw new Error("expected a rejection");
}

/** A net that a test's scope closes: `await using net = closing(testNet(…))`. */
export function closing(net: Net): Net & AsyncDisposable {
  return { ...net, [Symbol.asyncDispose]: () => net.close() };
}
