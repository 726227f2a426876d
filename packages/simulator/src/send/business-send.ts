import { digitsOf, type Customer } from '../people/customer.ts';
import { graphError, type GraphError } from '../graph/graph-error.ts';
import { postStatus, type Travelling } from './message-status.ts';
import { outboundBubble } from './outbound-bubble.ts';
import type { Pricing } from '../pricing/pricing.ts';
import type { ReadBody, SendBody } from './send-schema.ts';
import { fillTemplate } from '../templates/templates.ts';
import type { Bubble, ThreadMessage } from '../thread-message.ts';
import { windowOf, type Thread } from '../people/threads.ts';
import type { World } from '../world.ts';

export type SendOutcome =
  | { kind: 'accepted'; wamid: string; response: Readonly<Record<string, unknown>> }
  | { kind: 'rejected'; error: GraphError };

const closedDetails =
  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.';

/** Takes a valid send: checks recipient, window, template and media, then lets it travel. */
export function acceptSend(world: World, phoneNumberId: string, send: SendBody): SendOutcome {
  const recipient = findRecipient(world, phoneNumberId, send);
  if (recipient.kind === 'rejected') return recipient;
  const { customer, waId, userId } = recipient;
  const nowMs = world.clock.nowMs();
  const thread = customer === undefined ? undefined : world.threads.open(phoneNumberId, customer.id);
  const windowOpen = windowOf(thread, nowMs).kind === 'open';
  const content = contentOf(world, send);
  if (content.kind === 'rejected') return content;
  const closed = content.needsWindow && !windowOpen;
  if (closed && (world.options.closedWindow ?? 'refuse') === 'refuse')
    return { kind: 'rejected', error: graphError(131047, closedDetails) };

  const wamid = world.ids.wamid();
  const reaction = send.type === 'reaction' ? send.reaction : undefined;
  const reacted = reaction === undefined ? undefined : world.threads.message(reaction.message_id);
  const failure = failureOf({ closed, known: customer !== undefined, reaction, reacted });
  const message =
    thread === undefined || content.bubble === undefined
      ? undefined
      : showOnPhone(world, thread, wamid, content.bubble, send);
  if (reaction !== undefined && reacted !== undefined)
    reacted.message.reactions = withReaction(reacted.message, reaction.emoji);
  if (thread !== undefined) thread.typingUntilMs = undefined;
  const travelling: Travelling = {
    wamid,
    phoneNumberId,
    recipientWaId: customer?.waId ?? waId,
    recipientUserId: customer?.userId ?? userId,
    customer,
    message,
    callbackData: send.biz_opaque_callback_data,
    pricing:
      failure !== undefined || reaction !== undefined
        ? undefined
        : world.meter.price({ phoneNumberId, atMs: nowMs, category: content.category, windowOpen }),
  };
  travel(world, travelling, failure, reaction !== undefined);
  if (customer !== undefined)
    world.live.tell({ kind: 'thread', phoneNumberId, customerId: customer.id, incoming: true });
  return {
    kind: 'accepted',
    wamid,
    response: {
      messaging_product: 'whatsapp',
      contacts: [
        send.to === undefined ? { input: send.recipient, user_id: userId } : { input: send.to, wa_id: waId },
      ],
      messages: [{ id: wamid, ...(send.type === 'template' ? { message_status: 'accepted' } : {}) }],
    },
  };
}

/** Marks a customer's message and all before it as read, and may show "typing…" for 25 s. */
export function acceptRead(world: World, phoneNumberId: string, read: ReadBody): GraphError | undefined {
  const found = world.threads.message(read.message_id);
  if (
    found === undefined ||
    found.message.from !== 'customer' ||
    found.thread.phoneNumberId !== phoneNumberId
  )
    return graphError(
      131009,
      `Parameter message_id is not valid: no received message has the id ${read.message_id}.`,
    );
  const { thread } = found;
  const from = thread.messages.lastIndexOf(found.message);
  for (let at = from; at >= 0; at -= 1) {
    const message = thread.messages[at];
    if (message === undefined || message.from !== 'customer') continue;
    if (message.progress.kind === 'read') break;
    message.progress = { kind: 'read' };
  }
  if (read.typing_indicator !== undefined) thread.typingUntilMs = world.clock.nowMs() + 25_000;
  world.live.tell({ kind: 'thread', phoneNumberId, customerId: thread.customerId, incoming: false });
  return undefined;
}

