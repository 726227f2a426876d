import { expect, test } from 'vitest';
import { renderText } from './render-text.ts';
import { parseTemplate } from './text-template.ts';

const dublin = { language: 'en', timeZone: 'Europe/Dublin', currency: 'EUR' };
const variables = {
  lines: [
    { name: 'Mug', quantity: 2, total: 25 },
    { name: 'Towel', quantity: 1, total: { amount: 9.5, currency: 'USD' } },
  ],
  at: '2026-11-27T18:30',
  count: 1234.5,
  none: [],
};
const write = (text: string, language = 'en') =>
  renderText(parseTemplate(text), { variables, fixed: {} }, { ...dublin, language });

test('a list is written one entry to a line, with its place and its money in local form', () => {
  expect(write('Your cart:\n{{lines|lines: <#>. <quantity> × <name> = <total|money>}}\nAll in.')).toBe(
    'Your cart:\n1. 2 × Mug = €25.00\n2. 1 × Towel = US$9.50\nAll in.',
  );
  expect(write('{{lines|lines: <quantity> × <name> = <total|money>}}', 'es')).toContain('2 × Mug = 25,00');
});

test('of an entry only the parts that are not known are left out, unless it is the first', () => {
  const list = { list: [{ name: 'Mug', sizes: 'S' }, { name: 'Poncho', colours: 'red' }, { sizes: 'L' }] };
  const written = renderText(
    parseTemplate('{{list|lines: *<name>* · <colours> · <sizes>}}'),
    { variables: list, fixed: {} },
    dublin,
  );
  expect(written).toBe('*Mug* · S\n*Poncho* · red');
});

test('a line about an empty list is left out', () => {
  expect(write('Here:\n{{none|lines: <name>}}')).toBe('Here:');
});

test('times and numbers are written as they are in a language', () => {
  expect(write('{{at|time}} {{count|number}}')).toBe('18:30 1,234.5');
  expect(write('{{at|time}} {{count|number}}', 'id')).toBe('18.30 1.234,5');
});
