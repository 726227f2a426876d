import type { Line } from '../account/line.ts';
import { graphError, type GraphError } from '../graph/graph-error.ts';
import { noteTierUse } from '../limits/tier-upgrade.ts';
import { answerAdClick, isFreeEntryOpen, windowOf } from '../people/threads.ts';
import type { PriceInput } from '../pricing/price-message.ts';
import type { World } from '../world.ts';
import { takeBackControl } from '../meta/handover.ts';
import { contentOf, type Content } from './content.ts';
import { hold } from './held-sends.ts';
import { lateFailureOf, type LateFailure } from './late-failure.ts';
import type { Travelling } from './post-status.ts';
import { findRecipient, type Recipient } from './recipient.ts';
import type { SendBody } from './schema/send-body.ts';
import { showOnPhone, showReaction } from './show-on-phone.ts';
import { refuseUnknownProduct } from './refuse-unknown-product.ts';
import { refuseBusinessInitiated, refuseNumber, refuseSpeed, refuseTier } from './standing.ts';
import { travel } from './travel.ts';

export type SendOutcome =
  | { kind: 'accepted'; wamid: string; response: Readonly<Record<string, unknown>> }
  | { kind: 'rejected'; error: GraphError };
export type SendEndpoint = 'messages' | 'marketing_messages';

const closedDetails =
  'Message failed to send because more than 24 hours have passed since the customer last replied to this number.';

/** Takes a valid send: checks account, number, recipient, speed, window, content and price, then lets it travel. */
export function acceptSend(
  world: World,
  line: Line,
  send: SendBody,
  endpoint: SendEndpoint = 'messages',
  /** A failure planned for it, told by webhook once it was accepted. */
  planned?: LateFailure,
): SendOutcome {
  const nowMs = world.clock.nowMs();
  const found = findRecipient(world, line.phoneNumberId, send);
  if (found.kind === 'rejected') return found;
  const { recipient } = found;
  const early =
    refuseNumber(world, line, nowMs) ??
    refuseSpeed(world, line, recipient.customer?.id ?? recipient.waId ?? recipient.userId ?? '', nowMs) ??
    refuseDirectSend(world, send) ??
    refuseUnknownProduct(world, send);
  if (early !== undefined) return { kind: 'rejected', error: early };
  const said = contentOf(world, send);
  if (said.kind === 'rejected') return said;
  const content = atEndpoint(said.content, endpoint);
  if (content === undefined) return rejected(134100, 'Only marketing templates may be sent here.');
  return acceptContent(world, { line, send, recipient, content, nowMs, planned });
}

type Accepting = {
  readonly line: Line;
  readonly send: SendBody;
  readonly recipient: Recipient;
  readonly content: Content;
  readonly nowMs: number;
  readonly planned: LateFailure | undefined;
};

