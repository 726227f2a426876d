import type { Random } from '@ambit/simulator/random';
import { isJsonRecord, setKey, type Json, type JsonRecord } from './json.ts';

/** Where a value is: an item of a list, or a field of a record. */
type Place =
  | { readonly list: Json[]; readonly at: number }
  | { readonly record: JsonRecord; readonly key: string };

/** Stands for a list in lists so many times over; it is put in once the body is text. */
export const deepMark = '@@deep@@';

const oddKeys = [
  '',
  '__proto__',
  'constructor',
  'toString',
  '\0',
  'ID',
  'a.b',
  'é\u0301',
  'messages',
  'field',
  'type',
];
const oddTexts = [
  '',
  ' ',
  '\0',
  'half \ud83d pair',
  '\u202Eright to left',
  '999999999999',
  '9999999999999',
  '00000',
  '-1',
  '1e5',
  'null',
  '__proto__',
  '{"text":{"body":"nested"}}',
  "'; drop table inbox; --",
];
const oddNumbers = [0, -1, 1.5, 1e308, 5e-324, Number.MAX_SAFE_INTEGER, 999_999_999_999, 2 ** 31];
const types = [
  'text',
  'image',
  'interactive',
  'order',
  'system',
  'reaction',
  'edit',
  'revoke',
  'unsupported',
  'hologram',
];

/** Changes `json` in place, `times` times. */
export function mutate(random: Random, json: JsonRecord, times: number): void {
  for (let n = 0; n < times; n += 1) {
    const places = placesOf(json);
    const place = places[random.between(0, places.length - 1)];
    if (place !== undefined) change(random, place, places);
  }
}

/** Changes, drops or repeats some bytes, so that what remains is often no JSON. */
export function mutateBytes(random: Random, body: Buffer): Buffer {
  const changed = Buffer.from(body);
  for (let n = random.between(1, 4); n > 0; n -= 1)
    changed[random.between(0, changed.length - 1)] = random.between(0, 255);
  return random.next() < 0.3 ? changed.subarray(0, random.between(0, changed.length)) : changed;
}

/** An item of a list that is not empty. */
export function pick<T>(random: Random, list: readonly [T, ...T[]] | readonly T[]): T {
  const item = list[random.between(0, list.length - 1)];
  if (item === undefined) throw new Error('there is nothing to pick from');
  return item;
}

function change(random: Random, place: Place, places: readonly Place[]): void {
  switch (random.between(0, 8)) {
    case 0:
      remove(place);
      return;
    case 1:
      repeat(random, place);
      return;
    case 2:
      put(place, [valueOf(place)]);
      return;
    case 3:
      put(place, { value: valueOf(place) });
      return;
    case 4:
      if ('record' in place) {
        const value = valueOf(place);
        remove(place);
        setKey(place.record, pick(random, oddKeys), value);
      }
      return;
    case 5:
      if ('record' in place) setKey(place.record, `new_${random.between(0, 9)}`, oddValue(random));
      return;
    case 6:
      // Copied: what holds the place must not come to hold itself.
      put(place, structuredClone(valueOf(pick(random, places))));
      return;
    case 7:
      if ('record' in place && place.key === 'type') put(place, pick(random, types));
      return;
    default:
      put(place, oddValue(random));
  }
}

function oddValue(random: Random): Json {
  switch (random.between(0, 9)) {
    case 0:
      return null;
    case 1:
      return random.next() < 0.5;
    case 2:
    case 3:
      return pick(random, oddNumbers);
    case 4:
      return [];
    case 5:
      return {};
    case 6:
      return longText(random);
    case 7:
      return random.next() < 0.05 ? deepMark : [[[null]]];
    default:
      return pick(random, oddTexts);
  }
}

/** Of letters that no compression makes short. */
function longText(random: Random): string {
  const words = Array.from({ length: random.between(1, 600) }, () => random.next().toString(36).slice(2));
  return words.join('');
}

function placesOf(json: JsonRecord): readonly Place[] {
  const places: Place[] = [];
  const visit = (value: Json): void => {
    if (Array.isArray(value))
      for (const [at, item] of value.entries()) {
        places.push({ list: value, at });
        visit(item);
      }
    else if (isJsonRecord(value))
      for (const [key, inner] of Object.entries(value)) {
        places.push({ record: value, key });
        visit(inner);
      }
  };
  visit(json);
  return places;
}

function valueOf(place: Place): Json {
  if ('list' in place) return place.list[place.at] ?? null;
  return Object.entries(place.record).find(([key]) => key === place.key)?.[1] ?? null;
}

function put(place: Place, value: Json): void {
  if ('list' in place) place.list[place.at] = value;
  else setKey(place.record, place.key, value);
}

function remove(place: Place): void {
  if ('list' in place) place.list.splice(place.at, 1);
  else Reflect.deleteProperty(place.record, place.key);
}

function repeat(random: Random, place: Place): void {
  if (!('list' in place)) return;
  const copies = Array.from({ length: random.between(1, 3) }, () => structuredClone(valueOf(place)));
  place.list.splice(place.at, 0, ...copies);
}
