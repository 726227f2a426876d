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
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let text = '';
  for (const [name, member] of Object.entries(value).sort(byName))
    if (member !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  return `{${text}}`;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** FNV-1a, 64 bits, over the UTF-16 units of a text, low byte first. Source: RFC 9923. */
function fnv1a64(text: string): string {
  // Whole numbers of 32 bits throughout: BigInt takes fifty times as long. The prime is 2^40 + 0x1b3.
  let high = 0xcbf29ce4 | 0;
  let low = 0x84222325 | 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (let shift = 0; shift <= 8; shift += 8) {
      low ^= (unit >> shift) & 0xff;
      const first = (low & 0xffff) * 0x1b3;
      const second = (low >>> 16) * 0x1b3 + (first >>> 16);
      high = (Math.imul(high, 0x1b3) + (second >>> 16) + (low << 8)) | 0;
      low = (second << 16) | (first & 0xffff);
    }
  }
  return hex(high) + hex(low);
}

function hex(half: number): string {
  return (half >>> 0).toString(16).padStart(8, '0');
}
