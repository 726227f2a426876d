import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { reader } from './reader.ts';

/** Notices in which `wa_id` and `user_id` are the person's new ones. */
const changesIdentity = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id']);

/** Meta's words for its notices; others are counted. */
export const systemTypes: ReadonlySet<string> = new Set([...changesIdentity, 'customer_identity_changed']);

const wireSystem = reader((f) =>
  z.object({
    type: z.string(),
    body: f.maybe(z.string()),
    wa_id: f.maybe(f.id),
    new_wa_id: f.maybe(f.id),
    user_id: f.maybe(f.id),
    parent_user_id: f.maybe(f.id),
    previous_user_id: f.maybe(f.id),
    previous_parent_user_id: f.maybe(f.id),
    identity: f.maybe(f.id),
  }),
);

/** A notice of Meta's about the person; it comes without a `contacts` array. */
export function readSystem(part: unknown): InboundContent | undefined {
  const system = wireSystem(part);
  if (system === undefined) return undefined;
  const isChange = changesIdentity.has(system.type);
  return {
    kind: 'system',
    type: system.type,
    ...present({
      body: system.body,
      newPhone: system.new_wa_id ?? (isChange ? system.wa_id : undefined),
      newBsuid: isChange ? system.user_id : undefined,
      newParentBsuid: isChange ? system.parent_user_id : undefined,
      previousBsuid: system.previous_user_id,
      previousParentBsuid: system.previous_parent_user_id,
      identityKeyHash: system.identity,
    }),
  };
}
