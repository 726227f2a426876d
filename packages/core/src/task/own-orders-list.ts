import type { Pending } from '../conversation/state.ts';
import type { Moment } from '../conversation/turn-state.ts';
import type { Draft } from '../message/draft.ts';
import { readableText } from '../message/outbound.ts';
import { shortened } from '../message/split-text.ts';
import { whichOrder } from '../order/order-sentences.ts';

/** WhatsApp's limit of a row's second line. Source: Cloud API docs, "Interactive list messages", read 2026-11-21. */
const longestLine = 72;

/** A question for an order as a list of the customer's own, where it is known which these are. */
export function withOwnOrders(moment: Moment, draft: Draft, pending: Pending): Draft {
  if (pending.kind !== 'order-number' || pending.own === undefined) return draft;
  const rows = pending.own.map(({ orderNumber, line }) => ({
    id: `order:${orderNumber}`.slice(0, 200),
    title: orderNumber.slice(0, 24),
    description: shortened(line, longestLine),
  }));
  const { open } = whichOrder(moment.turn.language);
  return { ...draft, content: { kind: 'list', body: readableText(draft.content), open, rows } };
}
