import { isCleared, type Cleared } from '@ambit/core/policy/clear';
import { createGraphClient, type GraphClientOptions } from '@ambit/whatsapp/client/graph-client';
import type { Reaction as WireReaction } from '@ambit/whatsapp/client/reaction';
import type { Rejected } from '@ambit/whatsapp/client/send-result';
import { buildSendRequest } from '@ambit/whatsapp/outbound/send-request';
import type { Channel, Reaction, SendOutcome } from '../../ports/channel.ts';
import { wireContent } from './wire-content.ts';

/** One WhatsApp business number over the Cloud API, or a provider that speaks like it. */
export function createWhatsAppChannel(channelId: string, options: GraphClientOptions): Channel {
  const client = createGraphClient(options);
  return {
    channelId,
    async send(message, signal) {
      if (!isCleared(message))
        throw new Error('Only a message that clearance made can be sent; call clear()');
      const built = buildSendRequest(addressing(message), wireContent(message.content));
      if (built.kind === 'invalid') {
        const why = `the message breaks a limit of WhatsApp's: ${built.problems.join('; ')}`;
        return {
          kind: 'rejected',
          code: undefined,
          reason: why,
          reaction: { kind: 'give-up', why },
          retryAfterMs: undefined,
        };
      }
      const result = await client.send(built.request, signal);
      switch (result.kind) {
        case 'accepted':
          return { kind: 'accepted', messageId: result.messageId };
        case 'rejected':
          return rejected(result);
        case 'not-sent':
        case 'unknown':
          return { kind: result.kind, reason: describeCause(result.cause) };
      }
    },
    async markRead(messageId, typing, signal) {
      await client.markRead({ messageId, typing }, signal);
    },
  };
}

function addressing(message: Cleared): { to?: string; recipient?: string; replyTo?: string; opaque: string } {
  const { phone, bsuid } = message.recipient;
  return {
    // "+" keeps Meta from taking the number for one of the business's own country.
    ...(phone === undefined ? {} : { to: phone.startsWith('+') ? phone : `+${phone}` }),
    ...(bsuid === undefined ? {} : { recipient: bsuid }),
    ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
    opaque: message.outboxId,
  };
}

function rejected(result: Rejected): SendOutcome {
  const { error } = result;
  const code = error.kind === 'graph' ? error.code : undefined;
  const reason =
    error.kind === 'graph'
      ? (error.details ?? error.message ?? error.title ?? `Meta's error ${error.code}`)
      : `HTTP ${result.httpStatus}`;
  return {
    kind: 'rejected',
    code,
    reason,
    reaction: engineReaction(result.reaction),
    retryAfterMs: result.retryAfterMs ?? leastWait(result.reaction),
  };
}

function leastWait(reaction: WireReaction): number | undefined {
  return 'atLeastMs' in reaction && reaction.atLeastMs > 0 ? reaction.atLeastMs : undefined;
}

/** Meta's many reactions, as far as a free-form reply needs them; the rest ends with a person. */
function engineReaction(reaction: WireReaction): Reaction {
  switch (reaction.kind) {
    case 'retry':
      return { kind: 'retry' };
    case 'slow-number':
      return { kind: 'slow-number' };
    case 'delay-recipient':
      return { kind: 'delay-recipient' };
    case 'pause-number':
      return { kind: 'pause-number', why: reaction.why };
    case 'stop-country':
    case 'operator-task':
      return { kind: 'pause-number', why: reaction.kind };
    case 'window-closed':
      return { kind: 'window-closed' };
    case 'stop-business-initiated':
    case 'wait-a-day':
    case 'suppress-marketing':
    case 'drop':
    case 'unreachable':
    case 'other-route':
    case 'template-problem':
    case 'flow-problem':
    case 're-fetch':
    case 're-upload':
    case 'check-identity':
    case 'feature-gated':
    case 'fix':
      return { kind: 'give-up', why: reaction.kind };
  }
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = 'code' in cause && typeof cause.code === 'string' ? `${cause.code}: ` : '';
  return cause.cause instanceof Error ? describeCause(cause.cause) : `${code}${cause.message}`;
}
