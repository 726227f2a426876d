import type { PaymentStatus } from '@ambit/core/tool/order-tools';
import { findTalkPlace } from '../db/appointment-news.ts';
import type { Queryable } from '../db/database.ts';
import { recordOrderNews } from '../db/order-news.ts';
import { findOrder, setPaymentStatus } from '../db/orders.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { EngineSettings } from './settings.ts';
import { wakeConversations } from './wake-conversation.ts';
import { whyNotTold } from './why-not-told.ts';

/** Tells customers that the business has their money, or has given it back. */
export type PaymentTeller = {
  /** Tells of an order's payment, once for each state, in the transaction that changed it. */
  tellPayment(client: Queryable, orderNumber: string, to: PaymentStatus | undefined): Promise<void>;
};

/** What came of saying how an order is paid. `told`: whether the customer hears of it now. */
export type PaymentSet =
  | { readonly kind: 'set'; readonly orderNumber: string; readonly told: boolean }
  | { readonly kind: 'same'; readonly orderNumber: string }
  | { readonly kind: 'no-order' };

/**
 * The news becomes a message of the conversation of whoever placed the order, so that it keeps its order and obeys
 * the policy. Outside the service window nothing is sent, and the reason is recorded.
 */
export function createPaymentTeller(needs: {
  readonly clock: Clock;
  readonly log: Log;
  readonly settings: Pick<EngineSettings, 'longestDebounceMs'>;
}): PaymentTeller & {
  /** Sets how an order is paid, for the business's side only. `orderNumber`: as people write it. */
  set(client: Queryable, orderNumber: string, to: PaymentStatus): Promise<PaymentSet>;
} {
  const { clock, log, settings } = needs;

  async function tell(client: Queryable, orderNumber: string, to: PaymentStatus | undefined) {
    if (to !== 'paid' && to !== 'refunded') return false;
    const stored = await findOrder(client, orderNumber, false);
    if (stored === undefined) return false;
    const { contactId, contactPhone, bsuid } = stored.owner;
    const place = await findTalkPlace(client, { contactId, phone: contactPhone, bsuid });
    const now = clock.now();
    const why = whyNotTold(place, now);
    const news = { about: to, orderNumber };
    const key = `${to}:${orderNumber}`;
    if (!(await recordOrderNews(client, { ...news, key, why }, now))) return false;
    if (why !== undefined || place === undefined) {
      log.info('payment.not-told', { about: to, why });
      return false;
    }
    const { channelId, conversationId } = place;
    const content = { kind: 'order-news', news } as const;
    const message = { channelId, conversationId, messageId: `news:${key}`, at: now, content };
    await wakeConversations(client, [message], settings);
    return true;
  }

  return {
    async tellPayment(client, orderNumber, to) {
      await tell(client, orderNumber, to);
    },
    async set(client, orderNumber, to) {
      const stored = await findOrder(client, orderNumber, true);
      if (stored === undefined) return { kind: 'no-order' };
      const { order } = stored;
      if (order.paymentStatus === to) return { kind: 'same', orderNumber: order.orderNumber };
      await setPaymentStatus(client, order.orderNumber, to);
      log.info('payment.set', { orderNumber: order.orderNumber, to });
      return {
        kind: 'set',
        orderNumber: order.orderNumber,
        told: await tell(client, order.orderNumber, to),
      };
    },
  };
}
