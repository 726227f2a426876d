/** Remembers since when conversations have waited, to say how long a reply took. */
export type ReplyTimes = {
  began(conversationId: string, waitedMs: number): void;
  /** How long the conversation has waited; undefined if this node did not run its turn, or has said so before. */
  accepted(conversationId: string): number | undefined;
};

const mostKept = 20_000;

/** Kept in memory: the database has no part in measuring. `monotonicMs`: a clock that only goes forward. */
export function createReplyTimes(monotonicMs: () => number): ReplyTimes {
  const since = new Map<string, number>();
  return {
    began(conversationId, waitedMs) {
      since.delete(conversationId);
      since.set(conversationId, monotonicMs() - waitedMs);
      if (since.size <= mostKept) return;
      const [oldest] = since.keys();
      if (oldest !== undefined) since.delete(oldest);
    },
    accepted(conversationId) {
      const from = since.get(conversationId);
      since.delete(conversationId);
      return from === undefined ? undefined : monotonicMs() - from;
    },
  };
}
