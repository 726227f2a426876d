import { z } from 'zod';
import type { DirectSendRequest } from '../outbound/direct-send.ts';
import { markRead } from '../outbound/mark-read.ts';
import type { MarketingRequest } from '../outbound/marketing-request.ts';
import type { SendRequest } from '../outbound/send-request.ts';
import { present } from '../webhook/present.ts';
import { WireId, maybe } from '../webhook/wire-value.ts';
import { attempt, unreadable, type Attempted } from './attempt.ts';
import type { NumberAccess } from './graph-access.ts';
import { graphAddress, graphHeaders } from './graph-address.ts';
import type { MarkReadResult, SendResult } from './send-result.ts';

/** Where, as whom, and from which number to send. */
export type GraphClientOptions = NumberAccess;

export type GraphClient = {
  /** One attempt; whether to make another is for the caller to decide by the result. */
  send(request: SendRequest | DirectSendRequest, signal: AbortSignal): Promise<SendResult>;
  /** One attempt too. */
  sendMarketing(request: MarketingRequest, signal: AbortSignal): Promise<SendResult>;
  markRead(read: { messageId: string; typing: boolean }, signal: AbortSignal): Promise<MarkReadResult>;
};

const Accepted = z.object({
  contacts: maybe(z.array(z.object({ wa_id: maybe(WireId), user_id: maybe(WireId) }))),
  messages: z.tuple([z.object({ id: WireId, message_status: maybe(z.string()) })]).rest(z.unknown()),
});
const Done = z.object({ success: z.literal(true) });

/**
 * A client of one number's `messages` endpoint over node:http, which keeps connections open. Its calls never throw: what went wrong is in the result. They are never made
 * twice, whatever `retry` says: a message has no idempotency key.
 * Throws if `baseUrl` is not an address or the auth header cannot be sent.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const number = [options.version, options.phoneNumberId];
  const messages = graphAddress(options.baseUrl, [...number, 'messages']);
  const marketing = graphAddress(options.baseUrl, [...number, 'marketing_messages']);
  const headers = graphHeaders(options.auth, { 'content-type': 'application/json' });

  const post = (url: URL, json: object, signal: AbortSignal): Promise<Attempted> =>
    attempt(
      options,
      { url, method: 'POST', headers, body: JSON.stringify(json), timeoutMs: options.timeoutMs },
      signal,
    );

  return {
    async send(request, signal) {
      return sendResult(await post(messages, request, signal));
    },
    async sendMarketing(request, signal) {
      return sendResult(await post(marketing, request, signal));
    },
    async markRead({ messageId, typing }, signal) {
      const answer = await post(messages, markRead(messageId, typing), signal);
      if (answer.kind !== 'answered') return answer;
      const done = Done.safeParse(answer.json);
      return done.success ? { kind: 'done' } : unreadable('does not say success', done.error);
    },
  };
}

function sendResult(answer: Attempted): SendResult {
  if (answer.kind !== 'answered') return answer;
  const accepted = Accepted.safeParse(answer.json);
  if (!accepted.success) return unreadable('names no message', accepted.error);
  const [message] = accepted.data.messages;
  const contact = accepted.data.contacts?.[0];
  return {
    kind: 'accepted',
    messageId: message.id,
    ...present({
      recipientPhone: contact?.wa_id,
      recipientBsuid: contact?.user_id,
      messageStatus: message.message_status,
      usage: answer.usage,
    }),
  };
}
