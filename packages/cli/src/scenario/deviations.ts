import type { SaidTurn } from '../say-turn.ts';
import type { ExpectingStep } from './step.ts';

type Settled = Extract<SaidTurn, { kind: 'settled' }>;

const hourMs = 3_600_000;

/** How a turn differs from what a scenario expects; also from what holds of every turn of the agent. */
export function findDeviations(step: ExpectingStep, turn: Settled): readonly string[] {
  const { trace, replies } = turn;
  const out = replies.flatMap(({ shown }) => (shown === undefined ? [] : [shown.text])).join('\n\n');
  const buttons = (replies.at(-1)?.shown?.choices ?? []).map(({ title }) => title);
  const { exactly, contains, matches, absent } = step.out;
  return [
    ...differing('outcome', trace.outcome.kind, step.outcome),
    ...(step.task === undefined ? [] : differing('task', trace.task ?? null, step.task)),
    ...(step.rule === undefined ? [] : differing('rule', trace.outcome.rule ?? null, step.rule)),
    ...(step.buttons === undefined ? [] : differing('buttons', buttons.join(', '), step.buttons.join(', '))),
    ...(exactly === undefined ? [] : differing('out', out, exactly.trim())),
    ...contains
      .filter((part) => !out.includes(part))
      .map((part) => `out does not contain ${JSON.stringify(part)}`),
    ...matches
      .filter((pattern) => !new RegExp(pattern, 'u').test(out))
      .map((pattern) => `out does not match /${pattern}/`),
    ...absent.filter((part) => out.includes(part)).map((part) => `out contains ${JSON.stringify(part)}`),
    ...(step.windowHours === undefined ? [] : differing('hours left', hoursLeft(turn), step.windowHours)),
    ...differingPrice(step.price, turn),
    ...unfulfilled(turn),
  ];
}

/** One merged reply at most, none when there is nothing to say; each reached the phone; a refusal offers a person. */
function unfulfilled({ trace, replies }: Settled): readonly string[] {
  const silent = trace.outcome.kind === 'ignored' || trace.outcome.kind === 'with-person';
  const buttons = (replies.at(-1)?.shown?.choices ?? []).map(({ id }) => id);
  return [
    ...differing('replies', replies.length, silent ? 0 : 1),
    ...replies
      .filter(({ shown }) => shown === undefined)
      .map(({ sent }) => `a reply is ${sent.status}: ${sent.problem?.reason ?? 'never shown on the phone'}`),
    ...(trace.outcome.kind === 'refused' && !buttons.includes('person')
      ? ['a refusal without a person']
      : []),
  ];
}

function differingPrice(expected: ExpectingStep['price'], { replies }: Settled): readonly string[] {
  if (expected === undefined) return [];
  const price = replies.at(-1)?.sent.clearance?.price;
  if (price === undefined) return ['the reply has no price'];
  const { category, type, amount } = expected;
  return [
    ...(category === undefined ? [] : differing('category', price.category, category)),
    ...(type === undefined ? [] : differing('type of price', price.type, type)),
    ...(amount === undefined ? [] : differing('price', price.amount, amount)),
  ];
}

function differing(
  what: string,
  is: string | number | null,
  should: string | number | null,
): readonly string[] {
  return is === should ? [] : [`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`];
}

function hoursLeft({ trace, now }: Settled): number {
  return trace.windowClosesAt === undefined ? 0 : Math.round((trace.windowClosesAt - now) / hourMs);
}
