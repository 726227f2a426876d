import { statusError, titleOf } from '../graph/graph-error.ts';
import { shownWaId, type Customer } from '../people/customer.ts';
import type { Price } from '../pricing/price-message.ts';
import type { Template } from '../templates/template.ts';
import type { ThreadMessage } from '../thread-message.ts';
import { contactOf, numberValue, type Json } from '../webhooks/webhook-body.ts';
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
  readonly price: Price | undefined;
  /** The country charged for. */
  readonly country: string;
  readonly template: Template | undefined;
  /** End of the free entry window, told in the `conversation` of a status. */
  readonly freeEntryUntilMs: number | undefined;
  /** The group it was sent to, in place of a person. */
  readonly groupId: string | undefined;
};

/** How far a message has come. */
export type Status =
  | { kind: 'sent' }
  | { kind: 'delivered' }
  | { kind: 'read' }
  | { kind: 'played' }
  | { kind: 'failed'; code: number; details: string };

/** Moves a message on, counts it, and posts the `statuses` webhook that says so. */
export function postStatus(world: World, travelling: Travelling, status: Status): void {
  const { customer, message, phoneNumberId } = travelling;
  if (message !== undefined && status.kind !== 'played')
    message.progress =
      status.kind === 'failed'
        ? { kind: 'failed', code: status.code, title: titleOf(status.code) }
        : { kind: status.kind };
  count(world, travelling, status);
  const line = world.lines.get(phoneNumberId);
  world.queue.enqueue([
    {
      lane: laneOf(travelling),
      field: 'messages',
      value: numberValue(
        { phoneNumberId, displayPhoneNumber: line?.displayPhoneNumber ?? '' },
        {
          ...(status.kind === 'failed' || customer === undefined
            ? {}
            : { contacts: [contactOf(customer, line?.identityCheck)] }),
          statuses: [statusOnWire(world, travelling, status)],
        },
      ),
    },
  ]);
  if (customer !== undefined)
    world.live.tell({ kind: 'thread', phoneNumberId, customerId: customer.id, incoming: false });
}

function statusOnWire(world: World, travelling: Travelling, status: Status): Json {
  const { customer, price, freeEntryUntilMs } = travelling;
  const waId = customer === undefined ? travelling.recipientWaId : shownWaId(customer);
  const parent = customer?.parentUserId;
  const priced = (status.kind === 'sent' || status.kind === 'delivered') && price !== undefined;
  return {
    id: travelling.wamid,
    status: status.kind,
    timestamp: String(Math.floor(world.clock.nowMs() / 1_000)),
    ...(travelling.groupId === undefined
      ? waId === undefined
        ? {}
        : { recipient_id: waId }
      : { recipient_id: travelling.groupId, recipient_type: 'group' }),
    ...(travelling.recipientUserId === undefined ? {} : { recipient_user_id: travelling.recipientUserId }),
    ...(parent === undefined ? {} : { parent_recipient_user_id: parent }),
    ...(travelling.groupId === undefined || waId === undefined ? {} : { recipient_participant_id: waId }),
    ...(travelling.callbackData === undefined ? {} : { biz_opaque_callback_data: travelling.callbackData }),
    ...(priced && freeEntryUntilMs !== undefined && price.pricing.type === 'free_entry_point'
      ? {
          conversation: {
            id: `fep-${travelling.phoneNumberId}-${Math.floor(freeEntryUntilMs / 1_000)}`,
            expiration_timestamp: String(Math.floor(freeEntryUntilMs / 1_000)),
            origin: { type: 'referral_conversion' },
          },
        }
      : {}),
    ...(priced ? { pricing: price.pricing } : {}),
    ...(status.kind === 'failed' ? { errors: [statusError(status.code, status.details)] } : {}),
  };
}

function count(world: World, travelling: Travelling, status: Status): void {
  const { phoneNumberId, template, price } = travelling;
  const atMs = world.clock.nowMs();
  switch (status.kind) {
    case 'sent':
      world.ledger.count('sent', phoneNumberId, atMs);
      if (template !== undefined) template.counts.sent += 1;
      return;
    case 'delivered':
      world.ledger.count('delivered', phoneNumberId, atMs);
      if (template !== undefined) {
        template.counts.delivered += 1;
        world.account.templatesDelivered += 1;
      }
      if (price !== undefined)
        world.ledger.charge({
          atMs,
          phoneNumberId,
          country: travelling.country,
          type: price.pricing.type,
          category: price.pricing.category,
          cost: price.cost,
        });
      return;
    case 'read':
      if (template !== undefined) template.counts.read += 1;
      return;
    case 'played':
    case 'failed':
      return;
  }
}

function laneOf(travelling: Travelling): string {
  const person = travelling.customer?.id ?? travelling.recipientWaId ?? travelling.recipientUserId ?? '';
  return `${travelling.phoneNumberId}|${person}`;
}
