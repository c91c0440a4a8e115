import { setTimeout as sleep } from "node:timers/promises";

/** Bounds how many connections to one endpoint are in flight, and keeps a gap between their starts when it must go slowly. */
export class LaneGate {
  readonly #clock: () => number;
  readonly #waiting: (() => void)[] = [];
  readonly #later: (() => void)[] = [];
  #lanes: number;
  #gapMs = 0;
  #inFlight = 0;
  #lastStart = -Infinity;

  constructor(lanes: number, clock: () => number) {
    this.#lanes = lanes;
    this.#clock = clock;
  }

  /** Changes the bound; connections in flight go on. */
  limit(lanes: number, gapMs: number): void {
    this.#lanes = lanes;
    this.#gapMs = gapMs;
    this.#admit();
  }

  /**
   * Waits for a lane, first come first served; what can wait (`later`) gives way to what others wait for. Every `enter` is followed
   * by one `leave`.
   */
  async enter(later = false): Promise<void> {
    const queue = later ? this.#later : this.#waiting;
    if (this.#inFlight < this.#lanes && this.#waiting.length === 0) this.#inFlight += 1;
    else await new Promise<void>((resolve) => queue.push(resolve));
    while (this.#gapMs > 0) {
      const wait = this.#lastStart + this.#gapMs - this.#clock();
      if (wait <= 0) break;
      await sleep(wait);
    }
    this.#lastStart = this.#clock();
  }

  leave(): void {
    this.#inFlight -= 1;
    this.#admit();
  }

  #admit(): void {
    while (this.#inFlight < this.#lanes) {
      const next = this.#waiting.shift() ?? this.#later.shift();
      if (next === undefined) return;
      this.#inFlight += 1;
      next();
    }
  }
}
