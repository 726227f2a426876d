import { z } from 'zod';
import type { Instant } from '../schedule/instant.ts';

/**
 * What a slot holds once it is filled, as JSON: text for most types, a number for quantities, an
 * object such as `{ amount, currency }` where one value is not enough. Dates are ISO texts.
 */
export const SlotValue = z.json();
export type SlotValue = z.infer<typeof SlotValue>;

/**
 * What a text is read against. `at`, `timeZone`: when and where "tomorrow" is said; `country`: two
 * letters, for phone numbers and addresses without one; `currency`: three letters, for bare amounts.
 */
export type SlotContext = {
  readonly at: Instant;
  readonly timeZone: string;
  readonly country: string;
  readonly currency: string;
};

/** One thing a text may mean. `title`: how a button names it in the customer's language, at most 20 characters. */
export type SlotCandidate = { readonly value: SlotValue; readonly title: string };

/** What a slot type makes of a text. */
export type SlotReading =
  /**
   * `shown`: the value as the customer would write it, in their language. `whole`: the text says
   * this and nothing else; otherwise the value stands inside a longer text, which may be about
   * something else altogether.
   */
  | { readonly kind: 'filled'; readonly value: SlotValue; readonly shown: string; readonly whole: boolean }
  /** It means one of these (two or three), and the customer must say which ("kal": yesterday or tomorrow). */
  | { readonly kind: 'ambiguous'; readonly choices: readonly SlotCandidate[] }
  /** It says nothing of this type, or only what the slot does not allow. */
  | { readonly kind: 'not-this' };

/**
 * Reads one kind of thing (a date, a phone number) out of what a customer writes. Pure: the same
 * text, language and context read the same. `name`: the word flows use for it ("date");
 * `findsInside`: it recognises its value inside a longer text, so that "a table for four on Friday"
 * need not be asked again; `text`, whatever it is, is the customer's as it came.
 */
export type SlotType = {
  readonly name: string;
  readonly findsInside: boolean;
  /** `language`: a BCP 47 tag ("es", "hi-Latn"). */
  read(text: string, language: string, context: SlotContext): SlotReading;
  /** How the value is told from a longer text where `read` takes the whole of it for the value, as of names. */
  inside?(text: string, language: string, context: SlotContext): SlotReading;
};
