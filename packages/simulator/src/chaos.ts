import { z } from 'zod';

/** What goes wrong on the way from Meta to the business's server. */
export const Chaos = z.strictObject({
  /** Posts every webhook this many times more. */
  duplicate: z.int().min(0).max(20).default(0),
  /** Lets webhooks overtake each other. */
  reorder: z.boolean().default(false),
  /** Waits (at most 250 ms) to post this many updates in one webhook; 0 posts as they come. */
  batch: z.int().min(0).max(1_000).default(0),
  /** Extra delay of each update, drawn between the two, in ms. */
  delayMs: z.tuple([z.int().min(0), z.int().min(0)]).default([0, 0]),
  /** Loses this many attempts of every webhook before one is really made. */
  dropFirstAttempts: z.int().min(0).max(10).default(0),
  /** Restarts the randomness from here. */
  seed: z.int().optional(),
});
export type Chaos = z.infer<typeof Chaos>;

/** Everything arrives once, in order, at once. */
export const noChaos: Chaos = Chaos.parse({});

/** How the next Graph calls go wrong: sends, or with `what` the fetching of files or every other call. */
export const FailNext = z.strictObject({
  /** For "media" every mode but the two `cut-` and two `timeout-` ones answers `httpStatus`. */
  what: z.enum(['send', 'media', 'management']).optional(),
  count: z.int().min(0).max(1_000_000).default(1),
  mode: z
    .enum([
      'error',
      /** Accepted, then a `failed` status with the code; for calls other than sends the same as `error`. */
      'fail-by-webhook',
      'timeout-before-accept',
      'timeout-after-accept',
      'cut-before',
      'cut-after',
      'refuse-429',
    ])
    .default('error'),
  /** Meta's error code for `error` and `fail-by-webhook`; default 131000. */
  code: z.int().optional(),
  httpStatus: z.int().min(400).max(599).optional(),
  /** Seconds in the Retry-After header. */
  retryAfterS: z.int().min(0).optional(),
});
export type FailNext = z.infer<typeof FailNext>;

/** Faults waiting for their calls, first planned first. */
export type FaultPlan = {
  plan(fault: FailNext): void;
  /** The next fault planned for calls of this kind. */
  take(what: 'send' | 'media' | 'management'): FailNext | undefined;
  remaining(): number;
};

/** No faults planned. Planning a count of 0 forgets all that are waiting. */
export function createFaultPlan(): FaultPlan {
  let waiting: { fault: FailNext; left: number }[] = [];
  return {
    plan: (fault) => {
      if (fault.count === 0) waiting = [];
      else waiting.push({ fault, left: fault.count });
    },
    take: (what) => {
      const first = waiting.find(({ fault }) => (fault.what ?? 'send') === what);
      if (first === undefined) return undefined;
      first.left -= 1;
      if (first.left === 0) waiting = waiting.filter((one) => one !== first);
      return first.fault;
    },
    remaining: () => waiting.reduce((sum, one) => sum + one.left, 0),
  };
}
