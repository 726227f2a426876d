import type { Random } from './random.ts';

/** Makes the ids Meta would make. Every id holds a counter, so reseeding never repeats one. */
export type Ids = {
  wamid(): string;
  mediaId(): string;
  callId(): string;
  traceId(): string;
  userId(countryCode: string): string;
  /** Of templates, flows, groups and uploads: digits, small enough for a JSON number. */
  objectId(): string;
  identityHash(): string;
  code(length: number): string;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `Ids` drawn from `random`. */
export function createIds(random: Random): Ids {
  let count = 0;
  const run = `${Math.floor(random.next() * 0xffffffff).toString(16)}`.padStart(8, '0');
  const next = (): number => {
    count += 1;
    return count;
  };
  const pick = (length: number): string => {
    let text = '';
    for (let at = 0; at < length; at += 1) text += letters.charAt(Math.floor(random.next() * letters.length));
    return text;
  };
  const digits = (length: number): string => {
    let text = '';
    for (let at = 0; at < length; at += 1) text += String(Math.floor(random.next() * 10));
    return text;
  };
  return {
    wamid: () =>
      `wamid.${Buffer.from(`HBgL${run}${next().toString(16).padStart(8, '0')}${pick(6)}`).toString('base64url')}`,
    mediaId: () => `${digits(8)}${String(next()).padStart(7, '0')}`,
    callId: () => `wacid.${Buffer.from(`${run}${next().toString(16)}`).toString('base64url')}`,
    traceId: () => `A${pick(10)}${next().toString(36)}`,
    objectId: () => `${1 + Math.floor(random.next() * 8)}${digits(6)}${String(next()).padStart(8, '0')}`,
    identityHash: () => Buffer.from(`${run}${pick(4)}${next().toString(36)}`).toString('base64'),
    code: (length) => pick(length).toUpperCase(),
    userId: (countryCode) => `${countryCode}.${digits(12)}${String(next()).padStart(8, '0')}`,
  };
}
