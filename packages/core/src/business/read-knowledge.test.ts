import { expect, test } from 'vitest';
import { readKnowledge } from './read-knowledge.ts';

const languageOf = (file: string): string | undefined =>
  readKnowledge(file, '## Hours\n\nFrom 9 to 5.').passages[0]?.language;

test.each([
  ['knowledge/questions.en.md', 'en'],
  ['knowledge/sawaal.hi-Latn.md', 'hi-Latn'],
  ['knowledge/perguntas.pt-BR.md', 'pt-BR'],
  ['knowledge/handbook.fr.pdf.md', 'fr'],
])('what stands in %s is for %s alone', (file, language) => {
  expect(languageOf(file)).toBe(language);
});

test.each(['knowledge/questions.md', 'knowledge/handbook.docx.md', 'knowledge/menu.v2.md'])(
  'what stands in %s is for everybody',
  (file) => {
    expect(languageOf(file)).toBeUndefined();
  },
);
test('lines with "? " below a heading are other ways to ask, and no part of the answer', () => {
  const { passages, problems } = readKnowledge(
    'knowledge/faq.md',
    '## How do I return it? {#returns}\n? Can I bring it back?\n? I do not like it\n\nSend it back.\n\n? is no question here\n',
  );
  expect(problems).toEqual([]);
  expect(passages).toEqual([
    {
      passageId: 'knowledge/faq.md#returns',
      source: 'knowledge/faq.md',
      title: 'How do I return it?',
      body: 'Send it back.\n\n? is no question here',
      questions: ['Can I bring it back?', 'I do not like it'],
    },
  ]);
});

test('questions without an answer are a mistake', () => {
  const { problems } = readKnowledge('knowledge/faq.md', '## Returns\n? Can I bring it back?\n');
  expect(problems).toMatchObject([{ message: 'nothing is written under this heading' }]);
});

test.each([
  ['knowledge/faq.es.md', 'es'],
  ['knowledge/faq.pt-BR.md', 'pt-BR'],
  ['knowledge/prices.zh.pdf.md', 'zh'],
  ['knowledge/faq.md', undefined],
  ['knowledge/version.xx.md', undefined],
  ['https://shop.example/help.es.html', undefined],
])('%s is for those who speak %s', (file, language) => {
  expect(readKnowledge(file, '## A\n\nb\n').passages[0]?.language).toBe(language);
});
