import { basketVerbIn } from '../order/basket-words.ts';
import { plainWords } from './plain-words.ts';
import type { SlotType } from './slot-type.ts';

/** Longer texts are about something else. */
const mostWords = 12;
const mostHan = 20;

/** The order itself, rather than something in it. */
const wholeOrder =
  /(?<= )(?:order|pedido|orden|encomenda|commande|pesanan|ऑर्डर|طلب|طلبي|الطلب|address|dirección|direccion|endereço|adresse|alamat|पता|العنوان)(?= )|订单|地址/u;

/** A text that takes something out of a basket, counts it anew or has it in another size: "make the coffee large". */
export const basketChangeSlot: SlotType = {
  name: 'basket-change',
  findsInside: false,
  read(text) {
    const written = plainWords(text);
    const long =
      written.split(' ').length > mostWords || (written.match(/\p{Script=Han}/gu)?.length ?? 0) > mostHan;
    const found = long || wholeOrder.test(` ${written} `) ? undefined : basketVerbIn(text);
    if (found === undefined || found.rest === '') return { kind: 'not-this' };
    return { kind: 'filled', value: text.trim(), shown: text.trim(), whole: true };
  },
};
