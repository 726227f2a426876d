import { foldedText, stemOf, wordsOf } from '../catalogue/words/fold-words.ts';
import type { Resource } from './resource.ts';

/** What customers call a service or a resource: how it is shown to them, and its other words. */
export type CalledNames = ReadonlyMap<string, { readonly title: string; readonly words: readonly string[] }>;

/** One line each: "Limpieza dental: Dental cleaning, cleaning". The first word behind the colon is shown. */
export function readCalled(lines: string): CalledNames {
  return new Map(
    lines.split('\n').flatMap((line) => {
      const [name = '', rest = ''] = line.split(/[:：](.*)/su);
      const words = rest
        .split(/[,，、،]/u)
        .map((word) => word.trim())
        .filter((word) => word !== '');
      return name.trim() === '' ? [] : [[plain(name), { title: words[0] ?? name.trim(), words }] as const];
    }),
  );
}

/** How a service or resource is shown to a customer. */
export function titleOf(name: string, called: CalledNames): string {
  return called.get(plain(name))?.title ?? name;
}

/** What else customers call a service or resource, a line each. */
export function otherWordsOf(name: string, called: CalledNames): string {
  return (called.get(plain(name))?.words ?? []).join('\n');
}

/**
 * Those of some names that a text says, the longest first: the whole name, one of its other words, or
 * a word that only one of them has ("Fuentes" of "Dra. Fuentes"). Nothing when a text says none.
 */
export function namesIn(text: string, names: readonly string[], called: CalledNames): readonly string[] {
  const said = foldedText(text);
  const stems = ` ${stemsOf(said).join(' ')} `;
  const heard = (words: string): boolean => {
    const wanted = stemsOf(foldedText(words));
    if (wanted.length === 0) return false;
    return /\p{Script=Han}/u.test(words)
      ? said.includes(foldedText(words))
      : stems.includes(` ${wanted.join(' ')} `);
  };
  const scored = names.flatMap((name) => {
    const best = [name, ...(called.get(plain(name))?.words ?? [])]
      .filter(heard)
      .toSorted((a, b) => b.length - a.length)[0];
    return best === undefined ? [] : [{ name, score: best.length }];
  });
  if (scored.length > 0) {
    const most = Math.max(...scored.map(({ score }) => score));
    return scored.filter(({ score }) => score === most).map(({ name }) => name);
  }
  const known = names.map((name) => ({ name, words: stemsOf(foldedText(name)) }));
  return known
    .filter(({ words }) =>
      words.some(
        (word) =>
          word.length > 3 &&
          stems.includes(` ${word} `) &&
          known.filter((other) => other.words.includes(word)).length === 1,
      ),
    )
    .map(({ name }) => name);
}

/** The services of all resources, each once, in the order of the file. */
export function servicesOf(resources: readonly Resource[]): readonly string[] {
  return [...new Set(resources.flatMap(({ services }) => services.map(({ name }) => name)))];
}

function stemsOf(text: string): readonly string[] {
  return wordsOf(text).map((word) => stemOf(word.text));
}

function plain(name: string): string {
  return foldedText(name).replaceAll(/\s+/gu, ' ').trim();
}
