import { BusinessTemplate } from '@ambit/core/template/business-template';
import { fillTemplate } from '@ambit/core/template/fill-template';
import { templateFit } from '@ambit/whatsapp/template/template-fit';
import { expect, test } from 'vitest';
import { templateDefinition } from './template-definition.ts';
import { wireTemplate } from './wire-template.ts';

const named = BusinessTemplate.parse({
  name: 'order_news',
  category: 'utility',
  languages: {
    en: {
      header: { kind: 'text', text: 'Order {{number}}' },
      body: 'Hello {{name}}, your order {{number}} left our shop today. Write here with any question.',
      footer: 'Fern & Field',
      buttons: [
        { kind: 'reply', id: 'talk', title: 'Talk to us' },
        { kind: 'link', title: 'Track it', url: 'https://shop.example/t/{{number}}' },
        { kind: 'call', title: 'Call us', phone: '+35315550100' },
      ],
    },
  },
  examples: { name: 'Ana', number: 'A-1042' },
});
const numbered = BusinessTemplate.parse({
  name: 'table_reminder',
  category: 'marketing',
  languages: {
    pt_BR: {
      body: 'A sua mesa para {{2}} está reservada: {{1}}. Até já!',
      footer: 'Responda PARAR para sair',
    },
  },
  examples: { '1': 'sexta', '2': '4' },
});

test.each([
  [named, 'en', { name: 'Ana', number: 'A-1042' }],
  [numbered, 'pt_BR', { '1': 'sexta', '2': '4' }],
])('what is handed in is what Meta takes, and a message fits it', (template, language, values) => {
  const definition = templateDefinition(template, language);
  if (definition.kind === 'invalid') throw new Error(definition.problems.join());
  const filled = fillTemplate(template, language, values);
  if (filled === undefined) throw new Error('it could not be filled');
  expect(templateFit(wireTemplate(filled).template, definition.value, true)).toEqual([]);
});

test('each variable is shown to the reviewers by its own sample, that of an address too', () => {
  const linked = BusinessTemplate.parse({
    name: 'parcel',
    category: 'utility',
    languages: {
      en: {
        header: { kind: 'text', text: 'Parcel {{1}}' },
        body: 'Hello {{1}}, your parcel left our shop today.',
        buttons: [{ kind: 'link', title: 'Track it', url: 'https://shop.example/t/{{1}}' }],
      },
    },
    examples: { '1': 'Ana', header: 'A-1042', link: 'xyz' },
  });
  const definition = templateDefinition(linked, 'en');
  expect(definition).toMatchObject({ kind: 'valid' });
  const wire = JSON.stringify(definition);
  for (const shown of ['"header_text":["A-1042"]', '"body_text":[["Ana"]]', 'https://shop.example/t/xyz'])
    expect(wire).toContain(shown);
});

test('a template whose file needs a sample is left to people', () => {
  const withFile = BusinessTemplate.parse({
    name: 'bill',
    category: 'utility',
    languages: { en: { header: { kind: 'document' }, body: 'Here is the bill of your order.' } },
  });
  expect(templateDefinition(withFile, 'en')).toMatchObject({ kind: 'invalid' });
});
