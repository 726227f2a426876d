import { withAsciiDigits } from './digits.ts';
import type { LinearPattern } from './linear-pattern.ts';
import type { SlotType } from './slot-type.ts';

/** A text of a fixed form, such as a customer number; its digits may be of any script. Read as it was written. */
export function patternSlot(pattern: LinearPattern): SlotType {
  return {
    name: 'pattern',
    findsInside: true,
    read(text) {
      const written = withAsciiDigits(text).trim();
      if (pattern.matches(written)) return { kind: 'filled', value: written, shown: written, whole: true };
      const found = pattern.find(written);
      if (found === undefined || found.start === found.end) return { kind: 'not-this' };
      const beside = `${written.slice(0, found.start).slice(-1)}${written.slice(found.end).slice(0, 1)}`;
      // Part of a longer word or number is not what was asked for.
      if (/[\p{L}\p{N}]/u.test(beside)) return { kind: 'not-this' };
      const value = written.slice(found.start, found.end);
      return { kind: 'filled', value, shown: value, whole: false };
    },
  };
}
