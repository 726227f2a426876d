import { shownWaId, type Customer } from '../people/customer.ts';
import { numberValue, type Json } from '../webhooks/webhook-body.ts';
import type { World } from '../world.ts';
import { mostParticipants, type Group } from './group-store.ts';

/** Posts a webhook about a group. Source: Cloud API docs, "Groups" webhooks, read 2026-11-21. */
export function tellGroup(world: World, group: Group, field: GroupField, rest: Json): void {
  const line = world.lines.get(group.phoneNumberId);
  world.queue.enqueue([
    {
      lane: `group|${group.id}`,
      field,
      value: numberValue(
        { phoneNumberId: group.phoneNumberId, displayPhoneNumber: line?.displayPhoneNumber ?? '' },
        {
          groups: [
            {
              timestamp: String(Math.floor(world.clock.nowMs() / 1_000)),
              group_id: group.id,
              ...rest,
            },
          ],
        },
      ),
    },
  ]);
  world.live.tell({ kind: 'account' });
}

export type GroupField =
  | 'group_lifecycle_update'
  | 'group_participants_update'
  | 'group_settings_update'
  | 'group_status_update';

/** A person follows the invite link: joins, or asks to if the group wants that. */
export function welcomeToGroup(world: World, group: Group, customer: Customer): void {
  if (group.participants.has(customer.id)) return;
  if (group.joinApproval) {
    const requestId = world.ids.objectId();
    group.joinRequests.set(requestId, customer.id);
    tellGroup(world, group, 'group_participants_update', {
      type: 'group_join_request_created',
      join_request_id: requestId,
      ...participant(customer),
    });
    return;
  }
  addToGroup(world, group, customer, 'invite_link');
}

/** Adds a person. False if the group is full. */
export function addToGroup(world: World, group: Group, customer: Customer, reason: string): boolean {
  if (group.participants.size >= mostParticipants) return false;
  group.participants.add(customer.id);
  tellGroup(world, group, 'group_participants_update', {
    type: 'group_participants_add',
    reason,
    added_participants: [participant(customer)],
  });
  return true;
}

export function leaveGroup(
  world: World,
  group: Group,
  customer: Customer,
  by: 'participant' | 'business' = 'participant',
): void {
  if (!group.participants.delete(customer.id)) return;
  tellGroup(world, group, 'group_participants_update', {
    type: 'group_participants_remove',
    initiated_by: by,
    removed_participants: [participant(customer)],
  });
}

export function suspendGroup(world: World, group: Group, suspended: boolean): void {
  group.suspended = suspended;
  tellGroup(world, group, 'group_status_update', {
    type: suspended ? 'group_suspend' : 'group_suspend_cleared',
  });
}

/** A person as group webhooks and answers show them. */
export function participant(customer: Customer): Json {
  const waId = shownWaId(customer);
  return {
    ...(waId === undefined ? {} : { wa_id: waId, input: waId }),
    user_id: customer.userId,
    ...(customer.username === undefined ? {} : { username: customer.username }),
  };
}
