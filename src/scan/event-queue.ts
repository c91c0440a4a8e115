/** Turns pushed events into a stream; a reader that leaves early ends the writer's interest through `onReturn`. */
export class EventQueue<Event> implements AsyncIterable<Event> {
  readonly #waiting: Event[] = [];
  readonly #onReturn: () => void;
  #wake: (() => void) | null = null;
  #ended = false;
  #failure: { readonly error: unknown } | null = null;

  constructor(onReturn: () => void) {
    this.#onReturn = onReturn;
  }

  push(event: Event): void {
    this.#waiting.push(event);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Event> {
    try {
      for (;;) {
        while (this.#waiting.length > 0) {
          const event = this.#waiting.shift();
          if (event !== undefined) yield event;
        }
        if (this.#failure !== null) throw this.#failure.error;
        if (this.#ended) return;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        this.#wake = null;
      }
    } finally {
      this.#onReturn();
    }
  }
}
