import { pictureOfPayment } from '../order/order-sentences.ts';
import { dayMs } from '../schedule/instant.ts';
import { handOff } from './hand-off.ts';
import type { Unreadable } from './settle-inputs.ts';
import type { Moment, Step } from './turn-state.ts';

/** Nobody takes a picture for a payment of an order that is older. */
const pendingMs = 14 * dayMs;

/**
 * A picture or document while a payment is still to come: it confirms nothing, people look for the money.
 * Undefined when nothing is to be paid, or nothing was shown.
 */
export function besidePayment(moment: Moment, unreadable: readonly Unreadable[]): Step | undefined {
  const { payment } = moment.conversation;
  if (payment === undefined || moment.at - payment.at > pendingMs) return undefined;
  if (!unreadable.some((kind) => kind === 'image' || kind === 'document')) return undefined;
  return handOff(moment, moment.conversation, {
    lead: pictureOfPayment(moment.turn.language, payment.orderNumber),
    why: `The customer sent a picture or document while order ${payment.orderNumber} is not paid; look at the account, a picture confirms nothing`,
    reason: 'flow',
  });
}
