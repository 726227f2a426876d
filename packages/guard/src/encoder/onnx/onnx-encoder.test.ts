import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadOnnxEncoder } from './onnx-encoder.ts';
import { readTokenizer } from './read-tokenizer.ts';

const folder = mkdtempSync(join(tmpdir(), 'onnx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Protocol buffers by hand; the field numbers are those of onnx.proto (ONNX IR version 8).
const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value & 127) | 128, ...varint(Math.floor(value / 128))];
const number = (field: number, value: number): number[] => [...varint(field << 3), ...varint(value)];
const bytes = (field: number, value: readonly number[]): number[] => [
  ...varint((field << 3) | 2),
  ...varint(value.length),
  ...value,
];
const text = (field: number, value: string): number[] => bytes(field, [...new TextEncoder().encode(value)]);
const tensor = (name: string, type: number, dims: readonly (number | string)[]): number[] => {
  const shape = dims.flatMap((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)));
  return [...text(1, name), ...bytes(2, bytes(1, [...number(1, type), ...bytes(2, shape)]))];
};

/** last_hidden_state = Gather(embeddings, input_ids): each token is its row. */
function tinyModel(rows: readonly (readonly number[])[]): Uint8Array {
  const values = [...new Uint8Array(Float32Array.from(rows.flat()).buffer)];
  const size = rows[0]?.length ?? 0;
  const graph = [
    ...bytes(1, [
      ...text(1, 'embeddings'),
      ...text(1, 'input_ids'),
      ...text(2, 'last_hidden_state'),
      ...text(4, 'Gather'),
    ]),
    ...text(2, 'tiny'),
    ...bytes(5, [
      ...number(1, rows.length),
      ...number(1, size),
      ...number(2, 1),
      ...text(8, 'embeddings'),
      ...bytes(9, values),
    ]),
    ...bytes(11, tensor('input_ids', 7, [1, 'tokens'])),
    ...bytes(12, tensor('last_hidden_state', 1, [1, 'tokens', size])),
  ];
  return Uint8Array.from([...number(1, 8), ...bytes(7, graph), ...bytes(8, number(2, 13))]);
}

const unigram = {
  model: {
    type: 'Unigram',
    unk_id: 0,
    vocab: [
      ['<unk>', 0],
      ['\u2581order', -2],
      ['\u2581or', -3],
      ['der', -3],
      ['\u2581my', -2],
      ['</s>', 0],
    ],
  },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
    special_tokens: { '</s>': { id: '</s>', ids: [5], tokens: ['</s>'] } },
  },
};

test('a folder with a model and a tokenizer is an encoder', async () => {
  writeFileSync(
    join(folder, 'model.onnx'),
    tinyModel([
      [0, 0],
      [3, 0],
      [1, 1],
      [1, 1],
      [0, 6],
      [0, 0],
    ]),
  );
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(unigram));
  const encoder = await loadOnnxEncoder({ folder, languages: 'all' });
  const [order, both] = await encoder.encode(['order', 'my  order']);
  expect([...(order ?? [])]).toEqual([1, 0]);
  expect(both?.[0]).toBeCloseTo(3 / Math.hypot(3, 6));
  expect(both?.[1]).toBeCloseTo(6 / Math.hypot(3, 6));
  await encoder.close();
});

test('a folder without a model says so', async () => {
  const empty = mkdtempSync(join(folder, 'empty-'));
  writeFileSync(join(empty, 'tokenizer.json'), JSON.stringify(unigram));
  await expect(loadOnnxEncoder({ folder: empty, languages: 'all' })).rejects.toThrow('holds no model.onnx');
});

test('Unigram takes the pieces with the best scores, and one unknown for what it does not know', () => {
  const tokenize = readTokenizer(unigram);
  expect(tokenize('my order')).toEqual([4, 1, 5]);
  expect(tokenize('zorder').at(-1)).toBe(5);
  expect(tokenize('z')).toContain(0);
});

test('WordPiece takes the longest pieces, without case and accents', () => {
  const tokenize = readTokenizer({
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      vocab: {
        '[UNK]': 0,
        '[CLS]': 1,
        '[SEP]': 2,
        cafe: 3,
        or: 4,
        '##der': 5,
        '##s': 6,
        '!': 7,
        订: 8,
        单: 9,
      },
    },
    normalizer: { type: 'BertNormalizer', lowercase: true },
    post_processor: { type: 'BertProcessing', cls: ['[CLS]', 1], sep: ['[SEP]', 2] },
  });
  expect(tokenize('Café orders!')).toEqual([1, 3, 4, 5, 6, 7, 2]);
  expect(tokenize('订单 xyz')).toEqual([1, 8, 9, 0, 2]);
});

test('another kind of tokenizer is refused in plain words', () => {
  expect(() => readTokenizer({ model: { type: 'BPE', vocab: {} } })).toThrow(
    'neither of a Unigram nor of a WordPiece',
  );
});
