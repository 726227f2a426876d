import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { readEnvironment } from './environment.ts';
import { findPhone, type CustomerAct, type Phone, type PhoneMessage } from './say-phone.ts';
import { transcriptOf } from './say-transcript.ts';
import { actAndFollow, type SaidTurn } from './say-turn.ts';
import { findFreePorts } from './free-ports.ts';
import { listenForStop } from './listen-for-stop.ts';
import { startStack, type Stack } from './stack.ts';
import type { Notice } from './supervised-process.ts';
import { tell, tellError } from './tell.ts';

const tap = /^\/tap (\d+)$/u;

/** `messages`: in order; "/tap N" taps button N of the last reply. `customer`: a simulated one's id. */
export type SayOptions = {
  readonly messages: readonly string[];
  readonly json: boolean;
  readonly business: string | undefined;
  readonly customer: string;
};

/** One turn as `--json` tells it. */
type TurnReport = {
  readonly in: string;
  readonly out: readonly string[];
  readonly outcome: string;
  readonly task: string | null;
  readonly ms: number;
};

/**
 * `ambit say`: starts everything on free ports and a throw-away database, says the messages one after the other and
 * shows what came back. Returns the exit code: 1 if a message did not get its outcome.
 */
export async function say(options: SayOptions): Promise<number> {
  const environment = readEnvironment();
  const folder = makeFolder();
  const asked = listenForStop(() => rmSync(folder, { recursive: true, force: true }));
  // What a server says of its own end is of no interest here.
  let ending = false;
  const notify = (notice: Notice): void => {
    if (!ending) tellNotice(notice);
  };
  try {
    tell('Starting on a throw-away database …');
    const stack = await startStack({
      home: join(folder, 'home'),
      business: options.business === undefined ? environment.business : resolve(options.business),
      database: { kind: 'throw-away' },
      ports: await findFreePorts(),
      inherited: environment.inherited,
      debounceMs: 0,
      notify,
    });
    const over = new AbortController();
    try {
      return await Promise.race([
        converse(stack, options, over.signal),
        asked,
        stack.gaveUp.then((reason) => {
          throw new Error(reason);
        }),
      ]);
    } finally {
      ending = true;
      over.abort();
      await stack.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function converse(
  stack: Stack,
  { messages, json, customer }: SayOptions,
  signal: AbortSignal,
): Promise<number> {
  const { token } = stack.secrets;
  const client = createAmbitClient({ baseUrl: new URL(stack.urls.desk).origin, token });
  const phone = await findPhone({ url: stack.urls.graph, token }, customer);
  const names = { customer: phone.name, business: (await client.status()).business?.name ?? 'The business' };
  const reports: TurnReport[] = [];
  let last: PhoneMessage | undefined;
  for (const message of messages) {
    const turn = await sayOne({ phone, client, signal }, message, last);
    reports.push(reportOf(message, turn));
    if (!json) process.stdout.write(`${transcriptOf(turn, message, names)}\n`);
    if (turn.kind === 'unsettled') {
      tellError(`"${message}" got no outcome: ${turn.why}`);
      break;
    }
    last = turn.replies.findLast(({ shown }) => shown !== undefined)?.shown ?? last;
  }
  if (json) process.stdout.write(`${JSON.stringify({ turns: reports }, null, 2)}\n`);
  return reports.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}

async function sayOne(
  by: { readonly phone: Phone; readonly client: AmbitClient; readonly signal: AbortSignal },
  message: string,
  last: PhoneMessage | undefined,
): Promise<SaidTurn> {
  const tapped = tap.exec(message)?.[1];
  if (tapped === undefined) return actAndFollow(by, { kind: 'text', body: message });
  const choice = last?.choices[Number(tapped) - 1];
  if (last === undefined || choice === undefined)
    return { kind: 'unsettled', why: `the last reply has no button ${tapped}`, ms: 0 };
  const act: CustomerAct = { ...choice, replyTo: last.messageId };
  return actAndFollow(by, act);
}

function reportOf(message: string, turn: SaidTurn): TurnReport {
  if (turn.kind === 'unsettled') return { in: message, out: [], outcome: 'failed', task: null, ms: turn.ms };
  return {
    in: message,
    out: turn.replies.flatMap(({ shown }) => (shown === undefined ? [] : [shown.text])),
    outcome: turn.trace.outcome.kind,
    task: turn.trace.task ?? null,
    ms: turn.ms,
  };
}

function makeFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'ambit-say-'));
  // Root's PostgreSQL runs as another user, who must get to its folder.
  chmodSync(folder, 0o711);
  return folder;
}

function tellNotice({ level, from, message }: Notice): void {
  if (level === 'error') tellError(`${from}: ${message}`);
  else tell(`${from}: ${message}`);
}
