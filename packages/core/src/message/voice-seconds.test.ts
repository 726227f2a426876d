import { expect, test } from 'vitest';
import { voiceNote } from './testing/voice-note.ts';
import { voiceSeconds } from './voice-seconds.ts';

test.each([0.5, 3, 200])('a voice note of %d seconds is known to be that long', (seconds) => {
  expect(voiceSeconds(voiceNote('hello', seconds))).toBe(seconds);
});

test.each([
  ['nothing', []],
  ['another kind of sound', [0x49, 0x44, 0x33, 4, 0, 0, ...Array.from({ length: 80 }, () => 0)]],
  ['an Ogg file of something else', [0x4f, 0x67, 0x67, 0x53].concat(Array.from({ length: 80 }, () => 0))],
])('of %s nobody knows how long it is', (_what, bytes) => {
  expect(voiceSeconds(Uint8Array.from(bytes))).toBeUndefined();
});

test('a file cut short is no longer than its last whole page', () => {
  const whole = voiceNote('hello', 9);
  expect(voiceSeconds(whole.subarray(0, whole.length - 20))).toBe(0);
});
