import { beginsWithTemplates, taskOfEvent } from '@ambit/core/task/trigger-flow';
import { currentPack } from '@ambit/core/policy/pack';
import type { InboundContent } from '@ambit/core/message/inbound';
import type { Database } from '../db/database.ts';
import { isKnownMessage, lockMailbox } from '../db/lock-mailbox.ts';
import { findByPhone } from '../db/views/find-by-phone.ts';
import { readWindow } from '../db/views/read-window.ts';
import type { Clock } from '../ports/clock.ts';
import type { PublishedBusinesses } from './published-business.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations } from './wake-conversation.ts';

/** Something that happened in the business's own systems. `id` makes it happen once. */
type HappenedEvent = {
  readonly id: string;
  readonly event: string;
  readonly phone: string;
  readonly channelId?: string | undefined;
  readonly details: Extract<InboundContent, { kind: 'business-event' }>['details'];
};

/** What became of it. `waiting`: the service window is closed and its flow would say more than templates, so nothing is said. */
type EventTaken =
  | {
      readonly kind: 'taken';
      readonly messageId: string;
      readonly state: 'starting' | 'waiting';
      readonly repeated: boolean;
    }
  /** No flow is started by it. */
  | { readonly kind: 'no-flow' }
  /** Nobody with this phone has ever written. */
  | { readonly kind: 'no-contact' };

/**
 * Puts an event into the mailbox of the customer it is about, where it starts the flow that has it as
 * a trigger in the order of the conversation. `onWoken`: told, after commit, that a mailbox is due.
 */
export async function takeEvent(
  needs: {
    readonly database: Database;
    readonly clock: Clock;
    readonly settings: Pick<EngineSettings, 'longestDebounceMs'>;
    readonly businesses: PublishedBusinesses;
    onWoken(): void;
  },
  { id, event, phone, channelId, details }: HappenedEvent,
): Promise<EventTaken> {
  const { business } = await needs.businesses.current();
  const task = taskOfEvent(business, event);
  if (task === undefined) return { kind: 'no-flow' };
  const always = beginsWithTemplates(business, task);
  const taken = await needs.database.transaction(async (client): Promise<EventTaken> => {
    const place = await findByPhone(client, phone.replace(/^\+/, ''), channelId);
    if (place === undefined || !(await lockMailbox(client, place))) return { kind: 'no-contact' };
    const messageId = `event:${id}`;
    const closesAt = await readWindow(client, place);
    const at = needs.clock.now();
    const open = always || (closesAt !== undefined && closesAt - at > currentPack.limits.windowMarginMs);
    const state = open ? 'starting' : 'waiting';
    if (await isKnownMessage(client, place.channelId, messageId))
      return { kind: 'taken', messageId, state, repeated: true };
    const content = { kind: 'business-event', event, details } as const;
    await wakeConversations(client, [{ ...place, messageId, at, content }], needs.settings);
    return { kind: 'taken', messageId, state, repeated: false };
  });
  needs.onWoken();
  return taken;
}
