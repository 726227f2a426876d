import { z } from 'zod';
import { regions20261121 } from './packs/2026-11-21-regions.ts';
import { rules20261121 } from './packs/2026-11-21-rules.ts';

/** `critical` blocks and pauses, `error` blocks, `warn` lets pass and reports. */
export const Severity = z.enum(['critical', 'error', 'warn']);
export type Severity = z.infer<typeof Severity>;

/**
 * One rule of the catalogue, in words.
 * `atWorst`: the severity a rule climbs to, if it has two. `checkedAt`: the places it is checked.
 */
export const PolicyRule = z.object({
  id: z.string(),
  title: z.string(),
  severity: Severity,
  atWorst: Severity.optional(),
  checkedAt: z.array(z.enum(['config', 'template', 'inbound', 'send', 'audit'])).readonly(),
  condition: z.string(),
  message: z.string(),
  fix: z.string(),
  source: z.string(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;

/** What Meta allows general-purpose assistants for recipients with these prefixes, between two days. */
export const PolicyRegion = z.object({
  region: z.string(),
  prefixes: z.array(z.string()).readonly(),
  from: z.iso.date(),
  /** The last day, if it ended. */
  until: z.iso.date().optional(),
  generalPurposeAi: z.enum(['prohibited', 'permitted', 'permitted-for-a-fee', 'unclear']),
  confidence: z.enum(['high', 'medium', 'low']),
  note: z.string().optional(),
});
export type PolicyRegion = z.infer<typeof PolicyRegion>;

/**
 * Dated rules with their sources. Its id is stamped on every message it cleared or refused.
 * `readOn`: the day its sources were read; after 90 days the pack counts as stale.
 */
export const PolicyPack = z.object({
  id: z.string(),
  readOn: z.iso.date(),
  limits: z.object({
    /** A free-form message must leave this long before the window closes. Own default. */
    windowMarginMs: z.number().int().nonnegative(),
    /** After this long a silence of the agent makes its disclosure due again. */
    disclosureAfterMs: z.number().int().positive(),
    /** The longest text, in UTF-16 units, of a reply that must not answer anything. Own default. */
    refusalLength: z.number().int().positive(),
    staleAfterMs: z.number().int().positive(),
  }),
  rules: z.array(PolicyRule).readonly(),
  regions: z.array(PolicyRegion).readonly(),
});
export type PolicyPack = z.infer<typeof PolicyPack>;

/**
 * The pack in force.
 * Sources: Meta Terms for WhatsApp Business Platform (2026-09-23), WhatsApp Business Messaging
 * Policy (2026-09-23), AI Providers page (2026-09-01), EU AI Act article 50, California B&P 17941;
 * all read 2026-11-21, most as stored copies.
 */
export const currentPack: PolicyPack = {
  id: '2026-11-21',
  readOn: '2026-11-21',
  limits: {
    windowMarginMs: 60_000,
    disclosureAfterMs: 86_400_000,
    refusalLength: 600,
    staleAfterMs: 90 * 86_400_000,
  },
  rules: rules20261121,
  regions: regions20261121,
};
