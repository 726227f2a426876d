import type { SlotType } from './slot-type.ts';

/**
 * Whatever the customer writes, trimmed, if it is long and short enough. Lengths in UTF-16 units. A
 * question may be for somebody else: it is not the whole of an answer.
 */
export function textSlot({
  least = 1,
  most = 500,
}: { readonly least?: number | undefined; readonly most?: number | undefined } = {}): SlotType {
  return {
    name: 'text',
    findsInside: false,
    read(text) {
      const value = text.trim();
      return value.length < least || value.length > most
        ? { kind: 'not-this' }
        : { kind: 'filled', value, shown: value, whole: !/[?？؟]/u.test(value) };
    },
  };
}
