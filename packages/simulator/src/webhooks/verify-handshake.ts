import { randomBytes } from 'node:crypto';
import type { Poster } from './post-webhook.ts';

/** How the subscription handshake with the business's server stands. */
export type Handshake =
  | { kind: 'waiting'; attempts: number; problem: string }
  | { kind: 'refused'; attempts: number; problem: string }
  | { kind: 'verified'; attempts: number };

export type Verifier = { state(): Handshake; close(): void };

/**
 * Sends the GET with `hub.mode`, `hub.challenge` and `hub.verify_token` until it is answered with
 * the bare challenge. Source: Meta, "Create a webhook endpoint", read 2026-11-21.
 */
export function startHandshake(
  poster: Poster,
  verifyToken: string,
  onChange: (state: Handshake) => void,
): Verifier {
  let state: Handshake = { kind: 'waiting', attempts: 0, problem: 'not tried yet' };
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const attempt = async (): Promise<void> => {
    const attempts = state.attempts + 1;
    const challenge = String(1_000_000_000 + (randomBytes(4).readUInt32BE() % 1_000_000_000));
    const answer = await poster.get({
      'hub.mode': 'subscribe',
      'hub.challenge': challenge,
      'hub.verify_token': verifyToken,
    });
    if (closed) return;
    if (answer.kind === 'unreachable') state = { kind: 'waiting', attempts, problem: answer.problem };
    else if (answer.status !== 200)
      state = { kind: 'refused', attempts, problem: `answered ${answer.status}; is the verify token right?` };
    else if (answer.answer !== challenge)
      state = { kind: 'refused', attempts, problem: 'answered 200 but not with the bare challenge' };
    else state = { kind: 'verified', attempts };
    onChange(state);
    if (state.kind === 'verified') return;
    timer = setTimeout(() => void attempt(), Math.min(5_000, 150 * 2 ** Math.min(attempts, 6)));
  };
  void attempt();
  return {
    state: () => state,
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}
