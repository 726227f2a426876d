import { z } from 'zod';

/** How the simulator itself behaves; changed at any time over the control API. */
export const Settings = z.strictObject({
  /**
   * `meta`: throughput, pair rate, messaging tier, marketing cap and management calls are limited as Meta limits them;
   * `none`: not at all, for benches.
   */
  limits: z.enum(['meta', 'none']),
  /** Marketing templates a person gets in 24 h. Meta's own number is dynamic and secret. */
  marketingPerDay: z.int().min(0).max(1_000),
  /** Whether new templates are approved by themselves, after this much simulated time. */
  templateReview: z.enum(['automatic', 'manual']),
  templateReviewMs: z
    .int()
    .min(0)
    .max(30 * 86_400_000),
  /** Whether a send outside the window is refused at once or fails by webhook. */
  closedWindow: z.enum(['refuse', 'fail-by-webhook']),
  /** `when-delivered` reads for the customer. */
  autoRead: z.enum(['never', 'when-delivered']),
});
export type Settings = z.infer<typeof Settings>;

/** Some of the settings, for changing them. */
export const SettingsChange = Settings.partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

/** The settings with some of them changed. */
export function changedSettings(settings: Settings, change: SettingsChange): Settings {
  return {
    limits: change.limits ?? settings.limits,
    marketingPerDay: change.marketingPerDay ?? settings.marketingPerDay,
    templateReview: change.templateReview ?? settings.templateReview,
    templateReviewMs: change.templateReviewMs ?? settings.templateReviewMs,
    closedWindow: change.closedWindow ?? settings.closedWindow,
    autoRead: change.autoRead ?? settings.autoRead,
  };
}
