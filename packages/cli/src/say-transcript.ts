import { styleText } from 'node:util';
import type { SaidTurn, TurnReply } from './say-turn.ts';

/** `said`: the message as it was given; `names`: who is who. */
export function transcriptOf(
  turn: SaidTurn,
  said: string,
  names: { readonly customer: string; readonly business: string },
): string {
  const lines = [`${styleText(['bold', 'cyan'], names.customer)}`, indent(said), ''];
  switch (turn.kind) {
    case 'unsettled':
      lines.push(indent(styleText('red', `no outcome: ${turn.why}`)), '');
      break;
    case 'settled': {
      for (const reply of turn.replies)
        lines.push(
          styleText(['bold', 'green'], speaker(reply, names.business)),
          ...describeReply(reply, turn),
          '',
        );
      if (turn.replies.length === 0)
        lines.push(dim(`no reply: ${describeOutcome(turn)}`), dim(grounds(turn)), '');
    }
  }
  return lines.join('\n');
}

type Settled = Extract<SaidTurn, { kind: 'settled' }>;

function speaker({ sent }: TurnReply, business: string): string {
  return sent.author === 'person' ? `${business} (a person)` : business;
}

function describeReply({ sent, shown }: TurnReply, turn: Settled): readonly string[] {
  const buttons = (shown?.choices ?? []).map(({ title }, at) => `[${at + 1} ${title}]`).join('  ');
  const price = sent.clearance?.price;
  const details = [
    describeOutcome(turn),
    grounds(turn),
    [
      describeWindow(sent.clearance?.windowClosesAt ?? turn.trace.windowClosesAt, turn.now),
      price === undefined
        ? 'price unknown'
        : `price ${price.amount} ${price.currency} (${price.category}, ${price.type})`,
      `${turn.ms} ms`,
    ].join(' · '),
  ];
  return [
    indent(shown?.text ?? sent.text),
    ...(buttons === '' ? [] : [indent(styleText('cyan', buttons))]),
    ...(shown?.opens ?? []).map((each) => indent(styleText('cyan', `[${each}]`))),
    ...(sent.problem === undefined
      ? []
      : [indent(styleText('red', `${sent.status}: ${sent.problem.reason} ${sent.problem.fix}`))]),
    ...details.map(dim),
  ];
}

/** "answered · task order-status", with why or by which rule. */
function describeOutcome({ trace: { outcome, task } }: Settled): string {
  const because = outcome.rule === undefined ? outcome.why : `rule ${outcome.rule}`;
  return [
    because === undefined ? outcome.kind : `${outcome.kind} (${because})`,
    task === undefined ? 'no task' : `task ${task}`,
  ].join(' · ');
}

function grounds({ trace: { verdict, pack } }: Settled): string {
  const judged =
    verdict === undefined
      ? 'verdict not needed'
      : `verdict ${verdict.zone} ${verdict.score.toFixed(2)}${verdict.task === undefined ? '' : ` for ${verdict.task}`}`;
  return `${judged} · rule pack ${pack}`;
}

function describeWindow(closesAt: number | undefined, now: number): string {
  if (closesAt === undefined) return 'window never opened';
  const closes = new Date(closesAt).toISOString().slice(0, 16).replace('T', ' ');
  const leftMin = Math.floor((closesAt - now) / 60_000);
  return leftMin < 0
    ? `window closed ${closes} UTC`
    : `window closes ${closes} UTC (${Math.floor(leftMin / 60)} h ${leftMin % 60} min left)`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gmu, '  ');
}

function dim(text: string): string {
  return indent(styleText('dim', text));
}
