import type { Task } from '../business/business.ts';
import { placeInList } from '../order/place-in-list.ts';
import { afterProgress } from '../conversation/progress.ts';
import type { Moment, OrderWaiting, Step } from '../conversation/turn-state.ts';
import { comparableText } from '../message/comparable-text.ts';
import { asksForOtherOrder } from '../order/other-order-words.ts';
import { dayMs, minuteMs } from '../schedule/instant.ts';
import { asksAboutShown } from './asks-about-shown.ts';
import { findOrderNumber } from './order-number.ts';
import { askOwnOrders } from './own-orders.ts';
import { ask, askAgain } from './questions.ts';

/** How long after an order was shown "it" still means that order. */
const recentMs = 30 * minuteMs;
/** How long "my order" means the one that was placed in this conversation. */
const placedMs = 3 * dayMs;

/**
 * The order a text is about: the number in it, the order whose cancellation waits for a yes, or,
 * when the text says "it", the one shown a moment ago; else the one that was placed here these days.
 */
export function orderRequested(moment: Moment, text: string): string | undefined {
  const named = findOrderNumber(text);
  if (named !== undefined) return named;
  const place = shownAtPlace(moment, text);
  if (place !== undefined) return place.orderNumber;
  const { pending, placedOrder } = moment.conversation;
  if (pending !== undefined) return pending.kind === 'confirm-cancel' ? pending.orderNumber : undefined;
  const said = comparableText(text);
  const shown = orderJustShown(moment);
  if (shown !== undefined && (pointsBack.test(said) || asksAboutShown(text))) return shown;
  if (placedOrder === undefined || moment.at - placedOrder.at > placedMs) return undefined;
  return anotherOne.test(said) ? undefined : placedOrder.orderNumber;
}

/** What a text means by its place among the orders shown together a moment ago; no number where it is not clear which. */
function shownAtPlace(
  { conversation: { shownOrders }, at }: Moment,
  text: string,
): { readonly orderNumber: string | undefined } | undefined {
  if (shownOrders === undefined || at - shownOrders.at > recentMs) return undefined;
  const place = placeInList(text, shownOrders.orderNumbers.length);
  if (place === undefined) return undefined;
  return { orderNumber: place === 'unclear' ? undefined : shownOrders.orderNumbers[place] };
}

/** The order that was shown a moment ago. */
export function orderJustShown({ conversation: { recentOrder }, at }: Moment): string | undefined {
  return recentOrder !== undefined && at - recentOrder.at <= recentMs ? recentOrder.orderNumber : undefined;
}

const pointsBack = new RegExp(
  [
    String.raw`\b(?:it|that one|this one|that order|this order|the(?: whole| entire)? order|the same)\b(?!.*\b(?:other|another|different)\b)`,
    String.raw`(?<!\p{L})(?:ese pedido|este pedido|el pedido|el mismo|ese|cancélalo|cancelalo|esse pedido|este pedido|o mesmo|cancela ele|essa|cette commande|la commande|celle-ci|annulez-la|annule-la|pesanan itu|pesanan ini|yang itu|yang tadi|batalkan itu|wahi|usko|use|wo order|woh order|उसको|उसे|वही|वो ऑर्डर|यही|هذا الطلب|الطلب|نفسه|الغيه|ألغه)(?!\p{L})(?!.*(?:otro|outro|autre|lain|dusra|doosra|दूसरा|اخر|آخر))`,
    '(?:它|这个|那个|这单|那单|该订单|刚才)(?!.*另)',
  ].join('|'),
  'u',
);

const anotherOne =
  /(?<!\p{L})(?:other|another|different|otro|outro|autre|lain|dusra|doosra|दूसरा|اخر|آخر)(?!\p{L})|另/u;

/** The order that a text about "the other one" does not mean: the one that was shown or placed last. */
export function orderNotMeant(moment: Moment, text: string): string | undefined {
  const { conversation, at } = moment;
  if (shownAtPlace(moment, text) !== undefined) return undefined;
  if (!anotherOne.test(comparableText(text)) && !asksForOtherOrder(text)) return undefined;
  const { recentOrder, placedOrder } = conversation;
  if (recentOrder !== undefined && at - recentOrder.at <= recentMs) return recentOrder.orderNumber;
  return placedOrder !== undefined && at - placedOrder.at <= placedMs ? placedOrder.orderNumber : undefined;
}

/** Asks for what is missing to open an order: which of theirs it is, or the proof that was already asked for. */
export function askForOrder(
  moment: Moment,
  task: Task,
  { look, said }: { readonly look: OrderWaiting['kind']; readonly said: string },
): Step {
  const { pending } = moment.conversation;
  switch (pending?.kind) {
    case 'order-number':
    case 'order-proof':
      if (pending.task === task.id) return askAgain(moment, pending);
      return ask(moment, afterProgress(moment.conversation), { ...pending, task: task.id });
    case 'confirm-cancel':
    case undefined:
      if (shownAtPlace(moment, said) !== undefined)
        return ask(moment, afterProgress(moment.conversation), { kind: 'order-number', task: task.id });
      return askOwnOrders(moment, task, { look, said, except: orderNotMeant(moment, said) });
  }
}
