import { setTimeout as wait } from 'node:timers/promises';
import { answersFor, chooseAnswer } from '@ambit/core/tool/choose-answer';
import { secretName, type HttpTool } from '@ambit/core/tool/declared-tool';
import { planRequest, type PlannedRequest } from '@ambit/core/tool/plan-request';
import { mapOutput } from '@ambit/core/tool/tool-output';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import type { GuardedRequest, Outbound } from '../outbound/guarded-request.ts';
import type { ToolTrace } from '../../ports/tool-trials.ts';
import { within } from '../../ports/within.ts';
import type { AskBackEnd, BackEndResult } from '../run-tool.ts';
import type { Secrets } from '../tool-secrets.ts';
import { exchange, type Exchange } from './exchange.ts';
import { createTokenSource } from './oauth-tokens.ts';
import { openSecrets, signIn } from './sign-in.ts';

const firstPauseMs = 100;
/** Answers that may be better in a moment. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);
const longestTraceText = 20_000;
const mask = '••••';

/** How an HTTP tool asks its back end. */
export function askHttp(options: {
  tool: HttpTool;
  secrets: Secrets;
  outbound: Outbound;
  monotonicMs: () => number;
}): AskBackEnd {
  const { tool, secrets, outbound, monotonicMs } = options;
  const tokens =
    tool.auth.kind === 'oauth-client-credentials'
      ? createTokenSource({ auth: tool.auth, secrets, outbound, monotonicMs })
      : undefined;

  async function attempt(planned: PlannedRequest, renewed: boolean, signal: AbortSignal): Promise<Attempt> {
    const references = Object.entries(planned.headers).filter(([, text]) => secretName(text) !== undefined);
    const opened = await openSecrets(
      secrets,
      references.map(([, reference]) => reference),
    );
    if (opened.kind === 'failed') return unsent(opened.failure);
    const signed = await signIn(tool.auth, secrets, tokens, renewed, signal);
    if (signed.kind === 'failed') return unsent(signed.failure);
    const url = new URL(planned.url);
    const before = url.href;
    for (const [name, value] of signed.query) url.searchParams.append(name, value);
    const request: GuardedRequest = {
      method: planned.method,
      url,
      headers: {
        accept: 'application/json',
        'accept-encoding': 'identity',
        'user-agent': 'ambit',
        ...planned.headers,
        ...Object.fromEntries(references.map(([name], index) => [name, opened.values[index] ?? ''])),
        ...signed.headers,
        ...(planned.body === undefined ? {} : { 'content-type': planned.body.type }),
      },
      ...(planned.body === undefined ? {} : { body: planned.body.text }),
    };
    const hidden = [...opened.values, ...signed.secrets];
    return {
      went: await exchange(outbound, tool, request, signal),
      shown: {
        what: `${planned.method} ${before}${signed.query.map(([name]) => ` &${name}=${mask}`).join('')}`,
        headers: Object.fromEntries(
          Object.entries(request.headers).map(([name, text]) => [name, masked(text, hidden)]),
        ),
        body: planned.body?.text ?? '',
      },
      hidden,
    };
  }

  return async (input, context, signal) => {
    const planned = planRequest(tool, input, context);
    if (planned.kind === 'nobody') return { result: { kind: 'nobody' } };
    if (planned.kind === 'refused') return { result: failed({ kind: 'bad-input', why: planned.why }, false) };
    let renewed = false;
    for (let attempts = 1; ; attempts += 1) {
      // Each attempt has its own time.
      const made = await within(
        tool.timeoutMs,
        (limited) => attempt(planned.request, renewed, limited),
        signal,
      );
      const { went, shown } = made;
      // A token that is refused was taken for no work, so that the same may be asked with a new one.
      if (went.kind === 'response' && went.status === 401 && tokens !== undefined && !renewed) {
        renewed = true;
        attempts -= 1;
        continue;
      }
      if (attempts <= tool.retries && mayPass(tool, went) && !signal.aborted) {
        if (await paused(firstPauseMs * 2 ** (attempts - 1), signal)) continue;
      }
      const result = readResult(tool, went);
      if (shown === undefined) return { result };
      const trace: ToolTrace = { request: shown, response: shownResponse(made), attempts };
      return { result, trace };
    }
  };
}

type Attempt = {
  readonly went: Exchange;
  readonly shown?: ToolTrace['request'];
  readonly hidden: readonly string[];
};

function unsent(failure: ToolFailure): Attempt {
  return { went: { kind: 'failed', failure, sent: false }, hidden: [] };
}

function mayPass(tool: HttpTool, went: Exchange): boolean {
  if (went.kind === 'response')
    return passing.has(went.status) && answersFor(tool.answers, went.status).length === 0;
  return ['timeout', 'refused', 'cut'].includes(went.failure.kind);
}

async function paused(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(ms, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}

function readResult(tool: HttpTool, went: Exchange): BackEndResult {
  if (went.kind === 'failed')
    return failed(went.failure, went.sent && (went.status === undefined || mayHaveDone(went.status)));
  const { status, text } = went;
  const fitting = answersFor(tool.answers, status);
  if (fitting.length === 0)
    return failed({ kind: 'http-status', why: `the back end answered ${status}` }, mayHaveDone(status));
  const raw = jsonOf(text);
  if (
    raw.kind === 'not-json' &&
    fitting.some(({ when, outputs }) => when !== undefined || Object.keys(outputs).length > 0)
  )
    return failed({ kind: 'bad-shape', why: 'the answer is not JSON' }, mayHaveDone(status));
  const value = raw.kind === 'json' ? raw.value : null;
  const answer = chooseAnswer(fitting, value);
  if (answer === undefined)
    return failed({ kind: 'bad-shape', why: 'none of the declared answers fits' }, mayHaveDone(status));
  const mapped = mapOutput(answer.outputs, value);
  if (mapped.kind === 'bad-shape') return failed({ kind: 'bad-shape', why: mapped.why }, mayHaveDone(status));
  return { kind: 'answer', answerKind: answer.kind, output: mapped.output, raw: value };
}

/** A request that was turned down was not carried out; any other that was read may have been. */
function mayHaveDone(status: number): boolean {
  return status === 408 || (status !== 503 && !(status >= 400 && status < 500));
}

function jsonOf(text: string): { kind: 'json'; value: unknown } | { kind: 'not-json' } {
  if (text.trim() === '') return { kind: 'json', value: null };
  try {
    const value: unknown = JSON.parse(text);
    return { kind: 'json', value };
  } catch {
    return { kind: 'not-json' };
  }
}

function shownResponse({ went, hidden }: Attempt): ToolTrace['response'] {
  if (went.kind === 'failed')
    return went.status === undefined ? undefined : { status: String(went.status), text: '' };
  const text = masked(went.text, hidden);
  return {
    status: String(went.status),
    text: text.length > longestTraceText ? `${text.slice(0, longestTraceText)}…` : text,
  };
}

function masked(text: string, hidden: readonly string[]): string {
  return hidden
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, mask), text);
}

function failed(failure: ToolFailure, mayHaveEffect: boolean): BackEndResult {
  return { kind: 'failed', failure, mayHaveEffect };
}
