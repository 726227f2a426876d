import { expect, test } from 'vitest';
import { createEncodedGuard, encodeDefinition } from './create-encoded-guard.ts';
import { createGuard } from './create-guard.ts';
import { loadEnglishEncoder } from './encoder/english/english-encoder.ts';
import type { Encoder } from './encoder/encoder.ts';
import { guardDefinition, type GuardDefinition } from './guard-definition.ts';
import { clincOutOfScope } from './testing/clinc-out-of-scope.ts';
import { readExampleShop } from './testing/example-shop.ts';
import { generalRequests } from './testing/general-requests.ts';
import { selfInstructSeedTasks } from './testing/self-instruct-seed-tasks.ts';
import { shopMessages } from './testing/shop-messages.ts';
import { unseenShopMessages } from './testing/unseen-shop-messages.ts';

const definition = guardDefinition(readExampleShop().business);
const english = await loadEnglishEncoder();
const guard = createEncodedGuard(definition, english, await encodeDefinition(definition, english));

async function zonesOf(texts: readonly string[]): Promise<readonly string[]> {
  return Promise.all(texts.map(async (text) => (await guard.judge(text, { language: 'en' })).zone));
}
const share = (zones: readonly string[], zone: string): number =>
  zones.filter((each) => each === zone).length / zones.length;

test('with the encoder, at most 1 % of general requests and prompts are accepted and 94 % refused; the rest, much of it another trade’s, is asked back', async () => {
  for (const texts of [generalRequests, selfInstructSeedTasks, clincOutOfScope]) {
    const zones = await zonesOf(texts);
    expect(share(zones, 'accept')).toBeLessThanOrEqual(0.01);
    expect(share(zones, 'refuse')).toBeGreaterThanOrEqual(0.94);
  }
});

test('with the encoder, at least 95 % of the shop’s messages are accepted or clarified', async () => {
  const texts = [...Object.values(shopMessages), ...Object.values(unseenShopMessages)].flat();
  const zones = await zonesOf(texts);
  expect(share(zones, 'refuse')).toBeLessThanOrEqual(0.05);
  expect(share(zones, 'accept')).toBeGreaterThanOrEqual(0.75);
});

test('what words and letters decide alone is not encoded', async () => {
  const before = guard.counts();
  await zonesOf(['where is my order', 'write me a poem about my grandmother', 'hello', 'मेरा ऑर्डर कहाँ है']);
  expect(guard.counts().encoded - before.encoded).toBe(0);
  expect(guard.counts().judged - before.judged).toBe(4);
});

test('when the encoder fails, words and letters decide', async () => {
  const broken: Encoder = { ...english, encode: () => Promise.reject(new Error('down')) };
  const vectors = await encodeDefinition(definition, english);
  const alone = createGuard(definition);
  const left = createEncodedGuard(definition, broken, vectors);
  for (const text of ['do the boots run small?', 'can I add socks to my order', 'tell me a joke'])
    expect(await left.judge(text, {})).toEqual(alone.judge(text, {}));
  expect(left.counts().failed).toBeGreaterThan(0);
});

test('an encoder that knows all languages is asked in each of them', async () => {
  // Its meaning of a text: whether it is about animals.
  const animals = ['cat', 'dog', 'gato', 'perro', 'kitten', 'cachorro'];
  const encoder: Encoder = {
    name: 'animals',
    languages: 'all',
    encode: (texts) =>
      Promise.resolve(
        texts.map((text) => {
          const about = animals.some((animal) => text.includes(animal));
          return Float32Array.of(about ? 1 : 0, about ? 0 : 1);
        }),
      ),
    close: () => Promise.resolve(),
  };
  const vet: GuardDefinition = {
    tasks: [
      {
        id: 'pets',
        examples: {
          en: ['i want to bring my cat', 'my dog is ill', 'can the doctor see my dog'],
          es: ['quiero llevar a mi gato', 'mi perro está enfermo', 'una cita para mi gato'],
        },
        words: {},
        passages: [],
      },
    ],
  };
  const knowing = createEncodedGuard(vet, encoder, await encodeDefinition(vet, encoder));
  const alone = createGuard(vet);
  for (const [text, language] of [
    ['my kitten is ill', 'en'],
    ['una cita para mi cachorro', 'es'],
  ] as const) {
    const judged = await knowing.judge(text, { language });
    expect(judged.score).toBeGreaterThan(alone.judge(text, { language }).score);
  }
  expect(knowing.counts().encoded).toBe(2);
});
