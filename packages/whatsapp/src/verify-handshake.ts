import { createHash, timingSafeEqual } from 'node:crypto';

/** `challenge` is what to answer, bare, as text/plain with status 200; a refusal is a 403. */
export type HandshakeAnswer = { kind: 'accepted'; challenge: string } | { kind: 'refused'; reason: string };

/**
 * Answers the GET with which Meta checks that a webhook address is ours.
 * `verifyToken`: the token typed into Meta's app settings; an empty one refuses everything.
 * Source: Cloud API docs, "Create a webhook endpoint", read 2026-11-21.
 */
export function answerHandshake(query: URLSearchParams, verifyToken: string): HandshakeAnswer {
  if (verifyToken === '') return refused('no verify token is configured');
  if (query.get('hub.mode') !== 'subscribe') return refused('hub.mode is not "subscribe"');
  if (!sameToken(query.get('hub.verify_token') ?? '', verifyToken))
    return refused('hub.verify_token is not the configured verify token');
  const challenge = query.get('hub.challenge');
  if (challenge === null || challenge === '') return refused('hub.challenge is missing');
  return { kind: 'accepted', challenge };
}

function refused(reason: string): HandshakeAnswer {
  return { kind: 'refused', reason };
}

/** Compares digests, so that neither content nor length shows in the time it takes. */
function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected));
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
