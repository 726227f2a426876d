import { z } from 'zod';

/** `team`: only its own. `before`: the `leadId` of the last one of the page before. */
export const LeadListQuery = z.object({
  team: z.string().max(40).optional(),
  before: z.coerce.number<number | string>().int().positive().optional(),
  limit: z.coerce.number<number | string>().int().min(1).max(1_000).default(200),
});
export type LeadListQuery = z.input<typeof LeadListQuery>;

/**
 * Somebody who is interested in something. `wanted`: how soon; `name`, `email`: what they gave, `profileName` what WhatsApp
 * says; `ad`: the one they came through; `createdAt`: ms since 1970, of the database.
 */
export const Lead = z.object({
  leadId: z.number(),
  need: z.string(),
  team: z.string(),
  createdAt: z.number(),
  name: z.string().optional(),
  email: z.string().optional(),
  wanted: z.string().optional(),
  task: z.string().optional(),
  ad: z.string().optional(),
  phone: z.string().optional(),
  username: z.string().optional(),
  profileName: z.string().optional(),
});
export type Lead = z.infer<typeof Lead>;

/** GET /api/leads: the newest first. */
export const LeadList = z.object({ leads: z.array(Lead) });
export type LeadList = z.infer<typeof LeadList>;
