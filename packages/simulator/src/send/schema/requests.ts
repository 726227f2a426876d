import { z } from 'zod';
import { body, Footer, Header, noEmoji, text } from './parts.ts';

export const LocationRequest = z.strictObject({
  type: z.literal('location_request_message'),
  body: body(1_024),
  action: z.strictObject({ name: z.literal('send_location') }),
});

export const ContactRequest = z.strictObject({
  type: z.literal('request_contact_info'),
  body: body(1_024),
  action: z.strictObject({ name: z.literal('request_contact_info') }),
});

export const CallPermissionRequest = z.strictObject({
  type: z.literal('call_permission_request'),
  body: body(1_024).optional(),
  action: z.strictObject({ name: z.literal('call_permission_request') }),
});

export const AddressRequest = z.strictObject({
  type: z.literal('address_message'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({
    name: z.literal('address_message'),
    parameters: z.looseObject({
      country: z.literal('IN', 'address messages are for India only'),
      values: z.looseObject({}).optional(),
      saved_addresses: z.array(z.looseObject({ id: z.string() })).optional(),
      validation_errors: z.record(z.string(), z.string()).optional(),
    }),
  }),
});

const FlowParameters = z
  .strictObject({
    flow_message_version: z.literal('3'),
    flow_id: z.string().min(1).optional(),
    flow_name: z.string().min(1).optional(),
    flow_cta: text(30).refine(noEmoji, 'must not hold emoji'),
    mode: z.enum(['draft', 'published']).optional(),
    flow_token: z.string().min(1).max(200).optional(),
    flow_action: z.enum(['navigate', 'data_exchange']).optional(),
    flow_action_payload: z
      .strictObject({
        screen: z.string().min(1).optional(),
        data: z.record(z.string(), z.unknown()).optional(),
      })
      .optional(),
  })
  .refine(
    (value) => (value.flow_id === undefined) !== (value.flow_name === undefined),
    'exactly one of flow_id or flow_name is required',
  )
  .refine(
    (value) => value.flow_action !== 'data_exchange' || value.flow_action_payload === undefined,
    'flow_action_payload is for flow_action navigate only',
  );

export const FlowMessage = z.strictObject({
  type: z.literal('flow'),
  header: Header.optional(),
  body: body(1_024),
  footer: Footer.optional(),
  action: z.strictObject({ name: z.literal('flow'), parameters: FlowParameters }),
});
