import { expect, test } from 'vitest';
import { createSpelling } from './spelling.ts';

const spelling = createSpelling([
  'Where is my order?',
  'Track my package',
  'Is the store open? I sent it back',
  'receive the parcel',
  'cancel',
]);

test.each([
  ['wheres my pakage', 'wheres my package'],
  ['trak my ordr', 'track my order'],
  ['when do I recieve the parcell', 'when do i receive the parcel'],
  ['pacakge, please', 'package, please'],
  ['cancle it', 'cancel it'],
])('"%s" is read as "%s"', (written, read) => {
  expect(spelling(written)).toBe(read);
});

test.each(['a short story', 'black holes', 'my orders', 'the oracle'])(
  'other words are left alone: %s',
  (text) => {
    expect(spelling(text)).toBe(text);
  },
);
