import { z } from 'zod';
import type { SlotType } from './slot-type.ts';

const found = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;
const Address = z.email();

/** One e-mail address, in small letters. Two in one text: nobody knows which. */
export const emailSlot: SlotType = {
  name: 'email',
  findsInside: true,
  read(text) {
    const written = text.normalize('NFKC').trim();
    // Spoken and cautious forms: "maya (at) example.com".
    const plain = written.replace(/\s*[([](?:at|arroba|arobase)[)\]]\s*/giu, '@').replace(/\s*@\s*/gu, '@');
    const addresses = plain.match(found) ?? [];
    const [first, second] = addresses;
    if (first === undefined || second !== undefined) return { kind: 'not-this' };
    const value = first.toLowerCase();
    if (!Address.safeParse(value).success) return { kind: 'not-this' };
    return { kind: 'filled', value, shown: value, whole: plain.replace(/[.,!]$/, '') === first };
  },
};
