/**
 * A point in time: milliseconds since 1970-01-01T00:00:00Z, always whole.
 * Core never asks what time it is; an instant is an argument or part of an event.
 */
export type Instant = number;

export const minuteMs = 60_000;
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;
