import { findOrderNumber, orderNumberAlone } from '../task/order-number.ts';
import { findOrderProof } from '../task/order-proof.ts';
import type { SlotType } from './slot-type.ts';

/** The number of an order, in the form the business writes it: "it's a1042" is "A-1042". */
export const orderNumberSlot: SlotType = {
  name: 'order-number',
  findsInside: true,
  read(text) {
    const alone = orderNumberAlone(text);
    const value = alone ?? findOrderNumber(text);
    if (value === undefined) return { kind: 'not-this' };
    return { kind: 'filled', value, shown: value, whole: alone !== undefined };
  },
};

/** Longer texts say more than a proof, even if they contain an e-mail address. */
const mostWords = 15;

/** What proves that an order is somebody's: the e-mail address or postcode it was placed with. */
export const orderProofSlot: SlotType = {
  name: 'order-proof',
  findsInside: false,
  read(text) {
    const isOrder = /\p{L}/u.test(orderNumberAlone(text) ?? '');
    const short = text.split(/\s+/u).length <= mostWords;
    const value = isOrder || !short ? undefined : findOrderProof(text, '');
    return value === undefined ? { kind: 'not-this' } : { kind: 'filled', value, shown: value, whole: true };
  },
};
