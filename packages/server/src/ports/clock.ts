import type { Instant } from '@ambit/core/schedule/instant';

/** The clock of windows, timers and quiet hours. Leases and retries use the database's instead. */
export type Clock = { now(): Instant };
