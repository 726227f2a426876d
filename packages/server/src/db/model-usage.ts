import { z } from 'zod';
import type { DaySpend } from '@ambit/core/model/budget';
import type { Queryable } from './database.ts';

/** One call of a model. `day`: of the business's calendar; `cost`: in its currency; `model`: which one answered. */
export type ModelUse = {
  readonly channelId: string;
  readonly turnId: string;
  readonly callKey: string;
  readonly contactId: string;
  readonly day: string;
  readonly asked: 'choose-task' | 'write-answer';
  readonly model: string | undefined;
  readonly promptHash: string;
  readonly outcome: 'answered' | 'failed';
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly cost: number;
};

/** Records what a call used. */
export async function insertModelUse(client: Queryable, use: ModelUse): Promise<void> {
  await client.query({
    name: 'insert-model-use',
    text: `insert into model_usage (channel_id, turn_id, call_key, contact_id, day, asked, model, prompt_hash,
                                    outcome, input_tokens, output_tokens, cost)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      use.channelId,
      use.turnId,
      use.callKey,
      use.contactId,
      use.day,
      use.asked,
      use.model ?? null,
      use.promptHash,
      use.outcome,
      use.inputTokens,
      use.outputTokens,
      use.cost,
    ],
  });
}

const Row = z.object({
  agent_tokens: z.coerce.number(),
  agent_money: z.coerce.number(),
  customer_tokens: z.coerce.number(),
  customer_money: z.coerce.number(),
});

/** What a day has cost so far: in all, and of one contact. */
export async function readDaySpend(
  client: Queryable,
  { day, contactId }: { day: string; contactId: string },
): Promise<DaySpend> {
  const found = await client.query({
    name: 'read-day-spend',
    text: `select coalesce(sum(input_tokens + output_tokens), 0) as agent_tokens,
                  coalesce(sum(cost), 0) as agent_money,
                  coalesce(sum(input_tokens + output_tokens) filter (where contact_id = $2), 0) as customer_tokens,
                  coalesce(sum(cost) filter (where contact_id = $2), 0) as customer_money
             from model_usage where day = $1`,
    values: [day, contactId],
  });
  const row = Row.parse(found.rows[0]);
  return {
    agent: { tokens: row.agent_tokens, money: row.agent_money },
    customer: { tokens: row.customer_tokens, money: row.customer_money },
  };
}
