import { randomInt } from 'node:crypto';

/** Without those that are read for one another: 0 and O, 1 and I and L. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A reference for an appointment, such as "K7QX-2M9P": 31^8, so that nobody comes upon another's. */
export function newReference(): string {
  const code = Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join('');
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
