import type { CustomerAction } from '../customer-action.ts';
import { largestInboundBytes } from '../media/media-rules.ts';
import type { Medium } from '../media/media-store.ts';
import { sampleFile } from '../media/sample-file.ts';
import { shownWaId, type Customer } from '../people/customer.ts';
import type { Thread } from '../people/threads.ts';
import type { Progress, ThreadMessage } from '../thread-message.ts';
import { contactOf, numberValue, type Update } from '../webhooks/webhook-body.ts';
import { mediumUrl, type World } from '../world.ts';
import { inboundBubble } from './inbound-bubble.ts';
import { inboundMessage } from './inbound-message.ts';

/** Sent in place of a display number for numbers the business does not own. */
const unknownDisplayNumber = '15550009999';

/** Does what a customer does on the phone; returns the id and the updates, not yet posted. */
export function actAsCustomer(
  world: World,
  customer: Customer,
  action: CustomerAction,
): { wamid: string; updates: readonly Update[] } {
  const phoneNumberId = action.phoneNumberId ?? world.options.phoneNumberId;
  const thread = world.threads.open(phoneNumberId, customer.id);
  const atMs = action.timestampMs ?? world.clock.nowMs();
  openWindows(thread, action, atMs);
  const line = world.lines.get(phoneNumberId);
  const displayPhoneNumber = line?.displayPhoneNumber ?? unknownDisplayNumber;
  const medium = mediumOf(world, action);
  countClick(world, action);
  const wamid = action.kind === 'call' ? world.ids.callId() : world.ids.wamid();
  const shown = showOnPhone(world, thread, wamid, atMs, action, medium);
  const tell = (): void => {
    world.live.tell({ kind: 'thread', phoneNumberId, customerId: customer.id, incoming: false });
  };
  tell();
  if (line !== undefined) {
    world.limits.throughput.note(phoneNumberId, world.clock.nowMs());
    world.ledger.count('received', phoneNumberId, atMs);
    if (line.blockedCustomers.has(customer.id)) return { wamid, updates: [] };
  }
  const number = { phoneNumberId, displayPhoneNumber };
  const contacts = [contactOf(customer, line?.identityCheck)];
  const onAttempt = (result: { accepted: boolean; attempt: number; problem: string }): void => {
    if (shown === undefined || shown.progress.kind === 'read') return;
    shown.progress = progressAfter(result);
    tell();
  };
  const update = { lane: thread.key, onAttempt };
  if (action.kind === 'call') {
    const value = numberValue(number, {
      contacts,
      calls: [callOf(customer, action, wamid, atMs, displayPhoneNumber)],
    });
    return { wamid, updates: [{ ...update, field: 'calls', value }] };
  }
  const message = inboundMessage(action, {
    wamid,
    customer,
    atMs,
    displayPhoneNumber,
    medium,
    mediumUrl: mediumUrl(world, medium?.id ?? ''),
    tooLarge: 'bytes' in action && (action.bytes ?? 0) > largestInboundBytes,
  });
  const field = thread.holder === 'meta-agent' ? 'standby' : 'messages';
  return {
    wamid,
    updates: [{ ...update, field, value: numberValue(number, { contacts, messages: [message] }) }],
  };
}

/** A tap on a template's button counts in its analytics. */
function countClick(world: World, action: CustomerAction): void {
  if (action.kind !== 'template-button' || action.replyTo === undefined) return;
  const bubble = world.threads.message(action.replyTo)?.message.bubble;
  if (bubble?.kind !== 'template') return;
  const template = world.templates.named(bubble.name)[0];
  if (template !== undefined) template.counts.clicked += 1;
}

/** A message or call opens the service window; a click on an ad may open the free entry window. */
function openWindows(thread: Thread, action: CustomerAction, atMs: number): void {
  if (action.groupId !== undefined) return;
  if (action.kind === 'edit' || action.kind === 'revoke' || action.kind === 'welcome') return;
  thread.lastInboundMs = Math.max(thread.lastInboundMs ?? 0, atMs);
  if (action.referral !== undefined) thread.adClickedMs = atMs;
}

function callOf(
  customer: Customer,
  action: Extract<CustomerAction, { kind: 'call' }>,
  id: string,
  atMs: number,
  to: string,
): Readonly<Record<string, unknown>> {
  const waId = shownWaId(customer);
  const timestamp = String(Math.floor(atMs / 1_000));
  const call = {
    id,
    ...(waId === undefined ? {} : { from: waId }),
    from_user_id: customer.userId,
    to,
    timestamp,
    direction: 'USER_INITIATED',
  };
  if (action.event === 'terminate')
    return {
      ...call,
      event: 'terminate',
      status: 'COMPLETED',
      start_time: timestamp,
      end_time: timestamp,
      duration: 12,
    };
  return { ...call, event: 'connect', session: { sdp_type: 'offer', sdp: 'v=0\r\n' } };
}

function progressAfter(result: { accepted: boolean; attempt: number; problem: string }): Progress {
  if (result.accepted) return { kind: 'delivered' };
  return { kind: 'refused', attempts: result.attempt, problem: result.problem };
}

function mediumOf(world: World, action: CustomerAction): Medium | undefined {
  switch (action.kind) {
    case 'image':
    case 'document':
    case 'audio':
    case 'video':
    case 'sticker': {
      const nowMs = world.clock.nowMs();
      const known = action.mediaId === undefined ? undefined : world.media.find(action.mediaId, nowMs);
      if (known !== undefined) return known;
      return world.media.add({
        id: world.ids.mediaId(),
        ...sampleFile(action.kind),
        from: 'customer',
        nowMs,
      });
    }
    case 'text':
    case 'button':
    case 'template-button':
    case 'list':
    case 'reaction':
    case 'location':
    case 'contacts':
    case 'order':
    case 'flow-reply':
    case 'address':
    case 'call-permission':
    case 'edit':
    case 'revoke':
    case 'welcome':
    case 'call':
    case 'unsupported':
      return undefined;
  }
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
