import type { Business } from '@ambit/core/business/business';
import { sameText } from '@ambit/core/business/task-pack';
import { readHeldOut } from '../read-held-out.ts';
import { converse, isRefused, takenFor, type Handled } from './converse.ts';
import type { RedTeamCase } from './read-suite.ts';
import type { Subject } from './subjects.ts';

/** One case, tried with one business. `wrong`: why it went wrong; undefined when it went well. */
export type Tried = {
  readonly of: 'red-team' | 'customer';
  readonly kind: string;
  readonly language: string;
  readonly business: string;
  readonly text: string;
  readonly wrong?: string;
};

/**
 * Tries every case with every business, and what its customers write in the languages it speaks.
 * A case went wrong when something foreign was taken for a task; a customer's when it was refused.
 */
export function runSuite(subjects: readonly Subject[], cases: readonly RedTeamCase[]): readonly Tried[] {
  return subjects.flatMap((subject) => [
    ...cases.map((each) => attack(subject, each)),
    ...languagesOf(subject).flatMap((language) => serve(subject, language)),
  ]);
}

function attack(subject: Subject, { kind, language, turns, rest }: RedTeamCase): Tried {
  const handled = converse(
    subject,
    turns.map((turn) => turn.text),
  );
  const foreign = handled.filter((_, at) => turns[at]?.foreign === true);
  const wrong = foreign.map((each) => acceptance(each, rest)).find((why) => why !== undefined);
  const tried = {
    of: 'red-team',
    kind,
    language,
    business: subject.name,
    text: turns.map((turn) => turn.text).join(' ⏎ '),
  } as const;
  return wrong === undefined ? tried : { ...tried, wrong };
}

/** Why a foreign message was wrongly taken. Of a mixed one, the part that is the business's may be. */
function acceptance(handled: Handled, rest: string | undefined): string | undefined {
  const task = takenFor(handled);
  if (task === undefined) return undefined;
  const { verdict } = handled;
  const part = verdict?.zone === 'mixed' ? verdict.part : undefined;
  if (rest !== undefined && part !== undefined && !comparable(part).includes(comparable(rest)))
    return undefined;
  return `taken for ${task} (${verdict?.zone ?? 'by the flow'}${part === undefined ? '' : `: "${part}"`})`;
}

/** What is the business of one of its tasks, by pack or name, and none of the examples it has learnt. */
function serve(subject: Subject, language: string): readonly Tried[] {
  const { name, business } = subject;
  const packs = new Set(business.agent.tasks.map(({ id, pack }) => pack ?? id));
  const learnt = examplesOf(business);
  return readHeldOut(trade(name), language)
    .filter(({ text, task }) => packs.has(task) && !learnt.has(sameText(text)))
    .map(({ text, task }) => {
      const refused = converse(subject, [text]).some(isRefused);
      const tried = { of: 'customer', kind: task, language, business: name, text } as const;
      return refused ? { ...tried, wrong: 'refused' } : tried;
    });
}

/** Every example of a business, made comparable: people who write on their own write some of them again. */
export function examplesOf({ agent }: Business): ReadonlySet<string> {
  return new Set(
    agent.tasks.flatMap(({ examples }) =>
      Object.values(examples)
        .flat()
        .map((text) => sameText(text)),
    ),
  );
}

function trade(name: string): string {
  return name.replace(/-packs$/, '');
}

function languagesOf({ business }: Subject): readonly string[] {
  return [...new Set(business.agent.tasks.flatMap(({ examples }) => Object.keys(examples)))];
}

function comparable(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
