import { z } from 'zod';
import type { LogEntry } from '@ambit/simulator/sim-log';
import type { Evidence } from './evidence.ts';

/** A message the simulated Cloud API took and gave an id: Meta would have delivered it. */
export type AcceptedSend = {
  readonly index: number;
  readonly atMs: number;
  readonly wamid: string;
  readonly outboxId: string;
  readonly text: string;
};

/** A customer's message as a webhook told of it. `said`: in ms by the simulator's clock, whole seconds. */
export type ToldMessage = {
  readonly id: string;
  readonly from: string;
  readonly said: number;
  readonly type: string;
};
export type ToldStatus = { readonly messageId: string; readonly status: string };

const SendBody = z.looseObject({ biz_opaque_callback_data: z.string().default('') });
const Message = z.looseObject({
  id: z.string(),
  from_user_id: z.string().default(''),
  timestamp: z.coerce.number(),
  type: z.string(),
});
const Webhook = z.object({
  entry: z.array(
    z.object({
      changes: z.array(
        z.object({
          value: z.object({
            metadata: z.object({ phone_number_id: z.string() }),
            messages: z.array(Message).default([]),
            statuses: z.array(z.looseObject({ id: z.string(), status: z.string() })).default([]),
          }),
        }),
      ),
    }),
  ),
});

/** Everything the simulator accepted, in its order, also where its answer was lost on the way. */
export function acceptedSends(log: readonly LogEntry[]): readonly AcceptedSend[] {
  return log.flatMap((entry) => {
    if (entry.kind !== 'graph-call') return [];
    const { outcome, index, atMs } = entry;
    const wamid = outcome.kind === 'accepted' || outcome.kind === 'fault' ? outcome.wamid : undefined;
    if (wamid === undefined) return [];
    const { biz_opaque_callback_data: outboxId, type, text, interactive } = SendBody.parse(entry.body);
    return [{ index, atMs, wamid, outboxId, text: JSON.stringify([type, text, interactive]) }];
  });
}

/** What stood in webhooks. `acknowledged`: only in those that were answered with 200. */
export function toldIn(
  evidence: Pick<Evidence, 'log' | 'posts'>,
  which: 'all' | 'acknowledged',
): { readonly messages: readonly ToldMessage[]; readonly statuses: readonly ToldStatus[] } {
  const bodies = new Set([
    ...evidence.log.flatMap((entry) =>
      entry.kind === 'webhook-attempt' && (which === 'all' || entry.outcome.kind === 'delivered')
        ? [entry.body]
        : [],
    ),
    ...evidence.posts.flatMap(({ body, status }) => (status === 200 ? [body] : [])),
  ]);
  const values = [...bodies].flatMap(valuesOf);
  return {
    messages: values.flatMap(({ messages }) =>
      messages.map(({ id, from_user_id: from, timestamp, type }) => ({
        id,
        from,
        said: timestamp * 1_000,
        type,
      })),
    ),
    statuses: values.flatMap(({ statuses }) => statuses.map(({ id, status }) => ({ messageId: id, status }))),
  };
}

function valuesOf(body: string): z.output<typeof Webhook>['entry'][number]['changes'][number]['value'][] {
  const json: unknown = JSON.parse(body);
  const webhook = Webhook.safeParse(json);
  // Posts of the round's own need not be webhooks.
  return webhook.success
    ? webhook.data.entry.flatMap((entry) => entry.changes.map(({ value }) => value))
    : [];
}
