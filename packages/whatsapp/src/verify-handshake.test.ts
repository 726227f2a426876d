import { expect, test } from 'vitest';
import { answerHandshake } from './verify-handshake.ts';

const query = (fields: Record<string, string>) =>
  new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.challenge': '1158201444',
    'hub.verify_token': 'meatyhamhock',
    ...fields,
  });

test('the challenge is given back to whoever knows the verify token', () => {
  expect(answerHandshake(query({}), 'meatyhamhock')).toEqual({ kind: 'accepted', challenge: '1158201444' });
});

test.each([
  [{ 'hub.verify_token': 'meatyhamhocks' }, 'hub.verify_token is not the configured verify token'],
  [{ 'hub.verify_token': '' }, 'hub.verify_token is not the configured verify token'],
  [{ 'hub.mode': 'unsubscribe' }, 'hub.mode is not "subscribe"'],
  [{ 'hub.challenge': '' }, 'hub.challenge is missing'],
])('a handshake with %j is refused', (fields, reason) => {
  expect(answerHandshake(query(fields), 'meatyhamhock')).toEqual({ kind: 'refused', reason });
});

test('an empty configured token refuses even an empty given one', () => {
  expect(answerHandshake(query({ 'hub.verify_token': '' }), '').kind).toBe('refused');
});
