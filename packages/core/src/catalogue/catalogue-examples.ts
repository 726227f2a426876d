import type { Task } from '../business/business.ts';
import type { Flow } from '../flow/flow.ts';
import { productName, type Product } from './product.ts';
import { kindsOf, wordsForKinds } from './words/terms.ts';

/** How people ask for a kind of thing; each word of the catalogue is put into one of them. */
const shoppingPhrases: Readonly<Record<string, readonly string[]>> = {
  en: ['{} under 100', 'black {}', '{}', "I'm looking for {}", '{} under $300', 'do you have {}'],
  es: ['{} de menos de 100', '{} negro', '{}', 'busco {} hasta 200', 'tienen {}', '{} más baratos'],
  pt: ['{} até 100', '{} preto', '{}', 'procuro {} até 200 reais', 'vocês têm {}', '{} mais barato'],
  fr: [
    '{} à moins de 100',
    '{} noir',
    '{}',
    'je cherche {} budget 100 max',
    'vous avez des {}',
    '{} pas cher',
  ],
  id: ['{} di bawah 100', '{} hitam', '{}', 'cari {} di bawah 2 juta dong', 'ada {} gak', '{} murah'],
  hi: ['{} 100 तक', 'काला {}', '{}', '{} दिखाइए 5000 के अंदर', '{} है क्या', 'सस्ता {} चाहिए'],
  'hi-Latn': ['{} 100 tak', 'kala {}', '{}', '5000 ke andar {} chahiye', '{} hai kya', 'sasta {} dikhao'],
  ar: ['{} تحت ١٠٠', '{} أسود', '{}', 'ابغى {} بحدود ٢٠٠', 'عندكم {}', '{} رخيص'],
  zh: ['{} 300以内', '黑色的{}', '{}', '推荐一款{} 预算200', '有{}吗', '便宜的{}'],
};

/** A catalogue of thousands would drown what the task's author wrote. */
const mostNames = 150;

/**
 * Lets the scope guard know what is sold: the tasks whose flow searches the catalogue get its products,
 * categories and brands as examples, and what such things are called in the languages of the business.
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
        const sold = catalogue
          .slice(0, mostNames)
          .flatMap((product) => [
            productName(product, language),
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
