import { expect, test } from 'vitest';
import type { InboundContent } from '../message/inbound.ts';
import { settleInputs } from './settle-inputs.ts';
import { range, tap, text } from './testing/run-turn.ts';

function said(...contents: readonly InboundContent[]) {
  return settleInputs(range(contents)).said;
}

test('texts join in the order of their sequence, not of their arrival', () => {
  const inputs = range([text('where is'), text('my order')]).toReversed();
  expect(settleInputs(inputs).said).toEqual({ kind: 'text', text: 'where is\nmy order', unreadable: [] });
});

test('an edit replaces the text of its message, even one that stands after it', () => {
  expect(said(text('A-1024'), { kind: 'edit', of: 'm1', body: 'A-1042' })).toMatchObject({ text: 'A-1042' });
  expect(said({ kind: 'edit', of: 'm2', body: 'A-1042' }, text('A-1024'))).toMatchObject({ text: 'A-1042' });
});

test('an edit of an earlier message is a new text, and only its last version counts', () => {
  expect(
    said({ kind: 'edit', of: 'before', body: 'one' }, text('hi'), {
      kind: 'edit',
      of: 'before',
      body: 'two',
    }),
  ).toMatchObject({ text: 'hi\ntwo' });
});

test('a revoke takes a message out and hides it, in the range or before', () => {
  const settled = settleInputs(
    range([text('oops'), { kind: 'revoke', of: 'm1' }, { kind: 'revoke', of: 'before' }]),
  );
  expect(settled.said).toEqual({ kind: 'nothing', rule: 'revoked' });
  expect(settled.hide).toEqual(['m1', 'before']);
});

test('a revoked edit of an earlier message says nothing', () => {
  expect(said({ kind: 'edit', of: 'before', body: 'new' }, { kind: 'revoke', of: 'before' })).toMatchObject({
    rule: 'revoked',
  });
});

test.each<[InboundContent, string]>([
  [{ kind: 'reaction', to: 'm0', emoji: '❤️' }, 'reaction'],
  [{ kind: 'sticker' }, 'sticker'],
  [{ kind: 'group', groupId: 'g' }, 'group-message'],
  [{ kind: 'call', event: 'connect' }, 'call'],
  [{ kind: 'system', what: 'number changed' }, 'system-notice'],
  [{ kind: 'timer', name: 'window-closing' }, 'timer'],
  [text('   '), 'empty-text'],
])('%o alone is ignored by rule %s', (content, rule) => {
  expect(said(content)).toEqual({ kind: 'nothing', rule });
});

test('a tapped button keeps its id, and what was written beside it', () => {
  expect(said(tap('confirm:yes:A-1042', 'Yes'), text('no wait'))).toEqual({
    kind: 'choice',
    choice: { id: 'confirm:yes:A-1042', title: 'Yes' },
    text: 'no wait',
  });
});

test('a caption is the text; a picture without one cannot be read', () => {
  const picture = { kind: 'media', medium: 'image', mediaId: 'x' } as const;
  expect(said({ ...picture, caption: 'is this a fern?' })).toEqual({
    kind: 'text',
    text: 'is this a fern?',
    unreadable: ['image'],
  });
  expect(said(picture, { kind: 'location', latitude: 1, longitude: 2 })).toEqual({
    kind: 'unreadable',
    unreadable: ['image', 'location'],
  });
});

test("what the customer said before a person's reply was answered by it", () => {
  const settled = settleInputs(range([text('hello?'), { kind: 'person-reply', person: 'ada', body: 'Hi' }]));
  expect(settled.saidSinceReply.kind).toBe('nothing');
  expect(settled.waits).toBe(false);
});
