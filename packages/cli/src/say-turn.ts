import { setTimeout as wait } from 'node:timers/promises';
import type { AmbitClient } from '@ambit/sdk/client';
import type { InboundTrace, TracedReply } from '@ambit/sdk/inbound-trace';
import { RequestFailed } from '@ambit/sdk/request-failed';
import type { CustomerAct, Phone, PhoneMessage } from './say-phone.ts';

type Handled = Extract<InboundTrace, { state: 'handled' }>;

/** A reply of a turn; `shown` is missing when it never reached the phone. */
export type TurnReply = { readonly sent: TracedReply; readonly shown: PhoneMessage | undefined };

/**
 * What became of one message of a customer. `ms`: from the sent webhook to the last reply's acceptance, or to the
 * recorded outcome when there is no reply. `now`: the simulator's time, ms since 1970.
 */
export type SaidTurn =
  | {
      readonly kind: 'settled';
      readonly messageId: string;
      readonly trace: Handled;
      readonly replies: readonly TurnReply[];
      readonly ms: number;
      readonly now: number;
    }
  | { readonly kind: 'unsettled'; readonly why: string; readonly ms: number };

/** How long a message may take to get its outcome. */
const outcomeLimitMs = 60_000;

type Follow = {
  readonly phone: Phone;
  readonly client: Pick<AmbitClient, 'inbound'>;
  readonly limitMs?: number;
  /** Ends the wait; the call then rejects. */
  readonly signal?: AbortSignal;
};

/** Does `act` on the phone and waits until its outcome is recorded and every reply of its turn has gone its way. */
export async function actAndFollow(follow: Follow, act: CustomerAct): Promise<SaidTurn> {
  const beganAt = performance.now();
  return followMessage(follow, await follow.phone.act(act), beganAt);
}

/** The same for a message already sent; `beganAt` as of `performance.now()`. */
export async function followMessage(
  { phone, client, limitMs = outcomeLimitMs, signal }: Follow,
  messageId: string,
  beganAt: number = performance.now(),
): Promise<SaidTurn> {
  const passed = (): number => Math.round(performance.now() - beganAt);
  for (;;) {
    const { trace, problem } = await traceOf(client, messageId);
    if (trace?.state === 'handled' && trace.replies.every(({ settled }) => settled)) {
      const ms = passed();
      const { now, messages } = await phone.look();
      const replies = trace.replies.map((sent) => ({
        sent,
        shown: messages.find(({ outboxId }) => outboxId === sent.outboxId),
      }));
      return { kind: 'settled', messageId, trace, replies, ms, now };
    }
    if (passed() > limitMs)
      return {
        kind: 'unsettled',
        why: `${lateness(trace, problem)} after ${limitMs / 1_000} s`,
        ms: passed(),
      };
    await wait(passed() < 2_000 ? 10 : 100, undefined, signal === undefined ? {} : { signal });
  }
}

/** A server that is being restarted does not answer for a moment; a "no" of its own is final. */
async function traceOf(
  client: Follow['client'],
  messageId: string,
): Promise<{ trace?: InboundTrace; problem?: string }> {
  try {
    return { trace: await client.inbound(messageId) };
  } catch (cause) {
    if (cause instanceof RequestFailed && cause.status < 500) throw cause;
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

function lateness(trace: InboundTrace | undefined, problem: string | undefined): string {
  switch (trace?.state) {
    case 'unknown':
      return 'the server never received it,';
    case 'waiting':
      return 'the server has it, but no outcome is recorded';
    case 'handled':
      return `the outcome is "${trace.outcome.kind}", but a reply is still on its way`;
    case undefined:
      return `the server does not answer (${problem ?? 'no reason given'})`;
  }
}
