import { z } from 'zod';
import { addToGroup, leaveGroup, participant, tellGroup } from '../groups/group-acts.ts';
import { mostParticipants, type Group } from '../groups/group-store.ts';
import type { Customer } from '../people/customer.ts';
import type { World } from '../world.ts';
import { answered, refused, unknownObject, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';
import { paged } from './paging.ts';

const NewGroup = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  subject: z.string().min(1).max(128),
  description: z.string().max(2_048).optional(),
  join_approval_mode: z.enum(['approval_required', 'auto_approve']).default('auto_approve'),
});
const GroupChange = z.looseObject({
  subject: z.string().min(1).max(128).optional(),
  description: z.string().max(2_048).optional(),
});
const Participants = z.looseObject({
  participants: z
    .array(z.looseObject({ user: z.string() }))
    .min(1)
    .max(mostParticipants),
});
const Requests = z.looseObject({ join_requests: z.array(z.string()).min(1) });

/** `POST /{phone number id}/groups`: answered with a request id; the group comes by webhook. */
export function createGroup(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(NewGroup, call.body, (asked) => {
      const group: Group = {
        id: `${world.ids.objectId()}@g`,
        phoneNumberId: line.phoneNumberId,
        subject: asked.subject,
        description: asked.description ?? '',
        joinApproval: asked.join_approval_mode === 'approval_required',
        inviteLink: `https://chat.whatsapp.com/${world.ids.code(16)}`,
        suspended: false,
        createdMs: world.clock.nowMs(),
        participants: new Set(),
        joinRequests: new Map(),
      };
      world.groups.add(group);
      const requestId = world.ids.objectId();
      tellGroup(world, group, 'group_lifecycle_update', {
        type: 'group_create',
        request_id: requestId,
        subject: group.subject,
        description: group.description,
        invite_link: group.inviteLink,
        join_approval_mode: asked.join_approval_mode,
      });
      return answered({ messaging_product: 'whatsapp', request_id: requestId });
    }),
  );
}

/** `GET /{phone number id}/groups`. */
export function listGroups(world: World, call: GraphCall): GraphReply {
  const groups = world.groups.all().filter((group) => group.phoneNumberId === call.id);
  const page = paged(
    groups.map((group) => ({
      id: group.id,
      subject: group.subject,
      created_at: Math.floor(group.createdMs / 1_000),
    })),
    call.query,
    `${world.address.url}${call.path}`,
  );
  return answered({
    data: { groups: page.data },
    ...(page.paging === undefined ? {} : { paging: page.paging }),
  });
}

/** `GET /{group}`. */
export function getGroup(world: World, call: GraphCall): GraphReply {
  return withGroup(world, call, (group) =>
    answered({
      messaging_product: 'whatsapp',
      id: group.id,
      subject: group.subject,
      description: group.description,
      suspended: group.suspended,
      creation_timestamp: Math.floor(group.createdMs / 1_000),
      participants: people(world, group.participants).map((customer) => participant(customer)),
      total_participant_count: group.participants.size,
      join_approval_mode: group.joinApproval ? 'approval_required' : 'auto_approve',
    }),
  );
}

/** `POST /{group}`: subject and description. */
export function updateGroup(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  const group = world.groups.find(call.id);
  if (group === undefined) return unknownObject(call.id);
  return parsed(GroupChange, call.body, (change) => {
    group.subject = change.subject ?? group.subject;
    group.description = change.description ?? group.description;
    return requested(world, group, 'group_settings_update', {
      type: 'group_settings_update',
      ...(change.subject === undefined
        ? {}
        : { group_subject: { text: change.subject, update_successful: true } }),
      ...(change.description === undefined
        ? {}
        : { group_description: { text: change.description, update_successful: true } }),
    });
  });
}

/** `DELETE /{group}`. */
export function deleteGroup(world: World, call: GraphCall): GraphReply {
  return withGroup(world, call, (group) => {
    world.groups.remove(group.id);
    return requested(world, group, 'group_lifecycle_update', { type: 'group_delete' });
  });
}

