import { z } from 'zod';
import type { DirectSendRequest } from '../outbound/direct-send.ts';
import { markRead } from '../outbound/mark-read.ts';
import type { MarketingRequest } from '../outbound/marketing-request.ts';
import type { SendRequest } from '../outbound/send-request.ts';
import { present } from '../webhook/present.ts';
import { idOf, isRecord } from '../webhook/wire-value.ts';
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

/** Read by hand: no other answer comes as often. */
function sendResult(answer: Attempted): SendResult {
  if (answer.kind !== 'answered') return answer;
  const { json, usage } = answer;
  const message = isRecord(json) ? firstOf(json['messages']) : undefined;
  const messageId = idOf(message?.['id']);
  if (!isRecord(json) || message === undefined || messageId === undefined)
    return unreadable('names no message');
  const contact = firstOf(json['contacts']);
  const status = message['message_status'];
  return {
    kind: 'accepted',
    messageId,
    ...present({
      recipientPhone: idOf(contact?.['wa_id']),
      recipientBsuid: idOf(contact?.['user_id']),
      messageStatus: typeof status === 'string' ? status : undefined,
      usage,
    }),
  };
}

function firstOf(list: unknown): Readonly<Record<string, unknown>> | undefined {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return isRecord(first) ? first : undefined;
}
