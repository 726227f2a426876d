import { Temporal } from 'temporal-polyfill';
import { checkAnswer } from '../answer-check/check-answer.ts';
import { readFacts } from '../answer-check/read-facts.ts';
import { wordShare } from '../answer-check/word-share.ts';
import type { CallResult } from '../conversation/call.ts';
import type { Moment } from '../conversation/turn-state.ts';
import { guessLanguage } from '../language/guess-language.ts';
import type { Verdict } from '../scope/verdict.ts';
import { answerPrompt, noAnswer, type WriteAnswer } from './answer-prompt.ts';

/** What becomes of a model's text. `again`: the call that asks once more. `bad`: the reviewed sentence is said. */
export type Written =
  | { readonly kind: 'good'; readonly text: string }
  | { readonly kind: 'again'; readonly call: WriteAnswer }
  | { readonly kind: 'bad'; readonly why: string }
  | { readonly kind: 'hand-off'; readonly why: string };

/** A model is told so many reasons at most. */
const mostReasons = 5;
/**
 * So much of an answer's words must be in its evidence, by what the guard hears in it: the less it sounds like
 * the agent's business, the more it must say what it was given to say.
 */
const leastShared: Readonly<Record<Verdict['zone'], number>> = {
  accept: 0,
  clarify: 0.15,
  mixed: 0.25,
  refuse: 0.35,
  'chit-chat': 0.35,
  closing: 0.35,
  person: 0.35,
};

/** So many order numbers, dates, prices or links, all of which stand in the evidence, speak for it: half the words do. */
const tellingFacts = 2;

/** What of a moment the checks look at. */
type Judging = Pick<Moment, 'business' | 'at'>;

/** Holds a model's text against what it was asked. What fails is asked for once more, with the reason. */
export function judgeWritten(moment: Judging, call: WriteAnswer, result: CallResult): Written {
  if (result.kind === 'over-budget')
    return { kind: result.then === 'hand-off' ? 'hand-off' : 'bad', why: result.why };
  if (result.kind === 'tool-failed' || result.kind === 'in-doubt') return { kind: 'bad', why: result.why };
  if (result.kind !== 'answer-written')
    return { kind: 'bad', why: `the model's answer came back as ${result.kind}` };
  const text = result.text.trim();
  if (text.includes(noAnswer)) return { kind: 'bad', why: 'the model found no answer in its evidence' };
  const problems = problemsOf(moment, call, text, result.sounds);
  if (problems.length === 0) return { kind: 'good', text };
  if (call.rejected.length > 0) return { kind: 'bad', why: `rejected twice: ${problems.join('; ')}` };
  return { kind: 'again', call: { ...call, rejected: problems.slice(0, mostReasons) } };
}

function problemsOf(
  { business, at }: Judging,
  call: WriteAnswer,
  text: string,
  sounds: Verdict,
): readonly string[] {
  const { timeZone } = business.hours;
  const { year, month, day } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  // What the customer wrote is no evidence: who writes "my refund of $500" is not to be told so.
  const texts = [...call.evidence.map((each) => each.text), call.reviewed];
  const { instructions } = answerPrompt(business.name, call);
  const languageFound = writtenIn(text, call.language, sounds);
  const taskFound = strayed(texts, text, sounds);
  return checkAnswer(text, {
    evidence: { texts, today: { year, month, day } },
    names: [...texts, call.question, business.name, business.agent.name],
    language: call.language,
    ...(languageFound === undefined ? {} : { languageFound }),
    task: call.task,
    ...(taskFound === undefined ? {} : { taskFound }),
    internal: [instructions],
    mostCharacters: call.most,
  }).map(({ kind, what }) => `${kind}: ${what}`);
}

/** The guard and the commonest words both have to deny the customer's language: short texts say little. */
function writtenIn(text: string, wanted: string, sounds: Verdict): string | undefined {
  return guessLanguage(text) === wanted ? wanted : sounds.language;
}

/** What an answer is about instead of its task, if it neither sounds like that nor says what its evidence says. */
function strayed(texts: readonly string[], text: string, { zone }: Verdict): string | undefined {
  const least = leastShared[zone] * (readFacts(text).length >= tellingFacts ? 0.5 : 1);
  return wordShare(text, texts) >= least ? undefined : 'something that stands in no evidence';
}