/** `GET /{group}/invite_link`. */
export function getInviteLink(world: World, call: GraphCall): GraphReply {
  return withGroup(world, call, (group) =>
    answered({ messaging_product: 'whatsapp', invite_link: group.inviteLink }),
  );
}

/** `POST /{group}/invite_link`: another link; the old one is void. */
export function resetInviteLink(world: World, call: GraphCall): GraphReply {
  return withGroup(world, call, (group) => {
    group.inviteLink = `https://chat.whatsapp.com/${world.ids.code(16)}`;
    return answered({ messaging_product: 'whatsapp', invite_link: group.inviteLink });
  });
}

/** `POST /{group}/participants`. */
export function addParticipants(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withParticipants(world, call, (group, customer) => addToGroup(world, group, customer, 'business'));
}

/** `DELETE /{group}/participants`. */
export function removeParticipants(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withParticipants(world, call, (group, customer) => {
    const was = group.participants.has(customer.id);
    leaveGroup(world, group, customer, 'business');
    return was;
  });
}

/** `GET /{group}/join_requests`. */
export function listJoinRequests(world: World, call: GraphCall): GraphReply {
  return withGroup(world, call, (group) =>
    answered({
      data: [...group.joinRequests].flatMap(([id, customerId]) =>
        people(world, [customerId]).map((customer) => ({ join_request_id: id, ...participant(customer) })),
      ),
    }),
  );
}

/** `POST /{group}/join_requests`: lets people in. */
export function approveJoinRequests(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withRequests(world, call, 'approved_join_requests', (group, customer) => {
    addToGroup(world, group, customer, 'invite_link');
  });
}

/** `DELETE /{group}/join_requests`. */
export function rejectJoinRequests(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withRequests(world, call, 'rejected_join_requests', () => undefined);
}

function withGroup(world: World, call: GraphCall, then: (group: Group) => GraphReply): GraphReply {
  const group = world.groups.find(call.id);
  return group === undefined ? unknownObject(call.id) : then(group);
}

function requested(
  world: World,
  group: Group,
  field: Parameters<typeof tellGroup>[2],
  rest: Readonly<Record<string, unknown>>,
): GraphReply {
  const requestId = world.ids.objectId();
  tellGroup(world, group, field, { request_id: requestId, ...rest });
  return answered({ messaging_product: 'whatsapp', request_id: requestId });
}

function withParticipants(
  world: World,
  call: GraphCall,
  act: (group: Group, customer: Customer) => boolean,
): GraphReply | Promise<GraphReply> {
  const group = world.groups.find(call.id);
  if (group === undefined) return unknownObject(call.id);
  return parsed(Participants, call.body, (asked) => {
    const failed = asked.participants.filter(({ user }) => {
      const customer = world.customers.find(user.replace(/^\+/, ''));
      return customer === undefined || !act(group, customer);
    });
    if (failed.length > 0)
      return refused(graphError(131009, `Not changed: ${failed.map((one) => one.user).join(', ')}.`));
    return answered({ messaging_product: 'whatsapp', request_id: world.ids.objectId() });
  });
}

function withRequests(
  world: World,
  call: GraphCall,
  listName: string,
  act: (group: Group, customer: Customer) => void,
): GraphReply | Promise<GraphReply> {
  const group = world.groups.find(call.id);
  if (group === undefined) return unknownObject(call.id);
  return parsed(Requests, call.body, ({ join_requests: ids }) => {
    const done = ids.filter((id) => {
      const [customer] = people(world, [group.joinRequests.get(id) ?? '']);
      if (customer === undefined) return false;
      group.joinRequests.delete(id);
      act(group, customer);
      return true;
    });
    const failed = ids.filter((id) => !done.includes(id));
    return answered({
      messaging_product: 'whatsapp',
      [listName]: done,
      ...(failed.length === 0 ? {} : { failed_join_requests: failed.map((id) => ({ join_request_id: id })) }),
    });
  });
}

function people(world: World, ids: Iterable<string>): readonly Customer[] {
  return [...ids].flatMap((id) => world.customers.find(id) ?? []);
}
