import { expect, test } from 'vitest';
import { createEncodedGuard, encodeDefinition } from './create-encoded-guard.ts';
import { createGuard } from './create-guard.ts';
import { loadEnglishEncoder } from './encoder/english/english-encoder.ts';
import type { GuardDefinition } from './guard-definition.ts';
import { loadGuard, saveGuard } from './saved-guard.ts';

const definition: GuardDefinition = {
  tasks: [
    {
      id: 'book',
      examples: { en: ['book a table', 'a table for two', 'reserve for tonight'] },
      words: {},
      passages: [],
    },
    {
      id: 'menu',
      examples: { en: ['what is on the menu', 'is there vegan food', 'show me the menu'] },
      words: {},
      passages: [],
    },
  ],
  negatives: { en: ['do you deliver'] },
  falseAccepts: 0.02,
};
const texts = [
  'can i get a table for 4',
  'any vegetarian dishes?',
  'write a poem',
  'do u deliver to my home',
];

test('a guard that was saved and loaded gives the same verdicts', () => {
  const loaded = createGuard(loadGuard(saveGuard({ definition })).definition);
  const before = createGuard(definition);
  for (const text of texts) expect(loaded.judge(text, {})).toEqual(before.judge(text, {}));
});

test('with an encoder its vectors are saved too, and none are made again', async () => {
  const encoder = await loadEnglishEncoder();
  const vectors = await encodeDefinition(definition, encoder);
  const saved = saveGuard({ definition, encoded: { encoder: encoder.name, vectors } });
  const state = loadGuard(saved);
  expect(state.encoded?.encoder).toBe(encoder.name);
  const before = createEncodedGuard(definition, encoder, vectors);
  const loaded = createEncodedGuard(state.definition, encoder, state.encoded?.vectors ?? {});
  for (const text of texts) expect(await loaded.judge(text, {})).toEqual(await before.judge(text, {}));
});

test('another version is refused in plain words', () => {
  const other = saveGuard({ definition }).replace('"version":1', '"version":2');
  expect(() => loadGuard(other)).toThrow('no saved guard of version 1');
});
