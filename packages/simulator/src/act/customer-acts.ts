import type { Customer } from '../people/customer.ts';
import type { CustomerAction } from '../customer-action.ts';
import { inboundBubble, inboundMessage } from './inbound-message.ts';
import { sampleFile, type Medium } from '../media/media-store.ts';
import { postStatus } from '../send/message-status.ts';
import type { Progress, ThreadMessage } from '../thread-message.ts';
import type { Thread } from '../people/threads.ts';
import { contactOf, type Update } from '../webhooks/webhook-body.ts';
import { mediumUrl, type World } from '../world.ts';

/** Sent in place of a display number for numbers the business does not own. */
const unknownDisplayNumber = '15550009999';

/** Does what a customer does on the phone; returns the id and the update, not yet posted. */
export function actAsCustomer(
  world: World,
  customer: Customer,
  action: CustomerAction,
): { wamid: string; updates: readonly Update[] } {
  const phoneNumberId = action.phoneNumberId ?? world.options.phoneNumberId;
  const thread = world.threads.open(phoneNumberId, customer.id);
  const atMs = action.timestampMs ?? world.clock.nowMs();
  if (action.groupId === undefined && action.kind !== 'edit' && action.kind !== 'revoke')
    thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, atMs);
  const displayPhoneNumber = world.numbers.get(phoneNumberId) ?? unknownDisplayNumber;
  const medium = mediumOf(world, action);
  const wamid = action.kind === 'call' ? world.ids.callId() : world.ids.wamid();
  const shown = showOnPhone(world, thread, wamid, atMs, action, medium);
  const tell = (): void => {
    world.live.tell({ kind: 'thread', phoneNumberId, customerId: customer.id, incoming: false });
  };
  tell();
  const update = {
    lane: thread.key,
    phoneNumberId,
    displayPhoneNumber,
    contact: contactOf(customer),
    onAttempt: (result: { accepted: boolean; attempt: number; problem: string }) => {
      if (shown === undefined || shown.progress.kind === 'read') return;
      shown.progress = progressAfter(result);
      tell();
    },
  };
  if (action.kind !== 'call') {
    const message = inboundMessage(action, {
      wamid,
      customer,
      atMs,
      displayPhoneNumber,
      medium,
      mediumUrl: mediumUrl(world, medium?.id ?? ''),
    });
    return { wamid, updates: [{ ...update, item: { kind: 'message', message } }] };
  }
  const call = {
    id: wamid,
    ...(customer.waId === undefined ? {} : { from: customer.waId }),
    from_user_id: customer.userId,
    to: displayPhoneNumber,
    event: 'connect',
    timestamp: String(Math.floor(atMs / 1_000)),
    direction: 'USER_INITIATED',
    session: { sdp_type: 'offer', sdp: 'v=0\r\n' },
  };
  return { wamid, updates: [{ ...update, item: { kind: 'call', call } }] };
}

/** The customer looks at the thread: unread messages of the business become read. */
export function readThread(world: World, thread: Thread): number {
  const customer = world.customers.find(thread.customerId);
  const unread: ThreadMessage[] = [];
  for (let at = thread.messages.length - 1; at >= 0 && unread.length < thread.unread; at -= 1) {
    const message = thread.messages[at];
    if (message?.from === 'business') unread.unshift(message);
  }
  thread.unread = 0;
  if (customer === undefined) return 0;
  const readable = unread.filter(({ progress }) => progress.kind !== 'read' && progress.kind !== 'failed');
  for (const message of readable)
    postStatus(
      world,
      {
        wamid: message.wamid,
        phoneNumberId: thread.phoneNumberId,
        recipientWaId: customer.waId,
        recipientUserId: customer.userId,
        customer,
        message,
        callbackData: message.callbackData,
        pricing: undefined,
      },
      { kind: 'read' },
    );
  return readable.length;
}

function progressAfter(result: { accepted: boolean; attempt: number; problem: string }): Progress {
  if (result.accepted) return { kind: 'delivered' };
  return { kind: 'refused', attempts: result.attempt, problem: result.problem };
}

function mediumOf(world: World, action: CustomerAction): Medium | undefined {
  switch (action.kind) {
    case 'image':
    case 'document':
    case 'audio': {
      const known = action.mediaId === undefined ? undefined : world.media.find(action.mediaId);
      return known ?? addSample(world, action.kind);
    }
    case 'video':
    case 'sticker':
      return addSample(world, action.kind);
    case 'text':
    case 'button':
    case 'template-button':
    case 'list':
    case 'reaction':
    case 'location':
    case 'contacts':
    case 'edit':
    case 'revoke':
    case 'call':
    case 'unsupported':
      return undefined;
  }
}

function addSample(world: World, kind: 'image' | 'video' | 'audio' | 'document' | 'sticker'): Medium {
  const sample = sampleFile(kind);
  return world.media.add(world.ids.mediaId(), sample.mimeType, sample.bytes);
}

function showOnPhone(
  world: World,
  thread: Thread,
  wamid: string,
  atMs: number,
  action: CustomerAction,
  medium: Medium | undefined,
): ThreadMessage | undefined {
  const bubble = inboundBubble(action, medium);
  if (bubble !== undefined) {
    const message: ThreadMessage = {
      wamid,
      from: 'customer',
      atMs,
      bubble,
      progress: { kind: 'waiting' },
      ...(action.replyTo === undefined ? {} : { replyTo: action.replyTo }),
      ...(action.groupId === undefined ? {} : { groupId: action.groupId }),
      edited: false,
      revoked: false,
      reactions: [],
    };
    world.threads.append(thread, message);
    return message;
  }
  if (action.kind !== 'edit' && action.kind !== 'revoke' && action.kind !== 'reaction') return undefined;
  const target = world.threads.message(action.messageId)?.message;
  if (target === undefined) return undefined;
  if (action.kind === 'edit') {
    target.bubble = { kind: 'text', body: action.body };
    target.edited = true;
    target.progress = { kind: 'waiting' };
    return target;
  }
  if (action.kind === 'revoke') {
    target.revoked = true;
    return undefined;
  }
  const others = target.reactions.filter((one) => one.from !== 'customer');
  target.reactions = action.emoji === '' ? others : [...others, { from: 'customer', emoji: action.emoji }];
  return undefined;
}
