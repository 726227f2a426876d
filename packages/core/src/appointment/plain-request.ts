import { stemOf, foldedText, wordsOf } from '../catalogue/words/fold-words.ts';
import { nameSlot } from '../slot/name-slot.ts';
import { peopleSlot } from '../slot/people-slot.ts';
import type { SlotContext } from '../slot/slot-type.ts';
import { readWhen } from '../slot/when/read-when.ts';
import { namesIn, type CalledNames } from './named-choices.ts';
import { personAsked } from './person-asked.ts';
import { bookingHan, bookingWords, nounHan, nouns } from './plain-request-words.ts';

/**
 * What a text says of a booking. `names`: what is to be booked, by a word of the business's or of bookings at large;
 * `when`: a day or time; `only`: nothing else at all, so that it can be nothing but a request to book.
 */
export type RequestWords = { readonly names: boolean; readonly when: boolean; readonly only: boolean };

/**
 * Reads a text as a request to book: "a cleaning for me and my husband on Tuesday at 10 with Dr. Fuentes". What is
 * left of it without days, hours, people, names and the words that people ask with must be nothing.
 */
export function readRequestWords(text: string, context: SlotContext, called: CalledNames): RequestWords {
  const own = namesIn(text, [...called.keys()], called).length > 0;
  const whole = wordsOf(foldedText(text)).map((word) => word.text);
  const names =
    own ||
    personAsked(text, context) !== undefined ||
    whole.some((word) => nouns.has(stemOf(word))) ||
    nounHan.some((word) => whole.some((run) => run.includes(word)));
  const name = nameSlot.inside?.(text, '', context);
  const named = name?.kind === 'filled' ? text.replace(name.shown, ' ') : text;
  const person = personAsked(named, context);
  const unpeopled = person?.rest ?? named;
  const when = readWhen(unpeopled, context);
  const people = peopleSlot.read(unpeopled, '', context);
  const count = people.kind === 'filled' ? people.shown : undefined;
  const ownStems = new Set(
    [...called].flatMap(([key, { words }]) =>
      [key, ...words].flatMap((each) => wordsOf(foldedText(each)).map((word) => stemOf(word.text))),
    ),
  );
  const ownHan = [...called.values()].flatMap(({ words }) =>
    words.filter((word) => /\p{Script=Han}/u.test(word)),
  );
  const left = wordsOf(when?.rest ?? foldedText(unpeopled)).filter(({ text: word }) => {
    if (word === count) return false;
    if (/\p{Script=Han}/u.test(word)) return withoutHan(word, [...ownHan, ...nounHan, ...bookingHan]) !== '';
    const stem = stemOf(word);
    return !ownStems.has(stem) && !nouns.has(stem) && !bookingWords.has(stem);
  });
  return { names, when: when !== undefined, only: left.length === 0 };
}

function withoutHan(run: string, words: readonly string[]): string {
  const longest = words.toSorted((a, b) => b.length - a.length);
  return longest.reduce((rest, word) => rest.replaceAll(word, ''), run);
}
