/**
 * Messages a second one number may carry, in and out together: 80, 1,000 after Meta's upgrade, 20 for a number that
 * the WhatsApp Business app uses too. Source: Cloud API docs, "Throughput", read 2026-11-21.
 */
export const messagesPerSecond = { STANDARD: 80, HIGH: 1_000, COEXISTENCE: 20 } as const;
export type ThroughputLevel = keyof typeof messagesPerSecond;

/** Counts each number's messages of the current second. */
export type Throughput = {
  /** Takes a place for one message; false if the second is full (130429). */
  take(phoneNumberId: string, level: ThroughputLevel, nowMs: number): boolean;
  /** A message from a customer, which takes place but is never refused. */
  note(phoneNumberId: string, nowMs: number): void;
};

export function createThroughput(): Throughput {
  const seconds = new Map<string, { second: number; count: number }>();
  const current = (phoneNumberId: string, nowMs: number): { second: number; count: number } => {
    const second = Math.floor(nowMs / 1_000);
    let bucket = seconds.get(phoneNumberId);
    if (bucket === undefined) {
      bucket = { second, count: 0 };
      seconds.set(phoneNumberId, bucket);
    } else if (bucket.second !== second) {
      bucket.second = second;
      bucket.count = 0;
    }
    return bucket;
  };
  return {
    take: (phoneNumberId, level, nowMs) => {
      const bucket = current(phoneNumberId, nowMs);
      if (bucket.count >= messagesPerSecond[level]) return false;
      bucket.count += 1;
      return true;
    },
    note: (phoneNumberId, nowMs) => {
      current(phoneNumberId, nowMs).count += 1;
    },
  };
}
