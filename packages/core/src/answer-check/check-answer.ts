import { findPersonalData } from '../personal-data/find-personal-data.ts';
import { humanClaimIn } from '../policy/rules/never-claim-to-be-human.ts';
import { identifierAskedIn } from '../policy/rules/no-sensitive-identifiers.ts';
import { codeIn } from './code-in.ts';
import { internalTextIn } from './internal-text.ts';
import { ungroundedPromises } from './promises.ts';
import { ungroundedFacts, type Evidence } from './ungrounded-facts.ts';
import { unknownNames } from './unknown-names.ts';

/**
 * What an answer that a model wrote is held against.
 * `language`: the customer's, and `languageFound`: what the answer is written in, where somebody
 * could tell. `task`: the one it was asked for, and `taskFound`: the one it speaks of. `internal`:
 * the instructions the model was given, which are nobody else's business. `names`: texts whose names
 * it may speak of. `mostCharacters`: what the channel and good manners allow.
 */
export type AnswerContext = {
  readonly evidence: Evidence;
  readonly language: string;
  readonly languageFound?: string;
  readonly task: string;
  readonly taskFound?: string;
  readonly internal: readonly string[];
  readonly names?: readonly string[];
  readonly mostCharacters: number;
};

/** Why an answer may not be sent. `what`: for the log and for the one retry, never for the customer. */
export type AnswerProblem = {
  readonly kind:
    | 'empty'
    | 'too-long'
    | 'other-language'
    | 'other-task'
    | 'ungrounded'
    | 'code'
    | 'claims-to-be-human'
    | 'sensitive'
    | 'internal';
  readonly what: string;
};

/**
 * Everything that is wrong with an answer; empty when it may go on to clearance. A model's words
 * pass here before anything else sees them. Where it cannot be sure, it finds a problem: a reviewed
 * sentence is then sent instead.
 */
export function checkAnswer(answer: string, context: AnswerContext): readonly AnswerProblem[] {
  const { evidence, language, languageFound, task, taskFound, internal, mostCharacters } = context;
  const text = answer.trim();
  if (text === '') return [{ kind: 'empty', what: 'there is no answer' }];
  const problems: AnswerProblem[] = [];
  const found = (kind: AnswerProblem['kind'], what: string | undefined): void => {
    if (what !== undefined) problems.push({ kind, what });
  };
  if (text.length > mostCharacters) found('too-long', `${text.length} characters; at most ${mostCharacters}`);
  if (languageFound !== undefined && !isSameLanguage(languageFound, language))
    found('other-language', `written in ${languageFound}; the customer writes ${language}`);
  if (taskFound !== undefined && taskFound !== task)
    found('other-task', `speaks of ${taskFound}; it was asked about ${task}`);
  for (const fact of ungroundedFacts(text, evidence, language))
    found('ungrounded', `"${fact}" stands in no evidence`);
  for (const grant of ungroundedPromises(text, evidence.texts))
    found('ungrounded', `speaks of a ${grant}, which stands in no evidence`);
  for (const name of unknownNames(text, context.names ?? evidence.texts))
    found('ungrounded', `"${name}" stands in no evidence`);
  found('code', codeIn(text));
  found('claims-to-be-human', humanClaimIn(text));
  found('sensitive', identifierAskedIn(text));
  for (const { kind } of findPersonalData(text)) if (kind !== 'code') found('sensitive', `holds a ${kind}`);
  found('internal', internalTextIn(text, internal));
  return problems;
}

/** Hindi in either script is Hindi to nobody who reads one of them: script counts, region does not. */
function isSameLanguage(a: string, b: string): boolean {
  const plain = (tag: string): string => tag.replace(/-(?:[A-Z]{2}|\d{3})$/, '');
  return plain(a) === plain(b);
}
