import { z } from 'zod';
import type { Auth } from '@ambit/core/tool/declared-tool';
import type { ToolFailure } from '@ambit/core/tool/tool-failure';
import { guardedRequest, type Outbound } from '../outbound/guarded-request.ts';
import { readBody } from '../outbound/read-body.ts';
import type { Secrets } from '../tool-secrets.ts';
import { openSecrets } from './sign-in.ts';

type Credentials = Extract<Auth, { kind: 'oauth-client-credentials' }>;
type Token =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'failed'; readonly failure: ToolFailure };

/** Access tokens for one tool. `refused`: the one given last was not taken. */
export type TokenSource = { token(refused: boolean, signal: AbortSignal): Promise<Token> };

/** Source: RFC 6749, section 5.1. */
const TokenAnswer = z.object({
  access_token: z.string().min(1).max(10_000),
  expires_in: z.coerce.number().positive().max(31_536_000).optional(),
});

/** A token that says not how long it lasts is asked for again after a while. */
const unknownLifeMs = 300_000;
/** Let go of early, so that it does not end on the way. */
const marginMs = 30_000;
const mostBytes = 65_536;

/** Gets tokens by client credentials and keeps each until shortly before its end. */
export function createTokenSource(options: {
  auth: Credentials;
  secrets: Secrets;
  outbound: Outbound;
  monotonicMs: () => number;
}): TokenSource {
  const { auth, secrets, outbound, monotonicMs } = options;
  let kept: { token: string; until: number } | undefined;

  async function ask(signal: AbortSignal): Promise<Token> {
    const opened = await openSecrets(secrets, [auth.clientId, auth.clientSecret]);
    if (opened.kind === 'failed') return opened;
    const [id = '', secret = ''] = opened.values;
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      ...(auth.scope === undefined ? {} : { scope: auth.scope }),
      ...(auth.audience === undefined ? {} : { audience: auth.audience }),
      ...(auth.send === 'body' ? { client_id: id, client_secret: secret } : {}),
    });
    const asked = await guardedRequest(
      outbound,
      {
        method: 'POST',
        url: new URL(auth.tokenUrl),
        headers: {
          accept: 'application/json',
          'content-type': 'application/x-www-form-urlencoded',
          ...(auth.send === 'header' ? { authorization: `Basic ${basic(id, secret)}` } : {}),
        },
        body: form.toString(),
      },
      signal,
    );
    if (asked.kind === 'failed') return failed(asked.failure.kind, `signing in failed: ${asked.failure.why}`);
    const body = await readBody(asked.response, mostBytes);
    const status = asked.response.statusCode ?? 0;
    if (status !== 200) return failed('http-status', `signing in was answered with ${status}`);
    const answer = TokenAnswer.safeParse(body.kind === 'text' ? jsonOf(body.text) : undefined);
    if (!answer.success) return failed('bad-shape', 'signing in gave no token');
    const lifeMs = (answer.data.expires_in ?? 0) * 1_000 || unknownLifeMs;
    kept = {
      token: answer.data.access_token,
      until: monotonicMs() + Math.max(lifeMs - marginMs, lifeMs / 2),
    };
    return { kind: 'token', token: answer.data.access_token };
  }

  return {
    token(refused, signal) {
      if (refused) kept = undefined;
      if (kept !== undefined && kept.until > monotonicMs())
        return Promise.resolve({ kind: 'token', token: kept.token });
      return ask(signal);
    },
  };
}

/** Source: RFC 6749, section 2.3.1: both are form-encoded before they are joined. */
function basic(id: string, secret: string): string {
  const encode = (text: string): string => new URLSearchParams({ x: text }).toString().slice(2);
  return Buffer.from(`${encode(id)}:${encode(secret)}`, 'utf8').toString('base64');
}

function jsonOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function failed(kind: ToolFailure['kind'], why: string): Token {
  return { kind: 'failed', failure: { kind, why } };
}
