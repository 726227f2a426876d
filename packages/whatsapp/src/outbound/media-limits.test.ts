import { describe, expect, test } from 'vitest';
import { checkMedia, mediaLimits, voicePlayIconBytes, type MediaKind } from './media-limits.ts';

const MB = 1024 * 1024;
const limits: readonly [MediaKind, string, number][] = [
  ['image', 'image/png', 5 * MB],
  ['audio', 'audio/mpeg', 16 * MB],
  ['voice', 'audio/ogg; codecs=opus', 16 * MB],
  ['video', 'video/3gpp', 16 * MB],
  ['document', 'application/pdf', 100 * MB],
  ['sticker', 'image/webp', 100 * 1024],
  ['sticker_animated', 'image/webp', 500 * 1024],
  ['header_gif', 'video/mp4', 3.5 * MB],
];

test.each(limits)('%s as %s has at most %d bytes', (kind, mimeType, mostBytes) => {
  expect(checkMedia(kind, mimeType, mostBytes)).toBeUndefined();
  expect(checkMedia(kind, mimeType, mostBytes + 1)).toEqual({ kind: 'too-large', mostBytes });
  expect(checkMedia(kind, mimeType, 0)).toEqual({ kind: 'empty' });
});

describe('kinds of files', () => {
  test.each<[MediaKind, string]>([
    ['image', 'image/webp'],
    ['image', 'image/gif'],
    ['audio', 'audio/ogg; codecs=vorbis'],
    ['voice', 'audio/mpeg'],
    ['video', 'video/quicktime'],
    ['document', 'application/zip'],
    ['sticker', 'image/png'],
    ['header_gif', 'image/gif'],
  ])('%s does not take %s', (kind, mimeType) => {
    const accepted = mediaLimits[kind].mimeTypes;
    expect(checkMedia(kind, mimeType, 1)).toEqual({ kind: 'unsupported-type', accepted });
  });

  test('letter case and quotes do not matter', () => {
    expect(checkMedia('voice', 'Audio/OGG; codecs="opus"', 1)).toBeUndefined();
  });

  test('a long voice note is sent, only without a play icon', () => {
    expect(checkMedia('voice', 'audio/ogg', voicePlayIconBytes + 1)).toBeUndefined();
  });
});
