import { shippedLanguage } from '../language/language.ts';
import { findOrderNumber } from '../task/order-number.ts';
import type { Order } from '../tool/order-tools.ts';
import type { OrderWish, OwnOrder, OwnOrdersInput, OwnOrdersOutput } from '../tool/own-orders.ts';
import { isBeforeShipping } from './before-shipping.ts';
import { ordersNaming } from './own-order-meant.ts';
import { statusWord } from './status-words.ts';

/** WhatsApp shows ten rows of a list; one stays free. Source: Cloud API docs, "Interactive list messages", read 2026-11-21. */
const mostShown = 9;

/**
 * Which of a customer's own orders they mean. `orders`: all that are theirs, the newest first. What can
 * still be done to an order, and what it holds, say it; where that leaves several, the customer chooses.
 */
export function chooseOwnOrders(orders: readonly Order[], asked: OwnOrdersInput): OwnOrdersOutput {
  if (findOrderNumber(asked.said) !== undefined) return { kind: 'none' };
  const theirs = orders.filter(({ orderNumber }) => orderNumber !== asked.except);
  const possible = orSame(theirs, ({ status }) => allows(asked.wish, status));
  const told = theirs.find(({ orderNumber }) => orderNumber === asked.order);
  // The order spoken of last is not meant where nothing of the kind can be done to it, and can to another.
  if (asked.order !== undefined && (told === undefined || possible.includes(told)))
    return { kind: 'one', orderNumber: asked.order };
  const named = ordersNaming(asked.said, possible, ({ items }) => items.map(({ name }) => name).join(' '));
  const meant = named.length > 0 && named.length < possible.length ? named : possible;
  const [only, other] = meant;
  if (only === undefined) return { kind: 'none' };
  if (other === undefined) return { kind: 'one', orderNumber: only.orderNumber };
  return { kind: 'several', orders: meant.slice(0, mostShown).map((order) => shown(order, asked.language)) };
}

function allows(wish: OrderWish, status: Order['status']): boolean {
  switch (wish) {
    case 'see':
      return true;
    case 'cancel':
    case 'change':
      return isBeforeShipping(status);
    case 'return':
      return status === 'delivered';
  }
}

/** Those that pass; all of them where none does. */
function orSame<T>(all: readonly T[], passes: (each: T) => boolean): readonly T[] {
  const some = all.filter(passes);
  return some.length === 0 ? all : some;
}

function shown({ orderNumber, status, items }: Order, language: string): OwnOrder {
  const word = statusWord(shippedLanguage(language) ?? 'en', status);
  const contents = items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', ');
  return { orderNumber, line: contents === '' ? word : `${word} · ${contents}` };
}
