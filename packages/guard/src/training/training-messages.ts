import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { noBusiness } from '../data/no-business/by-language.ts';
import { readPacks } from '../testing/read-packs.ts';
import { composePhrases } from './compose-phrases.ts';
import { trainingGeneralRequests } from './general-requests.ts';

/** A message that the guard learns from. */
export type TrainingMessage = {
  readonly text: string;
  /** Whether somebody writes it to a business, rather than to a general assistant. */
  readonly business: boolean;
  /** `written`: in `messages/`, by kind. */
  readonly source: 'pack' | 'composed' | 'no-business' | 'written';
  /** What it is about, or what it was made of: messages of a kind share their words. */
  readonly kind: string;
};

const Pack = z.object({ examples: z.array(z.string()) });
/** So many messages of no business in a row were written about the same. */
const inARow = 5;

/** Everything that is learnt from in a language. */
export function trainingMessages(language: string): readonly TrainingMessage[] {
  const packs = [...readPacks()].filter(([name]) => name.endsWith(`/${language}.yaml`));
  const composed = composePhrases(language);
  const none = [
    ...(noBusiness[language] ?? []),
    ...(language === 'ar' ? (noBusiness['ar-Latn'] ?? []) : []),
    ...(trainingGeneralRequests[language]?.split('|') ?? []),
  ];
  return [
    ...packs.flatMap(([name, yaml]) =>
      Pack.parse(parse(yaml)).examples.map(
        (text) => ({ text, business: true, source: 'pack', kind: name.replace(/\/[^/]*$/, '') }) as const,
      ),
    ),
    ...(['business', 'general'] as const).flatMap((of) =>
      composed[of].map(
        ({ text, grid }) =>
          ({ text, business: of === 'business', source: 'composed', kind: `${of} line ${grid}` }) as const,
      ),
    ),
    ...none.map((text, at) => {
      const kind = `no business ${Math.floor(at / inARow)}`;
      return { text, business: false, source: 'no-business', kind } as const;
    }),
    ...writtenMessages(language),
  ];
}

/** The messages of `messages/<language>.business.txt` and `messages/<language>.general.txt`; none where there are no such files. */
export function writtenMessages(language: string): readonly TrainingMessage[] {
  return (['business', 'general'] as const).flatMap((of) => {
    const path = fileURLToPath(new URL(`messages/${language}.${of}.txt`, import.meta.url));
    if (!existsSync(path)) return [];
    let kind = '';
    return readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const text = line.trim();
        if (text.startsWith('#')) kind = text.replace(/^#+\s*/, '');
        if (text === '' || text.startsWith('#')) return [];
        return [{ text, business: of === 'business', source: 'written', kind: `${of}: ${kind}` } as const];
      });
  });
}
