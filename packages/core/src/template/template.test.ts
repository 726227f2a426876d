import { expect, test } from 'vitest';
import { describeProblem } from '../business/describe-problem.ts';
import { BusinessTemplate, variantFor } from './business-template.ts';
import { fillTemplate } from './fill-template.ts';
import { promotionIn } from './promotion-words.ts';
import { readTemplates } from './read-templates.ts';
import { valuesOf } from './template-values.ts';

const sound = `name: order_on_its_way
category: utility
languages:
  en:
    header: { kind: text, text: "Order {{number}}" }
    body: "Hello {{name}}, your order {{number}} left our shop today. Write here with any question."
    footer: Fern & Field
    buttons:
      - { kind: reply, id: talk, title: Talk to a person }
      - { kind: link, title: Track it, url: "https://shop.example/t/{{number}}" }
  pt_BR:
    header: { kind: text, text: "Pedido {{number}}" }
    body: "Olá {{name}}, o seu pedido {{number}} saiu hoje da nossa loja. Escreva aqui se precisar."
    buttons:
      - { kind: link, title: Acompanhar, url: "https://shop.example/t/{{number}}" }
examples: { name: Ana, number: A-1042 }
`;

function problems(yaml: string): readonly string[] {
  const read = readTemplates(new Map([['templates/one.yaml', yaml]]));
  return read.problems.map((problem) => describeProblem(problem));
}

test('a sound template has no problems, and its variables are known', () => {
  expect(problems(sound)).toEqual([]);
  const { templates } = readTemplates(new Map([['templates/one.yaml', sound]]));
  expect(templates.map(valuesOf)).toEqual([['name', 'number']]);
});

test.each([
  ['a word of advertising', 'left our shop today', 'left, with a 10% discount', 'reads like advertising'],
  ['no sample', ', number: A-1042', '', 'there is no sample for {{number}}'],
  ['a sample of nothing', 'number: A-1042', 'number: A-1042, day: Friday', '"day" is no variable'],
  ['a variable at the end', 'with any question.', 'to {{name}}', 'begins or ends with a variable'],
  [
    'two variables beside each other',
    '{{name}}, your',
    '{{name}} {{number}} your',
    'stand beside each other',
  ],
  ['another variable in one language', 'Olá {{name}}, o', 'Olá, o', 'has no {{name}}'],
  ['a category of nobody', 'category: utility', 'category: transactional', 'category'],
  ['a variable in the footer', 'footer: Fern & Field', 'footer: "For {{name}}"', 'a footer has no variables'],
  ['a promotion nobody can end', 'category: utility', 'category: marketing', 'how to get no more'],
  ['a language code of nobody', 'pt_BR:', 'pt-BR:', "not a language code of Meta's"],
])('%s is told by file and line', (_what, from, to, expected) => {
  expect(sound).toContain(from);
  const found = problems(sound.replace(from, to));
  expect(found.join('\n')).toContain(expected);
  expect(found.join('\n')).toMatch(/templates\/one\.yaml:\d+/);
});

test('numbered variables count from 1 without a gap', () => {
  const numbered = `name: a
category: utility
languages: { en: { body: "Hello {{1}}, your order number {{3}} is on its way to you now." } }
examples: { "1": Ana, "3": A-1 }
`;
  expect(problems(numbered).join()).toContain('without a gap');
});

const [template] = readTemplates(new Map([['templates/one.yaml', sound]])).templates;
if (template === undefined) throw new Error('the template could not be read');

test('a template is filled in the language of the customer, each part with its own', () => {
  expect(fillTemplate(template, 'en', { name: 'Ana\nMaria', number: 'A-1042' })).toEqual({
    kind: 'template',
    name: 'order_on_its_way',
    language: 'en',
    values: ['Ana Maria', 'A-1042'],
    names: ['name', 'number'],
    header: { kind: 'text', value: 'A-1042', name: 'number' },
    buttons: [
      { place: 0, kind: 'reply', value: 'talk' },
      { place: 1, kind: 'link', value: 'A-1042' },
    ],
    shown:
      'Order A-1042\nHello Ana Maria, your order A-1042 left our shop today. Write here with any question.\nFern & Field',
  });
});

test('a template is never sent with a hole in it, nor in a language it lacks', () => {
  expect(fillTemplate(template, 'en', { name: 'Ana' })).toBeUndefined();
  expect(fillTemplate(template, 'en', { name: 'Ana', number: '  ' })).toBeUndefined();
  expect(fillTemplate(template, 'fr', { name: 'Ana', number: 'A-1' })).toBeUndefined();
});

test.each([
  ['en', 'en'],
  ['en-GB', 'en'],
  ['pt', 'pt_BR'],
  ['pt-BR', 'pt_BR'],
  ['fr', undefined],
])('who speaks %s gets the wording in %s', (spoken, expected) => {
  expect(variantFor(template, spoken)?.language).toBe(expected);
});

test('a file above the text must be an address on the web', () => {
  const withFile = BusinessTemplate.parse({
    name: 'invoice',
    category: 'utility',
    languages: { en: { header: { kind: 'document' }, body: 'Here is the invoice of your order.' } },
  });
  expect(fillTemplate(withFile, 'en', { header: 'not a page' })).toBeUndefined();
  expect(fillTemplate(withFile, 'en', { header: 'https://shop.example/a.pdf' })).toMatchObject({
    header: { kind: 'document', url: 'https://shop.example/a.pdf' },
  });
});

test('the links of a template lead to hosts that the business allows', () => {
  const told = (...hosts: string[]) =>
    readTemplates(new Map([['templates/one.yaml', sound]]), hosts).problems.map((problem) =>
      describeProblem(problem),
    );
  expect(told('shop.example')).toEqual([]);
  expect(told('other.example')[0]).toMatch(/templates\/one\.yaml:\d+ .*add shop\.example to "linkHosts"/);
});

test('the variable of a header needs a sample, a file above the text does not', () => {
  const headed = (header: string) =>
    problems(`name: a
category: utility
languages: { en: { header: ${header}, body: "Hello {{1}}, your order is on its way to you." } }
examples: { "1": Ana }
`).join();
  expect(headed('{ kind: text, text: "Order {{1}}" }')).toContain('no sample for {{header}}');
  expect(headed('{ kind: document }')).toBe('');
});

test.each([
  ['आपका सेलफ़ोन तैयार है', undefined],
  ['आपकी सेलिब्रेशन केक तैयार है', undefined],
  ['आज सेल है', 'सेल'],
  ['Your promotional gift', undefined],
  ['20% off today', '% off'],
])('in "%s" the word of advertising is %s', (text, word) => {
  expect(promotionIn(text)).toBe(word);
});
