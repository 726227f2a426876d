import type { Check } from '../ports/doctor.ts';
import { judgeSkew } from './judge-database.ts';

const timeoutMs = 5_000;

/** Where the Cloud API is, and as whom to ask. */
export type GraphPlace = {
  readonly apiUrl: string;
  readonly apiVersion: string;
  readonly header: string;
  readonly value: string;
  readonly phoneNumberId: string;
};

/** Asks the Cloud API for one number: whether it is reached, the token is taken, and its clock is ours. */
export async function askGraph(place: GraphPlace, nowMs: () => number): Promise<readonly Check[]> {
  const name = `channel ${place.phoneNumberId}`;
  const path = [place.apiVersion, place.phoneNumberId].filter((part) => part !== '').join('/');
  try {
    const response = await fetch(`${place.apiUrl.replace(/\/+$/, '')}/${path}`, {
      headers: { [place.header]: place.value },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await response.body?.cancel();
    const said = Date.parse(response.headers.get('date') ?? '');
    const clock = Number.isNaN(said) ? [] : [judgeSkew('clock, Cloud API', said + 500 - nowMs())];
    return [judgeAnswer(name, response.status), ...clock];
  } catch (cause) {
    return [
      {
        name,
        verdict: 'problem',
        says: `the Cloud API cannot be reached: ${reasonOf(cause)}`,
        fix: 'Check WHATSAPP_API_URL, the network and the proxy.',
      },
    ];
  }
}

function judgeAnswer(name: string, status: number): Check {
  if (status === 200) return { name, verdict: 'ok', says: 'the Cloud API knows it and takes the token' };
  if (status === 401 || status === 403)
    return {
      name,
      verdict: 'problem',
      says: `the Cloud API refuses the token (${status})`,
      fix: 'Make a new system-user token and set WHATSAPP_ACCESS_TOKEN.',
    };
  if (status === 400 || status === 404)
    return {
      name,
      verdict: 'problem',
      says: `the Cloud API does not know this number for this token (${status})`,
      fix: 'Check WHATSAPP_PHONE_NUMBER_ID, and that the token may use its account.',
    };
  return {
    name,
    verdict: 'warning',
    says: `the Cloud API answered ${status}`,
    fix: 'Try again in a minute; see metastatus.com.',
  };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? reasonOf(cause.cause) : cause.message;
}
