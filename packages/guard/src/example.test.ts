import { expect, test } from 'vitest';
import { createEncodedGuard, encodeDefinition } from './create-encoded-guard.ts';
import { createGuard } from './create-guard.ts';
import { loadEnglishEncoder } from './encoder/english/english-encoder.ts';
import type { GuardDefinition } from './guard-definition.ts';

// The README's example; what it claims is checked here.
const definition: GuardDefinition = {
  tasks: [
    {
      id: 'order-status',
      examples: {
        en: ['where is my order', 'has my parcel shipped yet', 'track order A-1042', 'my delivery is late'],
        es: ['dónde está mi pedido', 'ya salió mi paquete', 'rastrear pedido', 'mi envío no llega'],
      },
      words: { en: ['tracking'] },
      passages: [],
    },
    {
      id: 'cancel-order',
      examples: {
        en: ['cancel my order', 'i want to cancel', 'please cancel order A-1057', 'i dont want it anymore'],
        es: ['cancelar mi pedido', 'quiero cancelar', 'ya no lo quiero', 'anula la compra'],
      },
      words: {},
      passages: [],
    },
  ],
  negatives: { en: ['cancel my gym membership'], es: [] },
};

test('the example in the README says what it claims', async () => {
  const guard = createGuard(definition);
  expect(guard.judge('wheres my order A-1043', {})).toMatchObject({ zone: 'accept', task: 'order-status' });
  expect(guard.judge('donde esta mi pedido', {})).toMatchObject({ zone: 'accept', language: 'es' });
  expect(guard.judge('write me a poem', {})).toMatchObject({ zone: 'refuse' });
  expect(guard.judge('where is my order, and write me a poem about the sea', {})).toMatchObject({
    zone: 'mixed',
    part: 'where is my order',
  });

  const encoder = await loadEnglishEncoder();
  const encoded = createEncodedGuard(definition, encoder, await encodeDefinition(definition, encoder));
  expect(await encoded.judge('has my package been dispatched', {})).toMatchObject({ task: 'order-status' });
});
