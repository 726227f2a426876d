import { z } from 'zod';
import { graphErrorsOf } from '../graph-error-body.ts';
import { present } from '../webhook/present.ts';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

const BlockedUser = z.looseObject({ wa_id: maybe(WireId), user_id: maybe(WireId) });
export type BlockedUser = z.output<typeof BlockedUser>;

const Changed = z
  .looseObject({
    input: WireId,
    wa_id: maybe(WireId),
    user_id: maybe(WireId),
    errors: z.unknown().optional(),
  })
  .transform(({ input, wa_id: waId, user_id: bsuid, errors }) => ({
    input,
    errors: graphErrorsOf(errors),
    ...present({ waId, bsuid }),
  }));
const list = z.array(Changed).catch([]);

/** Who was changed and who was not, with Meta's reasons. */
const Changes = z
  .object({ block_users: z.object({ added_users: list, removed_users: list, failed_users: list }) })
  .transform(({ block_users: { added_users, removed_users, failed_users } }) => ({
    done: [...added_users, ...removed_users],
    failed: failed_users,
  }));
export type BlockListChange = z.output<typeof Changes>;

export type BlockListClient = {
  list(signal: AbortSignal): AsyncGenerator<CallResult<Page<BlockedUser>>, void, undefined>;
  /** `users`: phone numbers or WhatsApp ids of people who wrote in the last 24 hours. */
  block(users: readonly string[], signal: AbortSignal): Promise<CallResult<BlockListChange>>;
  unblock(users: readonly string[], signal: AbortSignal): Promise<CallResult<BlockListChange>>;
};

const Users = z.looseObject({ block_users: z.array(z.object({ user: z.string().min(1) })).min(1) });

/**
 * Whom one number has blocked; at most 64,000. When only some can be blocked, Meta rejects the whole
 * call (139100) although the others have been: read the list to see.
 * Source: Cloud API docs, "Block users", read 2026-11-21.
 */
export function createBlockListClient(options: NumberAccess): BlockListClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'block_users'];
  const change = (method: 'POST' | 'DELETE', users: readonly string[], signal: AbortSignal) =>
    call(
      {
        method,
        path,
        body: {
          kind: 'json',
          json: { messaging_product: 'whatsapp', block_users: users.map((user) => ({ user })) },
          rules: Users,
        },
        answer: Changes,
      },
      signal,
    );
  return {
    list: (signal) =>
      pagesOf((after) =>
        call({ method: 'GET', path, query: { after }, answer: pageOf(BlockedUser) }, signal),
      ),
    block: (users, signal) => change('POST', users, signal),
    unblock: (users, signal) => change('DELETE', users, signal),
  };
}