type Recipient =
  | { kind: 'found'; customer: Customer | undefined; waId: string | undefined; userId: string | undefined }
  | { kind: 'rejected'; error: GraphError };

function findRecipient(world: World, phoneNumberId: string, send: SendBody): Recipient {
  if (send.recipient_type === 'group')
    return { kind: 'rejected', error: graphError(131005, 'The Groups API is not enabled for this number.') };
  if (send.to !== undefined) {
    const waId = digitsOf(send.to);
    if (!/^\d{6,15}$/.test(waId))
      return {
        kind: 'rejected',
        error: graphError(131009, 'Parameter to is not valid: it must be a phone number.'),
      };
    if (waId === world.numbers.get(phoneNumberId)) return { kind: 'rejected', error: graphError(131021) };
    return { kind: 'found', customer: world.customers.byWaId(waId), waId, userId: undefined };
  }
  const userId = send.recipient ?? '';
  return { kind: 'found', customer: world.customers.byUserId(userId), waId: undefined, userId };
}

type Content =
  | { kind: 'content'; bubble: Bubble | undefined; needsWindow: boolean; category: Pricing['category'] }
  | { kind: 'rejected'; error: GraphError };

function contentOf(world: World, send: SendBody): Content {
  if (send.type === 'reaction')
    return { kind: 'content', bubble: undefined, needsWindow: true, category: 'service' };
  if (send.type === 'template') {
    const filled = fillTemplate(world.templates, send.template);
    if (filled.kind === 'refused') return { kind: 'rejected', error: filled.error };
    if (send.to === undefined && filled.template.category === 'authentication')
      return { kind: 'rejected', error: graphError(131062, 'Authentication messages need a phone number.') };
    return { kind: 'content', bubble: filled.bubble, needsWindow: false, category: filled.template.category };
  }
  const bubble = outboundBubble(send);
  if (
    bubble.kind === 'media' &&
    bubble.mediaId !== undefined &&
    world.media.find(bubble.mediaId) === undefined
  )
    return {
      kind: 'rejected',
      error: graphError(
        100,
        `Parameter ${send.type}['id'] is not valid: no media with the id ${bubble.mediaId}.`,
      ),
    };
  return { kind: 'content', bubble, needsWindow: true, category: 'service' };
}

type Failure = { readonly code: number; readonly details: string };

function failureOf(input: {
  closed: boolean;
  known: boolean;
  reaction: { message_id: string } | undefined;
  reacted: unknown;
}): Failure | undefined {
  if (input.closed) return { code: 131047, details: closedDetails };
  if (!input.known) return { code: 131026, details: 'Message Undeliverable.' };
  if (input.reaction !== undefined && input.reacted === undefined)
    return { code: 131009, details: `No message has the id ${input.reaction.message_id}.` };
  return undefined;
}

function showOnPhone(
  world: World,
  thread: Thread,
  wamid: string,
  bubble: Bubble,
  send: SendBody,
): ThreadMessage {
  const message: ThreadMessage = {
    wamid,
    from: 'business',
    atMs: world.clock.nowMs(),
    bubble,
    progress: { kind: 'accepted' },
    ...(send.context === undefined ? {} : { replyTo: send.context.message_id }),
    ...(send.biz_opaque_callback_data === undefined ? {} : { callbackData: send.biz_opaque_callback_data }),
    edited: false,
    revoked: false,
    reactions: [],
  };
  world.threads.append(thread, message);
  thread.unread += 1;
  return message;
}

function withReaction(message: ThreadMessage, emoji: string): ThreadMessage['reactions'] {
  const others = message.reactions.filter((one) => one.from !== 'business');
  return emoji === '' ? others : [...others, { from: 'business', emoji }];
}

function travel(world: World, travelling: Travelling, failure: Failure | undefined, onlySent: boolean): void {
  const delays = world.options.statusDelaysMs ?? { sent: 20, delivered: 60 };
  world.after(delays.sent, () => {
    if (failure !== undefined) {
      postStatus(world, travelling, { kind: 'failed', ...failure });
      return;
    }
    postStatus(world, travelling, { kind: 'sent' });
    if (onlySent) return;
    world.after(Math.max(0, delays.delivered - delays.sent), () => {
      if (travelling.message?.progress.kind !== 'read') postStatus(world, travelling, { kind: 'delivered' });
      if (world.options.autoRead === 'when-delivered')
        world.after(30, () => {
          postStatus(world, travelling, { kind: 'read' });
        });
    });
  });
}