function acceptContent(world: World, accepting: Accepting): SendOutcome {
  const { line, send, recipient, content, nowMs } = accepting;
  const { phoneNumberId } = line;
  const { customer, group } = recipient;
  const thread = customer === undefined ? undefined : world.threads.open(phoneNumberId, customer.id);
  const windowOpen = group !== undefined || windowOf(thread, nowMs).kind === 'open';
  const closed = content.needsWindow && !windowOpen;
  if (closed && world.settings.closedWindow === 'refuse') return rejected(131047, closedDetails);
  if (!windowOpen && !closed) {
    const person = customer?.id ?? recipient.waId ?? recipient.userId ?? '';
    const refused = refuseBusinessInitiated(world, nowMs) ?? refuseTier(world, person, nowMs);
    if (refused !== undefined) return { kind: 'rejected', error: refused };
    noteTierUse(world, nowMs);
  }
  const reaction = send.type === 'reaction' ? send.reaction : undefined;
  if (thread !== undefined && reaction === undefined) answerAdClick(thread, nowMs);
  const failure = closed
    ? { code: 131047, details: closedDetails }
    : (accepting.planned ??
      lateFailureOf(world, { phoneNumberId, recipient, content, windowOpen, reaction, nowMs }));
  const priceInput: PriceInput = {
    phoneNumberId,
    atMs: nowMs,
    category: content.category,
    windowOpen,
    freeEntryOpen: isFreeEntryOpen(thread, nowMs),
    market: recipient.market,
    internationalAuthentication: world.account.internationalAuthentication,
  };
  const isPriced = failure === undefined && reaction === undefined;
  if (isPriced && !world.account.paymentMethod && world.meter.quote(priceInput).pricing.billable)
    return rejected(131042, 'The business account has no payment method for messages that cost money.');

  const wamid = world.ids.wamid();
  const message =
    thread === undefined || content.bubble === undefined
      ? undefined
      : showOnPhone(world, { thread, wamid, bubble: content.bubble, send, groupId: group?.id });
  if (reaction !== undefined && failure === undefined) showReaction(world, reaction);
  if (thread !== undefined) thread.typingUntilMs = undefined;
  if (thread !== undefined && customer !== undefined) takeBackControl(world, thread, customer);
  const travelling: Travelling = {
    wamid,
    phoneNumberId,
    recipientWaId: customer?.waId ?? recipient.waId,
    recipientUserId: customer?.userId ?? recipient.userId,
    customer,
    message,
    callbackData: send.biz_opaque_callback_data,
    price: isPriced ? world.meter.price(priceInput) : undefined,
    country: recipient.market.country,
    template: content.template,
    freeEntryUntilMs: thread?.freeEntryUntilMs,
    groupId: group?.id,
  };
  const go = (): void => {
    travel(world, travelling, failure, reaction !== undefined);
  };
  const held = content.template?.pacing === 'held';
  if (held && content.template !== undefined) hold(world, content.template, { travelling, go });
  else go();
  if (customer !== undefined)
    world.live.tell({ kind: 'thread', phoneNumberId, customerId: customer.id, incoming: true });
  return { kind: 'accepted', wamid, response: responseOf(send, recipient, wamid, held) };
}

function responseOf(
  send: SendBody,
  recipient: Recipient,
  wamid: string,
  held: boolean,
): Readonly<Record<string, unknown>> {
  const { customer, waId, group } = recipient;
  const contact =
    send.to === undefined
      ? { input: send.recipient, user_id: customer?.userId ?? recipient.userId }
      : group === undefined
        ? { input: send.to, wa_id: waId, ...(customer === undefined ? {} : { user_id: customer.userId }) }
        : { input: send.to };
  return {
    messaging_product: 'whatsapp',
    contacts: [contact],
    messages: [
      {
        id: wamid,
        ...(group === undefined ? {} : { group_id: group.id }),
        ...(send.type === 'template'
          ? { message_status: held ? 'held_for_quality_assessment' : 'accepted' }
          : {}),
      },
    ],
  };
}

/** Direct Send is for allow-listed accounts, texts and interactive messages. */
function refuseDirectSend(world: World, send: SendBody): GraphError | undefined {
  if (send.category === undefined) return undefined;
  if (!world.account.directSend[send.category])
    return graphError(100, 'Direct Send is not enabled for this WhatsApp Business Account.');
  if (send.type !== 'text' && send.type !== 'interactive')
    return graphError(100, 'Direct Send takes text and interactive messages only.');
  if (send.category === 'authentication' && send.to === undefined)
    return graphError(131062, 'Authentication messages need a phone number.');
  const ttl = send.message_send_ttl_seconds;
  if (ttl !== undefined && (ttl < 30 || ttl > 43_200))
    return graphError(100, 'message_send_ttl_seconds must be from 30 to 43200.');
  return undefined;
}

/** The marketing endpoint takes marketing templates only and has its own price category. */
function atEndpoint(content: Content, endpoint: SendEndpoint): Content | undefined {
  if (endpoint === 'messages') return content;
  if (content.template === undefined || content.category !== 'marketing') return undefined;
  return { ...content, category: 'marketing_lite' };
}

function rejected(code: number, details: string): SendOutcome {
  return { kind: 'rejected', error: graphError(code, details) };
}
