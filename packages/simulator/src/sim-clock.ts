/** The simulator's time: the machine's, moved by an offset that tests and the phone page change. */
export type SimClock = {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
  offsetMs(): number;
  advance(byMs: number): void;
  setTo(timeMs: number): void;
};

/** A clock that starts `offsetMs` away from the machine's. */
export function createSimClock(offsetMs = 0): SimClock {
  let offset = offsetMs;
  return {
    nowMs: () => Date.now() + offset,
    offsetMs: () => offset,
    advance: (byMs) => {
      offset += byMs;
    },
    setTo: (timeMs) => {
      offset = timeMs - Date.now();
    },
  };
}
