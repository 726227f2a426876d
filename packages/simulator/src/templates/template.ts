import { z } from 'zod';
import { TemplateComponent } from './component.ts';

export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';
export type TemplateQuality = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';
export type TemplateStatus =
  | 'APPROVED'
  | 'PENDING'
  | 'REJECTED'
  | 'PAUSED'
  | 'DISABLED'
  | 'IN_APPEAL'
  | 'ARCHIVED';

const category = z
  .string()
  .transform((value) => value.toUpperCase())
  .pipe(z.enum(['UTILITY', 'MARKETING', 'AUTHENTICATION']));

/** The body of a creation. Lengths and counts are checked afterwards, with Meta's own codes. */
export const TemplateDefinition = z.looseObject({
  name: z.string(),
  language: z.string().min(2).max(15),
  category,
  components: z.array(TemplateComponent),
  parameter_format: z
    .string()
    .transform((value) => value.toUpperCase())
    .pipe(z.enum(['POSITIONAL', 'NAMED']))
    .default('POSITIONAL'),
  allow_category_change: z.boolean().optional(),
  message_send_ttl_seconds: z.int().optional(),
  cta_url_link_tracking_opted_out: z.boolean().optional(),
});
export type TemplateDefinition = z.infer<typeof TemplateDefinition>;

/** The body of an edit: what is given replaces what was there. */
export const TemplateEdit = z.looseObject({
  components: z.array(TemplateComponent).optional(),
  category: category.optional(),
  message_send_ttl_seconds: z.int().optional(),
});
export type TemplateEdit = z.infer<typeof TemplateEdit>;

/** A template in Meta's registry. */
export type Template = {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  category: TemplateCategory;
  previousCategory: TemplateCategory | undefined;
  /** What Meta will make of it after the notice. */
  correctCategory: TemplateCategory | undefined;
  components: readonly TemplateComponent[];
  parameterFormat: 'POSITIONAL' | 'NAMED';
  ttlS: number | undefined;
  status: TemplateStatus;
  rejectedReason: string;
  quality: TemplateQuality;
  /** How often it has been paused for quality: 3 h, then 6 h, then it is disabled. */
  pauses: number;
  pausedUntilMs: number | undefined;
  /** While `held`, sends are held for a quality assessment. */
  pacing: 'free' | 'held';
  readonly createdMs: number;
  editedMs: number;
  readonly counts: { sent: number; delivered: number; read: number; clicked: number };
};
