import type { Task } from '../business/business.ts';
import type { Flow } from '../flow/flow.ts';
import type { Product } from './product.ts';
import { kindsOf, wordsForKinds } from './words/terms.ts';

/** How people ask for a kind of thing; each word of the catalogue is put into one of them. */
const shoppingPhrases: Readonly<Record<string, readonly string[]>> = {
  en: ['{} under 100', 'black {}', "I'm looking for {}", 'I want {}', 'do you have {}', 'budget 100 max'],
  es: ['{} de menos de 100', '{} negro', 'busco {} hasta 200', 'quiero {}', 'tienen {}', 'máximo 100'],
  pt: ['{} até 100', '{} preto', 'procuro {} até 200 reais', 'quero {}', 'vocês têm {}', 'no máximo 100'],
  fr: ['{} à moins de 100', '{} noir', 'je cherche {}', 'je veux {}', 'vous avez des {}', 'budget 100 max'],
  id: [
    '{} di bawah 100',
    '{} hitam',
    'cari {} di bawah 2 juta dong',
    'mau {}',
    'ada {} gak',
    'budget 100 ribu',
  ],
  hi: ['{} 100 तक', 'काला {}', '{} दिखाइए 5000 के अंदर', 'मुझे {} चाहिए', '{} है क्या', '100 के अंदर'],
  'hi-Latn': ['{} 100 tak', 'kala {}', '5000 ke andar {}', 'mujhe {} chahiye', '{} hai kya', '100 ke andar'],
  ar: ['{} تحت ١٠٠', '{} أسود', 'ابغى {} بحدود ٢٠٠', 'أريد {}', 'عندكم {}', 'ميزانيتي ١٠٠'],
  zh: ['{} 300以内', '黑色的{}', '推荐一款{} 预算200', '我想要{}', '有{}吗', '预算100以内'],
};

/**
 * Lets the scope guard know what is sold: the tasks whose flow searches the catalogue get its
 * categories, brands and keywords as examples, and what such things are called in the languages of the business.
 */
export function withCatalogueExamples(
  tasks: readonly Task[],
  flows: readonly Flow[],
  catalogue: readonly Product[],
): readonly Task[] {
  const searching = flows
    .filter(({ nodes }) => nodes.some((node) => node.kind === 'tool' && node.tool === 'find-products'))
    .map(({ id }) => id);
  if (catalogue.length === 0) return tasks;
  return tasks.map((task) =>
    task.does === 'flow' && searching.includes(task.flow ?? task.id) ? withExamples(task, catalogue) : task,
  );
}

function withExamples(task: Task, catalogue: readonly Product[]): Task {
  const kinds = kindsOf(
    catalogue.flatMap(({ names, keywords, category = '' }) => [
      ...Object.values(names),
      ...Object.values(keywords).flat(),
      category,
    ]),
  );
  return {
    ...task,
    examples: Object.fromEntries(
      Object.entries(task.examples).map(([language, written]) => {
        const sold = catalogue.flatMap((product) => [
          ...(product.keywords[language] ?? []),
          product.category ?? '',
          product.brand ?? '',
          ...propertiesOf(product),
        ]);
        const phrases = shoppingPhrases[language] ?? ['{}'];
        const kindsAsked = wordsForKinds(kinds, language).map((word, place) =>
          (phrases[place % phrases.length] ?? '{}').replace('{}', word),
        );
        const known = new Set(written.map((text) => text.toLowerCase()));
        const added = [...new Set([...sold, ...kindsAsked])].filter(
          (text) => text.length > 1 && !known.has(text.toLowerCase()),
        );
        return [language, [...written, ...added]];
      }),
    ),
  };
}

/** "bluetooth headphones", "leather boots": what a kind of thing comes in. */
function propertiesOf({ category, attributes }: Product): readonly string[] {
  if (category === undefined) return [];
  return Object.entries(attributes).flatMap(([attribute, values]) =>
    attribute === 'colour' || attribute === 'size' ? [] : values.map((value) => `${value} ${category}`),
  );
}
