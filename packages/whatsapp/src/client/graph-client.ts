import { z } from 'zod';
import { markRead } from '../outbound/mark-read.ts';
import type { SendRequest } from '../outbound/send-request.ts';
import { present } from '../webhook/present.ts';
import { WireId, maybe } from '../webhook/wire-value.ts';
import { provesNotSent } from './connection-failure.ts';
import { graphAddress, graphHeaders, type GraphAuth } from './graph-address.ts';
import { readRejection } from './read-rejection.ts';
import type { MarkReadResult, NotSent, Rejected, SendResult, Unknown } from './send-result.ts';

/**
 * Where and as whom to send. `baseUrl`: `https://graph.facebook.com`, the simulator, or a
 * provider's. `version` (`v24.0`) and `phoneNumberId` may be empty: a provider such as
 * 360dialog has neither in its path. `auth`: `Authorization` and `Bearer …`, or the
 * provider's own header. `timeoutMs`: for the whole exchange.
 */
export type GraphClientOptions = {
  baseUrl: string;
  version: string;
  phoneNumberId: string;
  auth: GraphAuth;
  timeoutMs: number;
  fetch?: typeof globalThis.fetch;
};

export type GraphClient = {
  /** One attempt; whether to make another is for the caller to decide by the result. */
  send(request: SendRequest, signal: AbortSignal): Promise<SendResult>;
  markRead(read: { messageId: string; typing: boolean }, signal: AbortSignal): Promise<MarkReadResult>;
};

const Accepted = z.object({
  contacts: maybe(z.array(z.object({ wa_id: maybe(WireId), user_id: maybe(WireId) }))),
  messages: z.tuple([z.object({ id: WireId, message_status: maybe(z.string()) })]).rest(z.unknown()),
});
const Done = z.object({ success: z.literal(true) });

/**
 * A client of one number's `messages` endpoint on the global `fetch`, which keeps
 * connections open. Its calls never throw: what went wrong is in the result.
 * Throws if `baseUrl` is not an address or the auth header cannot be sent.
 */
export function createGraphClient(options: GraphClientOptions): GraphClient {
  const url = graphAddress(options.baseUrl, [options.version, options.phoneNumberId, 'messages']);
  const headers = graphHeaders(options.auth, { 'content-type': 'application/json' });
  const doFetch = options.fetch ?? globalThis.fetch;

  async function post(body: object, signal: AbortSignal): Promise<Answer> {
    if (signal.aborted) return { kind: 'not-sent', cause: signal.reason };
    const limited = AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]);
    let response: Response;
    try {
      response = await doFetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
        // A redirect would repeat the request elsewhere, with the token.
        redirect: 'manual',
        signal: limited,
      });
    } catch (cause) {
      return provesNotSent(cause) ? { kind: 'not-sent', cause } : { kind: 'unknown', cause };
    }
    return response.ok ? readAnswer(response) : readRejection(response);
  }

  return {
    async send(request, signal) {
      const answer = await post(request, signal);
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
        }),
      };
    },
    async markRead({ messageId, typing }, signal) {
      const answer = await post(markRead(messageId, typing), signal);
      if (answer.kind !== 'answered') return answer;
      const done = Done.safeParse(answer.json);
      return done.success ? { kind: 'done' } : unreadable('does not say success', done.error);
    },
  };
}

type Answer = { kind: 'answered'; json: unknown } | Rejected | NotSent | Unknown;

async function readAnswer(response: Response): Promise<Answer> {
  try {
    const json: unknown = await response.json();
    return { kind: 'answered', json };
  } catch (cause) {
    return unreadable('could not be read', cause);
  }
}

function unreadable(what: string, cause: unknown): Unknown {
  return { kind: 'unknown', cause: new Error(`The answer was a success but ${what}`, { cause }) };
}
