import type { Outbound } from '../message/outbound.ts';
import { shortened } from '../message/split-text.ts';
import { choiceSlot } from '../slot/choice-slot.ts';
import { numberSlot } from '../slot/number-slot.ts';
import { patternSlot } from '../slot/pattern-slot.ts';
import type { SlotType } from '../slot/slot-type.ts';
import { textSlot } from '../slot/text-slot.ts';
import { yesNoSlot } from '../slot/yes-no-slot.ts';
import type { Asking } from './asking.ts';
import type { LinkedNode } from './flow.ts';
import type { FlowSlot } from './flow-slot.ts';
import type { FlowOffer } from './flow-state.ts';
import { valueAt, type FlowScope } from './flow-values.ts';
import { flowWords } from './flow-words.ts';
import type { PickNode } from './pick-node.ts';
import { pickOffers, pickSlot } from './pick-question.ts';
import { renderText } from './render-text.ts';
import { localeOf } from './flow-locale.ts';
import { longestBody, plainText, wordingIn } from './write-content.ts';

export type AskNode = Extract<LinkedNode, { kind: 'ask' }>;
export type ChoiceNode = Extract<LinkedNode, { kind: 'choice' }>;
export type QuestionNode = AskNode | ChoiceNode | PickNode;

/** What is offered to tap under a question; nothing for one that is answered in words. `page`: of a pick's list. */
export function offersOf(asking: Asking, node: QuestionNode, page = 0): readonly FlowOffer[] {
  const { language, write } = asking;
  if (node.kind === 'pick') return pickOffers(asking, node, page);
  if (node.kind === 'choice')
    return node.options.map(({ id, title }) => ({ value: id, title: write(title) }));
  switch (node.slot.kind) {
    case 'choice':
      return node.slot.options.map(({ value, title }) => ({ value, title: write(title) }));
    case 'pick':
      return picks(asking, node.slot);
    case 'yes-no':
      return [
        { value: true, title: flowWords(language).yes },
        { value: false, title: flowWords(language).no },
      ];
    case 'text':
    case 'number':
    case 'pattern':
    case 'date':
    case 'days':
    case 'first-day':
    case 'money':
    case 'quantity':
    case 'phone':
    case 'email':
    case 'reach':
    case 'address':
    case 'location':
    case 'checkout':
    case 'when':
    case 'people':
    case 'name':
    case 'order-number':
    case 'order-proof':
      return [];
  }
}

/** The first ten entries of the list that a pick offers. */
function picks(
  { ready, scope, language }: Asking,
  slot: Extract<FlowSlot, { kind: 'pick' }>,
): readonly FlowOffer[] {
  const list = valueAt(scope, slot.from);
  if (!Array.isArray(list)) return [];
  const locale = localeOf(ready.setting, language);
  return list.slice(0, 10).flatMap((item) => {
    const inside: FlowScope = { ...scope, variables: { ...scope.variables, item } };
    const title = renderText(ready.template(slot.title), inside, locale);
    const value = renderText(ready.template(slot.value), inside, locale);
    return title === '' || value === '' ? [] : [{ value, title }];
  });
}

/** How the answer to a question is read; undefined when nobody brought a type of that name. */
export function slotTypeOf(asking: Asking, node: QuestionNode, page = 0): SlotType | undefined {
  const { ready, write } = asking;
  if (node.kind === 'pick') return pickSlot(asking, node, page);
  if (node.kind === 'choice') {
    const named = choiceSlot(
      node.options.map(({ id, title, says }) => ({ value: id, title: write(title), says })),
    );
    const ids = node.options.map(({ id }) => id);
    return ids.includes('yes') && ids.includes('no') ? yesNoFirst(named) : named;
  }
  const { slot } = node;
  switch (slot.kind) {
    case 'text':
      return textSlot(slot);
    case 'number':
      return numberSlot(slot);
    case 'pattern':
      return patternSlot(ready.pattern(slot.pattern));
    case 'choice':
      return choiceSlot(slot.options.map((option) => ({ ...option, title: write(option.title) })));
    case 'pick':
      return choiceSlot(offersOf(asking, node));
    case 'yes-no':
      return yesNoSlot;
    case 'date':
    case 'days':
    case 'first-day':
    case 'money':
    case 'quantity':
    case 'phone':
    case 'email':
    case 'reach':
    case 'address':
    case 'location':
    case 'checkout':
    case 'when':
    case 'people':
    case 'name':
    case 'order-number':
    case 'order-proof':
      return ready.setting.slotTypes.get(slot.kind);
  }
}

