import type { Thread } from '../people/threads.ts';
import type { Bubble, ThreadMessage } from '../thread-message.ts';
import type { World } from '../world.ts';
import type { SendBody } from './schema/send-body.ts';

/** Puts a message of the business into the thread. */
export function showOnPhone(
  world: World,
  input: { thread: Thread; wamid: string; bubble: Bubble; send: SendBody; groupId: string | undefined },
): ThreadMessage {
  const { thread, wamid, bubble, send, groupId } = input;
  const message: ThreadMessage = {
    wamid,
    from: 'business',
    atMs: world.clock.nowMs(),
    bubble,
    progress: { kind: 'accepted' },
    ...(send.context === undefined ? {} : { replyTo: send.context.message_id }),
    ...(groupId === undefined ? {} : { groupId }),
    ...(send.biz_opaque_callback_data === undefined ? {} : { callbackData: send.biz_opaque_callback_data }),
    edited: false,
    revoked: false,
    reactions: [],
  };
  world.threads.append(thread, message);
  thread.unread += 1;
  return message;
}

/** The business's reaction on the message it is for; an empty emoji takes it away. */
export function showReaction(world: World, reaction: { message_id: string; emoji: string }): void {
  const target = world.threads.message(reaction.message_id)?.message;
  if (target === undefined) return;
  const others = target.reactions.filter((one) => one.from !== 'business');
  target.reactions =
    reaction.emoji === '' ? others : [...others, { from: 'business', emoji: reaction.emoji }];
}
