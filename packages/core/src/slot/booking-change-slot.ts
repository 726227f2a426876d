import { changesPeople, intentIn, saysInstead } from '../appointment/request-words.ts';
import { saysCancelIt } from '../flow/cancel-words.ts';
import { peopleSlot } from './people-slot.ts';
import type { SlotType } from './slot-type.ts';
import { readWhen } from './when/read-when.ts';

/** Longer texts are about something else. */
const mostWords = 10;
const mostHan = 20;

/** A question, which is answered, and an order, which is none. */
const another =
  /[?？؟]|policy|política|politique|kebijakan|नीति|سياسة|吗|order|deliver|parcel|pedido|entrega|commande|livraison|pesanan|antar|ऑर्डर|طلبي|توصيل|订单|外卖/iu;

/**
 * A text that changes or calls off what was booked just now: "actually make it 8pm", "one more person", "cancel it".
 * A day or an hour alone may be about anything.
 */
export const bookingChangeSlot: SlotType = {
  name: 'booking-change',
  findsInside: false,
  read(text, _language, context) {
    const said = text.trim();
    const han = said.match(/\p{Script=Han}/gu)?.length ?? 0;
    const long = said.split(/\s+/u).length > mostWords || han > mostHan;
    if (long || another.test(said)) return { kind: 'not-this' };
    const intent = intentIn(said);
    const when = readWhen(said, context);
    const anew = intent === 'move' || saysInstead(said);
    const people = anew ? peopleSlot.read(said, '', context) : undefined;
    const changes =
      saysCancelIt(said) ||
      intent === 'cancel' ||
      changesPeople(said) ||
      (when !== undefined && (anew || (when.shift !== undefined && when.shift.next === undefined))) ||
      (people?.kind === 'filled' && people.whole);
    return changes ? { kind: 'filled', value: said, shown: said, whole: true } : { kind: 'not-this' };
  },
};
