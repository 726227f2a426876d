import { shownWaId, type Customer } from '../people/customer.ts';
import { contactOf, numberValue, type Json, type Update } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';

type SystemKind = 'user_changed_number' | 'user_changed_user_id' | 'customer_identity_changed';

/**
 * A `system` message: no `contacts` array comes with it. Source: Cloud API docs, "System messages" and "Business-scoped
 * user ids", read 2026-11-21.
 */
export function systemUpdate(
  world: World,
  before: Customer,
  after: Customer,
  phoneNumberId: string,
  type: SystemKind,
): Update {
  const from = shownWaId(before);
  return {
    lane: `${phoneNumberId}|${after.id}`,
    field: 'messages',
    value: numberValue(numberOf(world, phoneNumberId), {
      messages: [
        {
          ...(from === undefined ? {} : { from }),
          from_user_id: before.userId,
          id: world.ids.wamid(),
          timestamp: seconds(world),
          type: 'system',
          system: { type, body: wordsOf(before, after, type), ...detailsOf(before, after, type) },
        },
      ],
    }),
  };
}

function detailsOf(before: Customer, after: Customer, type: SystemKind): Json {
  const waId = shownWaId(after);
  switch (type) {
    case 'user_changed_number':
      return { ...(waId === undefined ? {} : { wa_id: waId }), user_id: after.userId };
    case 'user_changed_user_id':
      return {
        user_id: after.userId,
        previous_user_id: before.userId,
        ...(after.parentUserId === undefined ? {} : { parent_user_id: after.parentUserId }),
        ...(before.parentUserId === undefined ? {} : { previous_parent_user_id: before.parentUserId }),
      };
    case 'customer_identity_changed':
      return { identity: after.identityHash, customer: waId ?? after.userId };
  }
}

function wordsOf(before: Customer, after: Customer, type: SystemKind): string {
  switch (type) {
    case 'user_changed_number':
      return `User ${before.name} changed from ${shownWaId(before) ?? before.userId} to ${shownWaId(after) ?? after.userId}`;
    case 'user_changed_user_id':
      return `User ${before.name} changed from ${before.userId} to ${after.userId}`;
    case 'customer_identity_changed':
      return `User ${before.name} changed identity`;
  }
}

/** The marketing opt-out feed. */
export function preferenceUpdate(
  world: World,
  customer: Customer,
  phoneNumberId: string,
  value: 'stop' | 'resume',
): Update {
  const waId = shownWaId(customer);
  return {
    lane: `${phoneNumberId}|${customer.id}`,
    field: 'user_preferences',
    value: numberValue(numberOf(world, phoneNumberId), {
      contacts: [contactOf(customer)],
      user_preferences: [
        {
          ...(waId === undefined ? {} : { wa_id: waId }),
          user_id: customer.userId,
          category: 'marketing_messages',
          value,
          detail: `User requested to ${value} marketing messages`,
          timestamp: Number(seconds(world)),
        },
      ],
    }),
  };
}

function numberOf(
  world: World,
  phoneNumberId: string,
): { phoneNumberId: string; displayPhoneNumber: string } {
  return { phoneNumberId, displayPhoneNumber: world.lines.get(phoneNumberId)?.displayPhoneNumber ?? '' };
}

function seconds(world: World): string {
  return String(Math.floor(world.clock.nowMs() / 1_000));
}
