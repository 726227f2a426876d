/**
 * Turns that wait for somebody outside: a back end, a model, a transcription. They cost memory and nothing else, so
 * a worker takes other turns meanwhile.
 */
export type WaitingTurns = {
  readonly size: number;
  /** Does what a turn waits for; it counts as waiting until that is over. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** From now on `onBegan` is told of each turn that begins to wait, before it is counted. */
  listen(onBegan: () => void): void;
};

/** Nobody waits yet. */
export function createWaitingTurns(): WaitingTurns {
  let size = 0;
  let told: () => void = () => undefined;
  return {
    get size() {
      return size;
    },
    async during(work) {
      told();
      size += 1;
      try {
        return await work();
      } finally {
        size -= 1;
      }
    },
    listen(onBegan) {
      told = onBegan;
    },
  };
}
