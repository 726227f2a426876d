import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';

const Phrases = z.object({ general: z.string(), business: z.string(), spellings: z.string() });

/** Messages composed of phrases. `grid`: the line of the file that it comes from; the messages of one share their words. */
export type Composed = { readonly text: string; readonly grid: number };

/**
 * What people ask a general assistant and what they write to businesses, composed of the phrases
 * written for a language: every ending alone and with a few of its openings, some of them spelt as in
 * a hurry. The same each time; nothing where no phrases were written.
 */
export function composePhrases(language: string): {
  readonly general: readonly Composed[];
  readonly business: readonly Composed[];
} {
  const path = fileURLToPath(new URL(`phrases/${language}.yaml`, import.meta.url));
  if (!existsSync(path)) return { general: [], business: [] };
  const { general, business, spellings } = Phrases.parse(parse(readFileSync(path, 'utf8')));
  const space = language === 'zh' ? '' : ' ';
  const spelt = hurriedly(spellings, space);
  return { general: composed(general, space, 1, spelt), business: composed(business, space, 2, spelt) };
}

type Spelling = (text: string, turn: number) => string;

function composed(lines: string, space: string, openingsEach: number, spelt: Spelling): readonly Composed[] {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line, grid) => {
      const [openings = [], endings = []] = line.split(' :: ').map((side) => side.split('|'));
      return endings.flatMap((ending, at) => {
        const opened = Array.from({ length: openingsEach }, (_, turn) => {
          const opening = openings[(at * openingsEach + turn) % openings.length] ?? '';
          return `${opening.trim()}${space}${ending.trim()}`.trim();
        });
        return [ending.trim(), ...opened, ...opened.slice(0, 1).map((text) => spelt(text, at))].map(
          (text) => ({ text, grid }),
        );
      });
    });
}

/** Writes a text as in a hurry: the words that `spellings` names ("before=after", parted by |), every other way in turn. */
function hurriedly(spellings: string, space: string): Spelling {
  const pairs = spellings.split('|').map((pair) => pair.split('='));
  return (text, turn) =>
    pairs.reduce((spelt, [from = '', to = ''], at) => {
      if ((at + turn) % 3 === 0) return spelt;
      if (space === '') return spelt.replaceAll(from, to);
      return ` ${spelt} `.replaceAll(` ${from} `, ` ${to} `).trim();
    }, text);
}
