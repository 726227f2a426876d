import type { Customer } from '../people/customer.ts';
import { statusError, titleOf } from '../graph/graph-error.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { ThreadMessage } from '../thread-message.ts';
import { contactOf } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';

/** A message on its way to a person; `customer` is undefined if nobody has that number. */
export type Travelling = {
  readonly wamid: string;
  readonly phoneNumberId: string;
  readonly recipientWaId: string | undefined;
  readonly recipientUserId: string | undefined;
  readonly customer: Customer | undefined;
  readonly message: ThreadMessage | undefined;
  readonly callbackData: string | undefined;
  readonly pricing: Pricing | undefined;
};

/** What is kept of a message until the customer reads it. */
export type Status =
  | { kind: 'sent' }
  | { kind: 'delivered' }
  | { kind: 'read' }
  | { kind: 'failed'; code: number; details: string };

/** Moves a message on and posts the `statuses` webhook that says so. */
export function postStatus(world: World, travelling: Travelling, status: Status): void {
  const { customer, message } = travelling;
  if (message !== undefined)
    message.progress =
      status.kind === 'failed'
        ? { kind: 'failed', code: status.code, title: titleOf(status.code) }
        : { kind: status.kind };
  const priced = status.kind === 'sent' || status.kind === 'delivered';
  world.queue.enqueue([
    {
      lane: laneOf(travelling),
      phoneNumberId: travelling.phoneNumberId,
      displayPhoneNumber: world.numbers.get(travelling.phoneNumberId) ?? '',
      contact: status.kind === 'failed' || customer === undefined ? undefined : contactOf(customer),
      item: {
        kind: 'status',
        status: {
          id: travelling.wamid,
          status: status.kind,
          timestamp: String(Math.floor(world.clock.nowMs() / 1_000)),
          ...(travelling.recipientWaId === undefined ? {} : { recipient_id: travelling.recipientWaId }),
          ...(travelling.recipientUserId === undefined
            ? {}
            : { recipient_user_id: travelling.recipientUserId }),
          ...(travelling.callbackData === undefined
            ? {}
            : { biz_opaque_callback_data: travelling.callbackData }),
          ...(priced && travelling.pricing !== undefined ? { pricing: travelling.pricing } : {}),
          ...(status.kind === 'failed' ? { errors: [statusError(status.code, status.details)] } : {}),
        },
      },
    },
  ]);
  if (customer !== undefined)
    world.live.tell({
      kind: 'thread',
      phoneNumberId: travelling.phoneNumberId,
      customerId: customer.id,
      incoming: false,
    });
}

function laneOf(travelling: Travelling): string {
  const person = travelling.customer?.id ?? travelling.recipientWaId ?? travelling.recipientUserId ?? '';
  return `${travelling.phoneNumberId}|${person}`;
}
