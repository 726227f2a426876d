import { z } from 'zod';
import { Named, boundedText } from './bounded-text.ts';
import { AnyHeader, Footer, ShortBody } from './interactive-parts.ts';

const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Regional_Indicator}|\u20E3/u;
const Data = z
  .record(z.string(), z.json())
  .refine((data) => Object.keys(data).length > 0, 'may not be empty; leave it out');

const parameters = {
  flow_message_version: z.literal('3'),
  flow_cta: boundedText(30).refine((label) => !emoji.test(label), 'may not contain emoji'),
  /** `draft`: only the flow's makers can open it. Default: published. */
  mode: z.enum(['draft', 'published']).optional(),
  /** Comes back with every answer. Default: `unused`. */
  flow_token: Named.optional(),
  flow_id: Named.optional(),
  flow_name: Named.optional(),
};

/** Opens a screen of the flow: the first, or `screen`, filled with `data`. */
const Navigate = z.strictObject({
  ...parameters,
  flow_action: z.literal('navigate').optional(),
  flow_action_payload: z.strictObject({ screen: Named.optional(), data: Data.optional() }).optional(),
});

/** Asks the flow's endpoint which screen comes first. */
const DataExchange = z.strictObject({ ...parameters, flow_action: z.literal('data_exchange') });

const FlowParameters = z
  .discriminatedUnion('flow_action', [Navigate, DataExchange])
  .refine(
    ({ flow_id, flow_name }) => (flow_id === undefined) !== (flow_name === undefined),
    'needs exactly one of "flow_id" and "flow_name"',
  );

/** A text with one button that opens a flow. Source: Meta's OpenAPI file v23.0, "ActionObject", read 2026-11-21. */
export const InteractiveFlow = z.strictObject({
  type: z.literal('flow'),
  header: AnyHeader.optional(),
  body: ShortBody,
  footer: Footer.optional(),
  action: z.strictObject({ name: z.literal('flow'), parameters: FlowParameters }),
});
export type InteractiveFlow = z.infer<typeof InteractiveFlow>;
