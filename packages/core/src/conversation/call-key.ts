import type { Call } from './call.ts';
import { CallKey, type TurnId } from './identifiers.ts';

/**
 * Names one call of one turn: turn, hash of what is asked, and occurrence.
 * `occurrence`: how many equal calls this turn made before, from 0. A turn that is run again after
 * a crash asks the same in the same order, so it finds the keys of its first run.
 */
export function callKey(turn: TurnId, call: Call, occurrence: number): CallKey {
  return CallKey.parse(`${turn}:${fnv1a64(canonicalJson(call))}:${occurrence}`);
}

/** JSON with the members of every object in order of their names, so that equal values are equal texts. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** FNV-1a, 64 bits, over the UTF-16 units of a text, low byte first. Source: RFC 9923. */
function fnv1a64(text: string): string {
  // Two halves of 32 bits: BigInt takes fifty times as long. The prime is 2^40 + 0x1b3.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (let shift = 0; shift <= 8; shift += 8) {
      const mixed = (low ^ ((unit >> shift) & 0xff)) >>> 0;
      const product = mixed * 0x1b3;
      low = product >>> 0;
      high = (high * 0x1b3 + Math.floor(product / 2 ** 32) + mixed * 2 ** 8) % 2 ** 32;
    }
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return half.toString(16).padStart(8, '0');
}
