import { describe } from 'vitest';
import { a, items } from '../outbound/limits.fixture.ts';
import { image, parts, testDefinitions } from './definitions.fixture.ts';

describe('a carousel', () => {
  const reply = { type: 'QUICK_REPLY', text: 'More' };
  const card = (...more: readonly object[]) => ({ components: [image, ...more] });
  const carousel = (cards: readonly object[], ...more: readonly object[]) =>
    parts({ type: 'CAROUSEL', cards }, ...more);
  const buttons = (count: number) => ({ type: 'BUTTONS', buttons: items(count, () => reply) });
  const text = (length: number) => ({ type: 'BODY', text: a(length) });
  testDefinitions([
    ['has at least 2 cards', carousel([card(), card()]), carousel([card()]), 'cards', '2'],
    [
      'has at most 10 cards',
      carousel(items(10, () => card())),
      carousel(items(11, () => card())),
      'cards',
      '10',
    ],
    [
      'has card texts of at most 160',
      carousel([card(text(160)), card(text(160))]),
      carousel([card(text(161)), card(text(160))]),
      'text',
      '160',
    ],
    [
      'has at most 2 buttons on a card',
      carousel([card(buttons(2)), card(buttons(2))]),
      carousel([card(buttons(3)), card(buttons(3))]),
      'buttons',
      '2',
    ],
    [
      'has the same parts on every card',
      carousel([card(text(1)), card(text(1))]),
      carousel([card(text(1)), card()]),
      'same parts',
    ],
    [
      'has the same header format on every card',
      carousel([card(), card()]),
      carousel([card(), { components: [{ ...image, format: 'VIDEO' }] }]),
      'same parts',
    ],
    [
      'has a header on every card',
      carousel([card(), card()]),
      carousel([{ components: [text(1)] }, { components: [text(1)] }]),
      'header',
    ],
    [
      'has pictures, films or products',
      carousel([card(), card()]),
      carousel(items(2, () => ({ components: [{ ...image, format: 'DOCUMENT' }] }))),
      'format',
    ],
    [
      'has no footer beside it',
      carousel([card(), card()]),
      carousel([card(), card()], { type: 'FOOTER', text: 'x' }),
      'no FOOTER',
    ],
    [
      'has no calls on cards',
      carousel([card(buttons(1)), card(buttons(1))]),
      carousel(items(2, () => card({ type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL' }] }))),
      'type',
    ],
  ]);
});
