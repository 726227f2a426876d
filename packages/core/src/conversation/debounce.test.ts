import { expect, test } from 'vitest';
import { debounceMs } from './debounce.ts';
import { tap, text } from './testing/run-turn.ts';

const settings = { baseMs: 2_000, fragmentMs: 6_000 };

test.each([
  tap('confirm:yes:A-1042'),
  { kind: 'call' as const, event: 'connect' },
  { kind: 'timer' as const, name: 'x' },
  { kind: 'person-reply' as const, person: 'ada', body: 'hi' },
  text('this is an emergency'),
  text('I want to kill myself'),
])('%o does not wait', (content) => {
  expect(debounceMs(content, settings)).toBe(0);
});

test.each([
  'Where is my order A-1042?',
  'A-1042',
  'yes',
  'thanks',
  'human please',
  'I would like to return the pot I bought',
  'cancel it.',
])('"%s" waits the base time', (body) => {
  expect(debounceMs(text(body), settings)).toBe(2_000);
});

test.each([
  'hi',
  'Hello there!',
  'I ordered a pot and',
  'the pot,',
  'about my order',
  'so...',
  'where is my',
])('"%s" looks unfinished and waits longer', (body) => {
  expect(debounceMs(text(body), settings)).toBe(6_000);
});
