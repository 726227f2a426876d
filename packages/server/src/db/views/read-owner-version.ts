import { z } from 'zod';
import type { Owner } from '@ambit/core/conversation/owner';
import { optionalColumn } from '../columns.ts';
import type { Queryable } from '../database.ts';
import { ownerColumns, type Place } from './conversation-facts.ts';

const Row = z.object({
  owner_kind: z.enum(['agent', 'people', 'nobody']),
  owner_person: optionalColumn(z.string()),
  owner_version: z.number(),
});

/** Who may speak now, and under which version; undefined when there is no such conversation. */
export async function readOwnerVersion(
  client: Queryable,
  place: Place,
): Promise<(Owner & { version: number }) | undefined> {
  const found = await client.query({
    text: `select ${ownerColumns} from conversations v where channel_id = $1 and conversation_id = $2`,
    values: [place.channelId, place.conversationId],
  });
  const row = Row.optional().parse(found.rows[0]);
  if (row === undefined) return undefined;
  const version = row.owner_version;
  if (row.owner_kind !== 'people') return { kind: row.owner_kind, version };
  return row.owner_person === undefined
    ? { kind: 'people', version }
    : { kind: 'people', person: row.owner_person, version };
}
