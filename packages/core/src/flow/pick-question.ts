import { asksToBuy } from '../catalogue/words/buys.ts';
import { cutWhole } from '../message/split-text.ts';
import { choiceSlot } from '../slot/choice-slot.ts';
import { folded } from '../slot/date/folded.ts';
import { withAsciiDigits } from '../slot/digits.ts';
import { placeIn } from '../slot/place-words.ts';
import { plainWords } from '../slot/plain-words.ts';
import type { SlotReading, SlotType, SlotValue } from '../slot/slot-type.ts';
import { takesThisOne } from '../slot/this-one-words.ts';
import { yesNoSlot } from '../slot/yes-no-slot.ts';
import type { Asking } from './asking.ts';
import { localeOf } from './flow-locale.ts';
import type { FlowOffer } from './flow-state.ts';
import { valueAt, type FlowScope } from './flow-values.ts';
import { asksToSkip } from './flow-words.ts';
import type { PickNode } from './pick-node.ts';
import { renderText } from './render-text.ts';
import { wordingIn } from './write-content.ts';

/** WhatsApp shows so many rows. Source: Cloud API docs, "Interactive list messages", read 2026-11-21. */
const mostRows = 10;
/** Who counts further than this means a number of something else. */
const mostPlaces = 20;

/** An entry of the list as it is shown. `place`: in the whole list, from 0. */
type Entry = {
  readonly place: number;
  readonly title: string;
  readonly description: string;
  readonly says: readonly string[];
};

/** What an answer to a pick means: an entry by its place in the list, none of them, or the next page. */
type Picked = number | 'none' | 'more';

/** The entries on one page, then "none of these" and "more" where the node has them; nothing when there is no such page. */
export function pickOffers(asking: Asking, node: PickNode, page: number): readonly FlowOffer[] {
  const entries = entriesOf(asking, node);
  const { from, to } = pageOf(node, entries.length, page);
  const shown = entries.slice(from, to).map(({ place, title, description }): FlowOffer => ({
    value: place,
    title,
    ...(description === '' ? {} : { description }),
  }));
  if (shown.length === 0) return [];
  const more = node.more !== undefined && (to < entries.length || node.to.more !== undefined);
  return [
    ...shown,
    ...(more && node.more !== undefined ? [{ value: 'more', title: asking.write(node.more) }] : []),
    ...(node.none === undefined ? [] : [{ value: 'none', title: asking.write(node.none) }]),
  ];
}

/** How an answer to a pick is read: its value is a `Picked`. */
export function pickSlot(asking: Asking, node: PickNode, page: number): SlotType {
  const entries = entriesOf(asking, node);
  const offers = pickOffers(asking, node, page);
  const shown = offers.filter(({ value }) => typeof value === 'number');
  const named = choiceSlot([
    ...entries.map(({ place, title, says }) => ({ value: place, title, says })),
    ...offers.filter(({ value }) => typeof value !== 'number'),
  ]);
  return {
    name: 'pick',
    findsInside: true,
    read(text, language, context) {
      const exact = named.read(text, language, context);
      // A number is a place on the page that is seen, and never one of the whole list.
      const spoken = hourIn(text, entries);
      if (spoken !== undefined) return reading(spoken.place, spoken.title, true);
      const place = placeIn(text, shown.length);
      if (place !== undefined) return reading(shown[place]?.value ?? null, shown[place]?.title ?? '', true);
      const hour = numbered(text, entries);
      if (hour !== undefined) return reading(hour.place, hour.title, true);
      if (exact.kind === 'filled' && exact.whole && !/^\p{N}+$/u.test(plainWords(text))) return exact;
      if (node.to.none !== undefined && saysNone(text, language)) return reading('none', text, true);
      const [only] = shown;
      if (
        shown.length === 1 &&
        only !== undefined &&
        (yesOrNoIn(text, language) === true || takesThisOne(text) || asksToBuy(text))
      )
        return reading(only.value, only.title, true);
      const parts = partsOf(text, entries);
      const [part] = parts;
      if (part !== undefined && parts.length === 1) return reading(part.place, part.title, true);
      if (parts.length > 1 && parts.length <= 3)
        return {
          kind: 'ambiguous',
          choices: parts.map(({ place: at, title }) => ({ value: at, title: cutWhole(title, 20) })),
        };
      if (exact.kind === 'not-this' && node.refine === undefined) return namedApart(text, entries);
      return exact.kind === 'filled' && exact.whole ? { kind: 'not-this' } : exact;
    },
  };
}

