import { Temporal } from 'temporal-polyfill';
import { shippedLanguage } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { zoneCity } from '../schedule/zone-city.ts';
import { withoutOwnTime } from '../slot/when/own-time.ts';
import type { QuestionNode } from './flow-question.ts';
import { flowWords } from './flow-words.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { saying, slotContextIn, withState, type Run } from './run.ts';
import { plainText } from './write-content.ts';

/**
 * A text without an hour that it means by the customer's own clocks, which nobody here knows; undefined for any other,
 * and in a flow that asks for no time.
 */
export function withoutOwnHour(run: Run, text: string): string | undefined {
  return asksForTimes(run.ready) ? withoutOwnTime(text, slotContextIn(run)) : undefined;
}

/** Says by which clocks the business goes, and asks for the time by those. From then on questions with a time say so. */
export function tellLocalTime(run: Run): Run {
  const { at, timeZone } = slotContextIn(run);
  const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainTime();
  const { language } = run.state;
  const told = flowWords(language).localTime(zoneName(run), now.toString({ smallestUnit: 'minute' }));
  return saying(withState(run, { ownTime: true }), plainText(told));
}

/** A question that is to be agreed to, with the clocks that its times are by where those were mistaken before. */
export function withLocalTime(run: Run, node: QuestionNode, body: string): string {
  const says = run.state.ownTime === true && node.kind === 'choice' && /\p{Nd}[:：.h]\p{Nd}{2}/u.test(body);
  return says ? `${zoneName(run)}:\n${body}` : body;
}

/** "Dublin time". */
function zoneName(run: Run): string {
  const { timeZone } = run.ready.setting;
  const language = shippedLanguage(run.state.language) ?? 'en';
  return sentencesIn(language).person.zone(zoneCity(timeZone, language) ?? timeZone);
}

function asksForTimes({ nodes }: ReadyFlow): boolean {
  return [...nodes.values()].some(
    (node) => node.kind === 'ask' && (node.slot.kind === 'when' || node.slot.kind === 'date'),
  );
}
