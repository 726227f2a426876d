import type { VoiceLimits } from './listen-to-voice.ts';

/** How patient the engine is. All in milliseconds unless the name says otherwise. */
export type EngineSettings = {
  /** How long the turn of a complete text waits for more, and that of a fragment. */
  readonly debounceMs: { readonly base: number; readonly fragment: number };
  /** However much comes, a turn waits no longer than this for more. */
  readonly longestDebounceMs: number;
  readonly leaseMs: number;
  /** Older messages, found after an outage, go to people rather than being answered late. */
  readonly staleAfterMs: number;
  /** A turn that failed this often goes to people. */
  readonly mostTurnAttempts: number;
  /** How long a tool may take. */
  readonly toolTimeoutMs: number;
  /** What voice notes are listened to, and for how long a turn waits for it. */
  readonly voice: VoiceLimits;
  /** How long a freed time is kept for whoever was told of it. */
  readonly offerKeptMs: number;
  /** From one look at the business's calendars to the next. */
  readonly calendarsEveryMs: number;
  /** Turns that wait for a back end or a model do not count; with them, a worker holds so many. */
  readonly mostTurnsAtOnce: number;
  readonly mostTurnsHeld: number;
  readonly mostSendsAtOnce: number;
  /** A send nobody reported on for this long is unknown; unsettled for this much longer, a person is told. */
  readonly sendingExpiresMs: number;
  readonly unknownToldAfterMs: number;
  readonly mostSendAttempts: number;
  /** The first wait before a file is asked for again; it doubles with each try. */
  readonly mediaRetryMs: number;
  readonly mostMediaAttempts: number;
  /** A message that waits this long after its turn was due raises an alarm. */
  readonly overdueAfterMs: number;
  /** How long a stopping node waits for its turns, and then for its sends; together less than supervisors allow. */
  readonly drainTurnsMs: number;
  readonly drainSendsMs: number;
  /**
   * How many days are kept: what people see of conversations; what only the engine needed, once handled; customers and
   * what they were subscribed to, of whom nobody has heard since (undefined: for good).
   */
  readonly keepDays: {
    readonly messages: number;
    readonly inbox: number;
    readonly customers?: number | undefined;
  };
};

/** The settings of a running deployment; tests and benches change single ones. */
export const defaultSettings: EngineSettings = {
  debounceMs: { base: 1_200, fragment: 4_000 },
  longestDebounceMs: 20_000,
  leaseMs: 30_000,
  staleAfterMs: 3_600_000,
  mostTurnAttempts: 5,
  toolTimeoutMs: 8_000,
  voice: { copyMs: 20_000, transcribeMs: 30_000, mostSeconds: 180, mostBytes: 16 * 1024 * 1024 },
  offerKeptMs: 2 * 3_600_000,
  calendarsEveryMs: 30_000,
  mostTurnsAtOnce: 128,
  mostTurnsHeld: 5_000,
  mostSendsAtOnce: 128,
  sendingExpiresMs: 60_000,
  unknownToldAfterMs: 120_000,
  mostSendAttempts: 8,
  mediaRetryMs: 2_000,
  mostMediaAttempts: 8,
  overdueAfterMs: 120_000,
  drainTurnsMs: 10_000,
  drainSendsMs: 10_000,
  keepDays: { messages: 90, inbox: 30 },
};