/** The place and title of the one entry that a text names by a word of its own. */
export function entryNamed(
  asking: Asking,
  node: PickNode,
  text: string,
): { readonly place: number; readonly title: string } | undefined {
  const named = namedApart(text, entriesOf(asking, node));
  return named.kind === 'filled' && typeof named.value === 'number'
    ? { place: named.value, title: named.shown }
    : undefined;
}

/** The entry that was picked, whole; undefined when the list is not what it was. */
export function pickedEntry(scope: FlowScope, node: PickNode, place: number): SlotValue | undefined {
  const list = valueAt(scope, node.from);
  return Array.isArray(list) ? list[place] : undefined;
}

/** Whether a text is about the list without saying which entry: "this one", or the fifth of three. */
export function isAboutList(text: string): boolean {
  return takesThisOne(text) || placeIn(text, mostPlaces) !== undefined;
}

/** What a slot value of a pick stands for. */
export function readPicked(value: SlotValue): Picked | undefined {
  return typeof value === 'number' || value === 'none' || value === 'more' ? value : undefined;
}

/** The web addresses of the pictures of the entries that are offered, with what stands under each. */
export function picturesOf(
  asking: Asking,
  node: PickNode,
  offers: readonly FlowOffer[],
): readonly { readonly url: string; readonly caption: string }[] {
  const { image } = node;
  const shown = offers.filter(({ value }) => typeof value === 'number');
  if (image === undefined) return [];
  return shown.flatMap(({ value, title, description }, place) => {
    const entry = pickedEntry(asking.scope, node, Number(value));
    const url = entry === undefined ? '' : written(asking, entry, image);
    const lines = [`${place + 1}. ${title}`, ...(description === undefined ? [] : [description])];
    return url === '' ? [] : [{ url, caption: lines.join('\n') }];
  });
}

function entriesOf(asking: Asking, node: PickNode): readonly Entry[] {
  const list = valueAt(asking.scope, node.from);
  if (!Array.isArray(list)) return [];
  return list.slice(0, 100).flatMap((item, place) => {
    const title = written(asking, item, wordingIn(node.title, asking.language));
    const { description: more } = node;
    const description = more === undefined ? '' : written(asking, item, wordingIn(more, asking.language));
    // Several words in one text stand on lines of their own.
    const says = node.says
      .flatMap((each) => written(asking, item, each).split('\n'))
      .filter((each) => each !== '');
    return title === '' ? [] : [{ place, title, description, says }];
  });
}

function written({ ready, scope, language }: Asking, item: SlotValue, text: string): string {
  const inside: FlowScope = { ...scope, variables: { ...scope.variables, item } };
  return renderText(ready.template(text), inside, localeOf(ready.setting, language));
}

function pageOf(node: PickNode, count: number, page: number): { readonly from: number; readonly to: number } {
  const rows = mostRows - (node.none === undefined ? 0 : 1);
  const all = Math.min(node.show, rows);
  const paged = node.more !== undefined && (count > all || node.to.more !== undefined);
  const size = paged ? Math.min(node.show, rows - 1) : all;
  return { from: page * size, to: Math.min((page + 1) * size, count) };
}

