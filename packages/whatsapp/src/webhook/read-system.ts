import { z } from 'zod';
import type { InboundContent } from './inbound-content.ts';
import { present } from './present.ts';
import { WireId, maybe } from './wire-value.ts';

/** Notices in which `wa_id` and `user_id` are the person's new ones. */
const CHANGES_IDENTITY = new Set(['user_changed_number', 'customer_changed_number', 'user_changed_user_id']);

/** A notice of Meta's about the person; it comes without a `contacts` array. */
export const SystemMessage = z
  .object({
    system: z.object({
      type: z.string(),
      body: maybe(z.string()),
      wa_id: maybe(WireId),
      new_wa_id: maybe(WireId),
      user_id: maybe(WireId),
      parent_user_id: maybe(WireId),
      previous_user_id: maybe(WireId),
      previous_parent_user_id: maybe(WireId),
    }),
  })
  .transform(({ system }): InboundContent => {
    const isChange = CHANGES_IDENTITY.has(system.type);
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
      }),
    };
  });
