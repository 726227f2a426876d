import { z } from 'zod';
import type { Line } from '../account/line.ts';
import { digitsOf, shownWaId, type Customer } from '../people/customer.ts';
import { windowOf } from '../people/threads.ts';
import type { World } from '../world.ts';
import { answered, type GraphCall, type GraphReply } from './call.ts';
import { parsed } from './field.ts';
import { graphErrorBody, graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';
import { paged } from './paging.ts';

const Users = z.looseObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z.array(z.looseObject({ user: z.string().optional(), user_id: z.string().optional() })).min(1),
});
type Asked = z.infer<typeof Users>['block_users'][number];

/** Longest block list. Source: Cloud API docs, "Block users", read 2026-11-21. */
const mostBlocked = 64_000;

/** `POST /{phone number id}/block_users`: only people who wrote within 24 h. */
export function blockUsers(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return change(world, call, 'added_users', (line, customer) => {
    const thread = world.threads.find(line.phoneNumberId, customer.id);
    if (windowOf(thread, world.clock.nowMs()).kind !== 'open')
      return 'The person has not written within the last 24 hours.';
    if (line.blockedCustomers.size >= mostBlocked) return 'The block list is full.';
    line.blockedCustomers.add(customer.id);
    return undefined;
  });
}

/** `DELETE /{phone number id}/block_users`. */
export function unblockUsers(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return change(world, call, 'removed_users', (line, customer) =>
    line.blockedCustomers.delete(customer.id) ? undefined : 'The person is not blocked.',
  );
}

/** `GET /{phone number id}/block_users`. */
export function listBlockedUsers(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const users = [...line.blockedCustomers].flatMap((id) => {
      const customer = world.customers.find(id);
      return customer === undefined
        ? []
        : [{ block_users: [{ messaging_product: 'whatsapp', ...shown(customer) }] }];
    });
    const flat = users.flatMap((one) => one.block_users);
    return answered(paged(flat, call.query, `${world.address.url}${call.path}`, 1_000));
  });
}

function change(
  world: World,
  call: GraphCall,
  listName: string,
  act: (line: Line, customer: Customer) => string | undefined,
): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    parsed(Users, call.body, ({ block_users: asked }) => {
      const done: unknown[] = [];
      const failed: unknown[] = [];
      for (const one of asked) {
        const input = one.user ?? one.user_id ?? '';
        const customer = find(world, one);
        const problem = customer === undefined ? 'Nobody has that number or id.' : act(line, customer);
        if (customer !== undefined && problem === undefined) done.push({ input, ...shown(customer) });
        else
          failed.push({
            input,
            errors: [{ code: 139100, message: problem, error_data: { details: problem } }],
          });
      }
      world.live.tell({ kind: 'account' });
      const value = {
        messaging_product: 'whatsapp',
        block_users: { [listName]: done, ...(failed.length === 0 ? {} : { failed_users: failed }) },
      };
      if (failed.length === 0) return answered(value);
      const error = graphError(139100, 'Some users could not be changed.');
      return {
        outcome: { kind: 'rejected', httpStatus: 400, code: 139100 },
        send: {
          kind: 'json',
          status: 400,
          value: { ...value, ...graphErrorBody(error, world.ids.traceId()) },
        },
      };
    }),
  );
}

function find(world: World, asked: Asked): Customer | undefined {
  if (asked.user_id !== undefined) return world.customers.byUserId(asked.user_id);
  const user = asked.user ?? '';
  return world.customers.byWaId(digitsOf(user)) ?? world.customers.byUserId(user);
}

function shown(customer: Customer): Readonly<Record<string, unknown>> {
  const waId = shownWaId(customer);
  return { ...(waId === undefined ? {} : { wa_id: waId }), user_id: customer.userId };
}
