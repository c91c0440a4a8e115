import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeOrders } from "../../../../src/probe/tls/planner/merge-orders.ts";

/** A server with an order of its own over the numbers from 0. */
async function merged(order: readonly number[], chains: readonly (readonly number[])[], most: number) {
  let questions = 0;
  const result = await mergeOrders(chains, most, async (candidates) => {
    questions += 1;
    return order.find((suite) => candidates.includes(suite)) ?? null;
  });
  return { ...result, questions };
}

const scenario = fc.integer({ min: 1, max: 60 }).chain((count) =>
  fc.record({
    order: fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
    chainOf: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: count, maxLength: count }),
  }),
);

describe("merging lists that are each in the server's order", () => {
  it("finds the one order that the server has", async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ order, chainOf }) => {
        const chains = [0, 1, 2, 3, 4].map((chain) => order.filter((suite) => chainOf[suite] === chain));

        const { suites, exact } = await merged(order, chains, Infinity);

        expect(exact).toBe(true);
        expect(suites).toEqual(order);
      }),
    );
  });

  it("keeps every suite and its question limit, and does not call a cut order exact", async () => {
    await fc.assert(
      fc.asyncProperty(scenario, fc.integer({ min: 0, max: 10 }), async ({ order, chainOf }, most) => {
        const chains = [0, 1, 2, 3, 4].map((chain) => order.filter((suite) => chainOf[suite] === chain));

        const { suites, exact, questions } = await merged(order, chains, most);

        expect(questions).toBeLessThanOrEqual(most);
        expect([...suites].sort((a, b) => a - b)).toEqual([...order].sort((a, b) => a - b));
        if (exact) expect(suites).toEqual(order);
      }),
    );
  });

  it("spends few questions on two lists that do not interleave", async () => {
    const order = [...Array(40).keys()];

    const { questions, suites } = await merged(order, [order.slice(0, 30), order.slice(30)], Infinity);

    expect(suites).toEqual(order);
    expect(questions).toBeLessThanOrEqual(8);
  });
});
