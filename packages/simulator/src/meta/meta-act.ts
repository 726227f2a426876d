import { z } from 'zod';

/** A template by id, or by name and language. */
const template = z.union([
  z.string().min(1),
  z.strictObject({ name: z.string().min(1), language: z.string().min(1) }),
]);
export type TemplateKey = z.infer<typeof template>;

const phoneNumberId = z.string().min(1).optional();
const hours = z
  .number()
  .positive()
  .max(24 * 365);

const TemplateActs = [
  z.strictObject({ kind: z.literal('approve-template'), template }),
  z.strictObject({
    kind: z.literal('reject-template'),
    template,
    reason: z
      .enum(['ABUSIVE_CONTENT', 'INVALID_FORMAT', 'PROMOTIONAL', 'TAG_CONTENT_MISMATCH', 'SCAM'])
      .default('INVALID_FORMAT'),
  }),
  z.strictObject({
    kind: z.literal('recategorise-template'),
    template,
    category: z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']),
    notice: z.enum(['a-day', 'none']).default('a-day'),
  }),
  z.strictObject({
    kind: z.literal('rate-template'),
    template,
    quality: z.enum(['GREEN', 'YELLOW', 'RED', 'UNKNOWN']),
  }),
  z.strictObject({ kind: z.literal('pause-template'), template }),
  z.strictObject({ kind: z.literal('disable-template'), template }),
  z.strictObject({ kind: z.literal('reinstate-template'), template }),
  /** From now on sends of it are held for a quality assessment. */
  z.strictObject({ kind: z.literal('hold-template'), template }),
  /** Ends the assessment: what was held is sent, or dropped with 132015. */
  z.strictObject({
    kind: z.literal('release-template'),
    template,
    how: z.enum(['send', 'drop']).default('send'),
  }),
] as const;

const AccountActs = [
  z.strictObject({
    kind: z.literal('restrict'),
    what: z.enum(['business-initiated', 'all']).default('business-initiated'),
    hours: hours.default(72),
    violation: z.string().default('SPAM'),
  }),
  z.strictObject({ kind: z.literal('lock') }),
  z.strictObject({ kind: z.literal('ban') }),
  z.strictObject({ kind: z.literal('reinstate') }),
  z.strictObject({
    kind: z.literal('set-tier'),
    tier: z.enum(['TIER_250', 'TIER_2K', 'TIER_10K', 'TIER_100K', 'TIER_UNLIMITED']),
  }),
  z.strictObject({ kind: z.literal('set-verified'), verified: z.boolean() }),
  z.strictObject({ kind: z.literal('set-payment-method'), present: z.boolean() }),
  /** Pretends that so many service messages were sent this month. */
  z.strictObject({ kind: z.literal('set-service-used'), phoneNumberId, count: z.int().min(0) }),
  z.strictObject({
    kind: z.literal('set-direct-send'),
    utility: z.boolean().default(false),
    authentication: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal('set-international-authentication'), eligible: z.boolean() }),
  z.strictObject({
    kind: z.literal('alert'),
    alert: z.string().default('OBA_APPROVED'),
    severity: z.enum(['CRITICAL', 'WARNING', 'INFORMATIONAL']).default('INFORMATIONAL'),
  }),
  z.strictObject({
    kind: z.literal('review-account'),
    decision: z.enum(['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED']),
  }),
] as const;

const NumberActs = [
  /** RED flags the number, GREEN and YELLOW unflag it. */
  z.strictObject({
    kind: z.literal('rate-number'),
    phoneNumberId,
    quality: z.enum(['GREEN', 'YELLOW', 'RED']),
  }),
  /** A change to HIGH keeps the number busy for a minute (131057). */
  z.strictObject({
    kind: z.literal('set-throughput'),
    phoneNumberId,
    level: z.enum(['STANDARD', 'HIGH', 'COEXISTENCE']),
  }),
  z.strictObject({
    kind: z.literal('review-name'),
    phoneNumberId,
    decision: z.enum(['APPROVED', 'REJECTED']),
  }),
] as const;

const ThreadActs = [
  z.strictObject({ kind: z.literal('agent-takes'), phoneNumberId, customer: z.string().min(1) }),
  z.strictObject({ kind: z.literal('agent-passes'), phoneNumberId, customer: z.string().min(1) }),
  /** Meta's agent answers: an echo on `standby`. */
  z.strictObject({
    kind: z.literal('agent-says'),
    phoneNumberId,
    customer: z.string().min(1),
    body: z.string().min(1),
  }),
  /** The owner writes from the WhatsApp Business app: `smb_message_echoes`. */
  z.strictObject({
    kind: z.literal('owner-says'),
    phoneNumberId,
    customer: z.string().min(1),
    body: z.string().min(1),
  }),
  /** Sends the past messages of a thread as `history`. */
  z.strictObject({ kind: z.literal('sync-history'), phoneNumberId, customer: z.string().min(1) }),
] as const;

const OtherActs = [
  z.strictObject({
    kind: z.literal('set-flow-status'),
    flow: z.string().min(1),
    status: z.enum(['DRAFT', 'PUBLISHED', 'DEPRECATED', 'BLOCKED', 'THROTTLED']),
  }),
  z.strictObject({ kind: z.literal('join-group'), group: z.string().min(1), customer: z.string().min(1) }),
  z.strictObject({ kind: z.literal('leave-group'), group: z.string().min(1), customer: z.string().min(1) }),
  z.strictObject({ kind: z.literal('suspend-group'), group: z.string().min(1), suspended: z.boolean() }),
  /** Any other webhook, signed, queued and logged like all. */
  z.strictObject({
    kind: z.literal('webhook'),
    field: z.string().min(1),
    value: z.record(z.string(), z.unknown()),
  }),
] as const;

/** Something only Meta can do. */
export const MetaAct = z.discriminatedUnion('kind', [
  ...TemplateActs,
  ...AccountActs,
  ...NumberActs,
  ...ThreadActs,
  ...OtherActs,
]);
export type MetaAct = z.infer<typeof MetaAct>;
export type TemplateAct = z.infer<(typeof TemplateActs)[number]>;
export type AccountAct = z.infer<(typeof AccountActs)[number]>;
export type NumberAct = z.infer<(typeof NumberActs)[number]>;
export type ThreadAct = z.infer<(typeof ThreadActs)[number]>;
