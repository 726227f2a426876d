import { z } from 'zod';
import { numberValue } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';
import { answered, refused, succeeded, unknownObject, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';

const Call = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  action: z.enum(['connect', 'pre_accept', 'accept', 'reject', 'terminate']),
  to: z.string().optional(),
  recipient: z.string().optional(),
  call_id: z.string().optional(),
  session: z.looseObject({ sdp_type: z.string(), sdp: z.string() }).optional(),
});

/** `POST /{phone number id}/calls`: signalling only; no sound. A call of the business rings and is taken. */
export function postCall(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  const line = world.lines.get(call.id);
  if (line === undefined) return unknownObject(call.id);
  if (String(line.calling['status']).toUpperCase() !== 'ENABLED')
    return refused(graphError(138000, 'Calling is off in the settings.'));
  return parsed(Call, call.body, (asked) => {
    if (asked.action !== 'connect') {
      if (asked.call_id === undefined)
        return refused(graphError(131008, 'The parameter call_id is required.'));
      return succeeded();
    }
    const customer =
      asked.to === undefined
        ? world.customers.byUserId(asked.recipient ?? '')
        : world.customers.byWaId(asked.to.replace(/\D/g, ''));
    if (customer === undefined) return refused(graphError(131026, 'Message Undeliverable.'));
    if (asked.session === undefined) return refused(graphError(131008, 'The parameter session is required.'));
    const id = world.ids.callId();
    const timestamp = String(Math.floor(world.clock.nowMs() / 1_000));
    const event = (status: string): void => {
      world.queue.enqueue([
        {
          lane: `call|${id}`,
          field: 'calls',
          value: numberValue(line, {
            statuses: [
              { id, type: 'call', status, timestamp, recipient_id: customer.waId ?? customer.userId },
            ],
          }),
        },
      ]);
    };
    event('RINGING');
    event('ACCEPTED');
    return answered({ messaging_product: 'whatsapp', calls: [{ id }], success: true });
  });
}

/** `GET /{phone number id}/call_permissions`. */
export function callPermissions(world: World, call: GraphCall): GraphReply {
  if (!world.lines.has(call.id)) return unknownObject(call.id);
  return answered({
    messaging_product: 'whatsapp',
    permission: { status: 'no_permission' },
    actions: [{ action_name: 'send_call_permission_request', can_perform_action: true }],
  });
}
