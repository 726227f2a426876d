import { addressSlot } from './address-slot.ts';
import { basketChangeSlot } from './basket-change-slot.ts';
import { bookingChangeSlot } from './booking-change-slot.ts';
import { callBackSlot } from './call-back-slot.ts';
import { checkoutSlot } from './checkout-slot.ts';
import { daysSlot, firstDaySlot } from './days-slot.ts';
import { dateSlot } from './date/date-slot.ts';
import { emailSlot } from './email-slot.ts';
import { locationSlot } from './location-slot.ts';
import { moneySlot } from './money-slot.ts';
import { nameSlot } from './name-slot.ts';
import { orderNumberSlot, orderProofSlot } from './order-slots.ts';
import { peopleSlot } from './people-slot.ts';
import { phoneSlot } from './phone-slot.ts';
import { quantitySlot } from './quantity-slot.ts';
import { reachSlot } from './reach-slot.ts';
import type { SlotType } from './slot-type.ts';
import { whenSlot } from './when/when-slot.ts';

/** The slot types that flows name by a word alone. */
export const slotTypes: ReadonlyMap<string, SlotType> = new Map(
  [
    addressSlot,
    basketChangeSlot,
    bookingChangeSlot,
    callBackSlot,
    checkoutSlot,
    dateSlot,
    daysSlot,
    firstDaySlot,
    emailSlot,
    locationSlot,
    moneySlot,
    nameSlot,
    orderNumberSlot,
    orderProofSlot,
    peopleSlot,
    phoneSlot,
    quantitySlot,
    reachSlot,
    whenSlot,
  ].map((type) => [type.name, type]),
);
