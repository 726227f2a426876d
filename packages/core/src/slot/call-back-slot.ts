import { phoneSlot } from './phone-slot.ts';
import type { SlotType } from './slot-type.ts';
import { readWhen } from './when/read-when.ts';

const mostWords = 8;

/**
 * How somebody would like to be called back: a phone number, or the hours at which ("after 5", "le soir plutôt"). A
 * day alone says how soon and not at which hours.
 */
export const callBackSlot: SlotType = {
  name: 'call-back',
  findsInside: true,
  read(text, language, context) {
    const said = text.replaceAll(/\s+/gu, ' ').trim();
    const number = phoneSlot.read(said, language, context);
    if (number.kind === 'filled') return number.whole ? number : { ...number, value: said, shown: said };
    const when = readWhen(said, context);
    const hours = when !== undefined && (when.minutes.length > 0 || when.part !== undefined);
    if (!hours || when.days.length > 0 || said.split(' ').length > mostWords) return { kind: 'not-this' };
    return { kind: 'filled', value: said, shown: said, whole: true };
  },
};
