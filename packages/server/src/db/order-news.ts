import type { OrderNews } from '@ambit/core/order/order-news';
import type { Instant } from '@ambit/core/schedule/instant';
import { timestamp } from './columns.ts';
import type { Queryable } from './database.ts';

/** What became of one news of an order. `key` names it: it is recorded, and told, once. */
type OrderNewsRecord = OrderNews & { readonly key: string; readonly why: string | undefined };

/** Records a news. False when it is recorded already. `why`: why it was not sent. */
export async function recordOrderNews(
  client: Queryable,
  { key, about, orderNumber, why }: OrderNewsRecord,
  at: Instant,
): Promise<boolean> {
  const recorded = await client.query({
    text: `insert into order_news (news_key, order_number, about, outcome, why, recorded_at)
           values ($1, $2, $3, $4, $5, $6) on conflict (news_key) do nothing returning news_key`,
    values: [key, orderNumber, about, why === undefined ? 'queued' : 'not-sent', why ?? null, timestamp(at)],
  });
  return recorded.rows.length === 1;
}
