import { z } from 'zod';
import { text } from './parts.ts';

/** One parameter of a template component. Which type belongs where is checked against the stored template. */
export const TemplateParameter = z.looseObject({
  type: z.string().min(1),
  text: z.string().optional(),
  payload: z.string().optional(),
  coupon_code: z.string().optional(),
  parameter_name: z.string().optional(),
  currency: z.looseObject({ fallback_value: z.string() }).optional(),
  date_time: z.looseObject({ fallback_value: z.string() }).optional(),
  limited_time_offer: z.looseObject({ expiration_time_ms: z.number() }).optional(),
  action: z
    .looseObject({ flow_token: z.string().optional(), flow_action_data: z.looseObject({}).optional() })
    .optional(),
});
export type TemplateParameter = z.infer<typeof TemplateParameter>;

const plainComponent = {
  sub_type: z
    .string()
    .transform((value) => value.toLowerCase())
    .optional(),
  index: z.union([z.string(), z.number()]).transform(Number).optional(),
  parameters: z.array(TemplateParameter).optional(),
};
const lower = z.string().transform((value) => value.toLowerCase());
const cardComponent = z.strictObject({
  type: lower.pipe(z.enum(['header', 'body', 'button'])),
  ...plainComponent,
});

export const SentComponent = z.strictObject({
  type: lower.pipe(z.enum(['header', 'body', 'button', 'carousel', 'limited_time_offer'])),
  ...plainComponent,
  cards: z
    .array(z.strictObject({ card_index: z.int().min(0).max(9), components: z.array(cardComponent) }))
    .optional(),
});
export type SentComponent = z.infer<typeof SentComponent>;

export const TemplateSend = z.strictObject({
  name: text(512),
  language: z.strictObject({ code: text(15), policy: z.literal('deterministic').optional() }),
  namespace: z.string().optional(),
  components: z.array(SentComponent).optional(),
});
export type TemplateSend = z.infer<typeof TemplateSend>;