/** Options with the ids `yes` and `no` are named by any yes or no. */
function yesNoFirst(named: SlotType): SlotType {
  return {
    ...named,
    findsInside: false,
    read(text, language, context) {
      const plain = yesNoSlot.read(text, language, context);
      if (plain.kind !== 'filled') return named.read(text, language, context);
      return { ...plain, value: plain.value === true ? 'yes' : 'no' };
    },
  };
}

/** Names what was tapped: which question, and which of its offers. */
export function offerId(number: number, place: number | 'skip'): string {
  return `flow:${number}:${place}`;
}

/** What a tapped id stands for; undefined for one that no question of a flow made. */
export function readOfferId(
  id: string,
): { readonly number: number; readonly place: number | 'skip' } | undefined {
  const [, number, place] = /^flow:(\d+):(\d+|skip)$/.exec(id) ?? [];
  if (number === undefined || place === undefined) return undefined;
  return { number: Number(number), place: place === 'skip' ? 'skip' : Number(place) };
}

/** A question as a message: with buttons for up to three offers, with a list for up to ten. */
export function questionMessage(
  asking: Asking,
  node: QuestionNode,
  put: {
    readonly body: string;
    readonly offers: readonly FlowOffer[];
    readonly number: number;
    readonly skip: boolean;
  },
): Outbound | undefined {
  const { write } = asking;
  const skip =
    put.skip && node.kind === 'ask' && node.skip !== undefined
      ? [{ id: offerId(put.number, 'skip'), title: write(node.skip) }]
      : [];
  const described = put.offers.some(({ description = '' }) => description !== '');
  const buttons = put.offers.length + skip.length <= 3 && !described;
  const taps = distinct(
    [...put.offers.map(({ title }, place) => ({ id: offerId(put.number, place), title })), ...skip].filter(
      ({ title }) => title.trim() !== '',
    ),
    buttons ? 20 : 24,
  ).slice(0, 10);
  const body = put.body.trim();
  if (body === '') return undefined;
  if (node.kind === 'ask' && node.slot.kind === 'location' && put.offers.length === 0)
    return { kind: 'location-request', body: shortened(body, longestBody) };
  if (taps.length === 0) return plainText(body);
  if (buttons) return { kind: 'buttons', body: shortened(body, longestBody), buttons: taps };
  const open =
    node.kind !== 'ask' && node.open !== undefined
      ? shortened(write(node.open), 20)
      : flowWords(asking.language).choose;
  const descriptions = new Map(
    node.kind === 'choice'
      ? node.options.map(({ description }, place) => [
          offerId(put.number, place),
          description === undefined ? '' : shortened(write(description), 72),
        ])
      : put.offers.map(({ description = '' }, place) => [
          offerId(put.number, place),
          shortened(description, 72),
        ]),
  );
  return {
    kind: 'list',
    body: shortened(body, longestBody),
    open: open === '' ? flowWords(asking.language).choose : open,
    rows: taps.map(({ id, title }) => {
      const description = descriptions.get(id) ?? '';
      return { id, title, ...(description === '' ? {} : { description }) };
    }),
  };
}

type Tap = { readonly id: string; readonly title: string };

/** Titles cut to size; where that makes two alike, the second gets its place. WhatsApp refuses equal titles. */
function distinct(taps: readonly Tap[], most: number): { id: string; title: string }[] {
  const seen = new Set<string>();
  return taps.map(({ id, title }, place) => {
    const short = shortened(title, most);
    const own = seen.has(short) ? `${shortened(title, most - 4)} ${place + 1}` : short;
    seen.add(own);
    return { id, title: own };
  });
}

/** What a question says: its own words the first time, those for a second try after that. */
export function questionBody(asking: Asking, node: QuestionNode, tries: number): string {
  return asking.write(wordingIn(tries > 0 ? (node.again ?? node.text) : node.text, asking.language));
}
