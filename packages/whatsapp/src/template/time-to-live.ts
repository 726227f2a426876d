import { z } from 'zod';

/** -1 means 30 days. */
function seconds(least: number, most: number) {
  return z
    .int()
    .refine(
      (value) => value === -1 || (value >= least && value <= most),
      `is neither -1 nor between ${least} and ${most}`,
    )
    .optional();
}

/**
 * How long Meta tries to deliver a template's messages, in seconds, by category.
 * Source: Cloud API docs, "Time-to-live", read 2026-11-21.
 */
export const timeToLive = {
  AUTHENTICATION: seconds(30, 900),
  UTILITY: seconds(30, 43_200),
  MARKETING: seconds(43_200, 2_592_000),
} as const;