/** "الخامسة": the hour, where an entry goes by it, though the word is that of a place as well. */
function hourIn(text: string, entries: readonly Entry[]): Entry | undefined {
  const hour = /^الساعه (\d{1,2})$/u.exec(folded(text))?.[1];
  return hour === undefined ? undefined : numbered(hour, entries);
}

/** "11", where that is no place on the page but one entry goes by it, such as an hour. */
function numbered(text: string, entries: readonly Entry[]): Entry | undefined {
  const written = withAsciiDigits(plainWords(text));
  if (!/^\d+$/u.test(written)) return undefined;
  const [only, another] = entries.filter(({ says }) => says.includes(written));
  return another === undefined ? only : undefined;
}

/** Entries whose title, description or other words hold every word of a text that says something. */
function partsOf(text: string, entries: readonly Entry[]): readonly Entry[] {
  const wanted = plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && !filler.has(word));
  const telling = wanted.join('');
  const han = /\p{Script=Han}/u.test(telling);
  if (telling.length < (manySigned.test(telling) ? 3 : 2)) return [];
  return entries.filter(({ title, says }) => {
    const words = plainWords([title, ...says].join(' '));
    return han ? words.includes(telling) : wanted.every((word) => words.split(' ').includes(word));
  });
}

/** The one entry with a word of its own in a longer text: "o jarro, não gostei da cor". */
function namedApart(text: string, entries: readonly Entry[]): SlotReading {
  const words = new Set(plainWords(text).split(' '));
  const named = entries.filter((entry) => {
    const others = new Set(entries.filter((other) => other !== entry).flatMap(wordsOf));
    return wordsOf(entry).some((word) => words.has(word) && !others.has(word) && !filler.has(word));
  });
  const [only, other] = named;
  return only === undefined || other !== undefined
    ? { kind: 'not-this' }
    : reading(only.place, only.title, false);
}

/** Words that say something: no numbers, and not the shortest. */
function wordsOf({ title }: Entry): readonly string[] {
  return plainWords(title)
    .split(' ')
    .filter((word) => word.length >= (manySigned.test(word) ? 3 : 2) && !/^\p{N}+$/u.test(word));
}

/** Scripts in which two letters seldom say anything. */
const manySigned = /\p{Script=Latin}/u;

/** "No", "none of them": of these entries. "Never mind" is about the whole matter. */
function saysNone(text: string, language: string): boolean {
  if (asksToSkip(text)) return true;
  return yesOrNoIn(text, language) === false && plainNo.test(plainWords(text));
}

const plainNo =
  /^(?:no|nope|nah|não|nao|non|nan|tidak|nggak|enggak|ga|gak|नहीं|नही|जी नहीं|nahi|nahin|لا)(?: (?!jadi)|$)|^(?:不|不是|不要|没有)$/u;

function yesOrNoIn(text: string, language: string): SlotValue | undefined {
  const answer = yesNoSlot.read(text, language, { at: 0, timeZone: 'UTC', country: '', currency: '' });
  return answer.kind === 'filled' ? answer.value : undefined;
}

function reading(value: SlotValue, shown: string, whole: boolean): SlotReading {
  return { kind: 'filled', value, shown, whole };
}

/** What people put around the name of a thing they pick. */
const filler: ReadonlySet<string> = new Set(
  [
    'the a an one ones please i ll will take want like this that it s to go with give me would d only just',
    'el la los las un una lo por favor quiero dame me llevo ese esa este esta solo sólo solamente nada más nomás',
    'o os as um uma quero eu esse essa este esta só so apenas somente',
    'le les l un une je prends veux voudrais ce cette celui celle svp seulement juste',
    'yang saya mau ambil pilih itu ini dong ya aja saja cuma hanya',
    'वाला वाली वाले मुझे चाहिए यह वह ये वो सिर्फ़ सिर्फ केवल बस',
    'wala wali wale mujhe chahiye yeh woh ye vo sirf bas keval',
    'أريد اريد هذا هذه ذلك من فضلك فقط بس',
  ].flatMap((line) => line.split(' ')),
);
