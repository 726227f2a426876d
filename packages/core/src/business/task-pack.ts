import { z } from 'zod';
import { bareWords } from '../message/comparable-text.ts';
import { fieldName } from './file-problem.ts';
import type { FileProblem, FileReading } from './file-problem.ts';
import { readYaml } from './read-yaml.ts';

/** The languages in which task packs are written. `hi-Latn` is Hindi in Latin letters. */
export const packLanguages = ['en', 'es', 'pt', 'fr', 'id', 'hi', 'hi-Latn', 'ar', 'zh'] as const;

/**
 * What customers say of one task in one language. `title` finishes "I can help you with …";
 * `button`: at most 20 characters. Source: Cloud API docs, "Interactive reply buttons", read 2026-11-21.
 * `negatives` sound like the task and are none of it; `siblings` are the business of another pack, by
 * its name, and negatives only where a business does not have that task.
 */
export const TaskPack = z.object({
  title: z.string().min(2),
  button: z.string().min(1).max(20),
  examples: z.array(z.string().min(2)).min(3),
  negatives: z.array(z.string().min(2)).default([]),
  siblings: z.record(z.string(), z.array(z.string().min(2)).min(1)).default({}),
});
export type TaskPack = z.infer<typeof TaskPack>;

/**
 * Reads the text of one `<task>/<language>.yaml`. A text that stands there twice is a problem too,
 * unless it is the business of two siblings.
 */
export function parseTaskPack(file: string, text: string): FileReading<TaskPack> {
  const { value, problems, lineOf } = readYaml(file, text, TaskPack);
  if (value === undefined) return { value, problems };
  const written = [
    ...value.examples.map((each, index) => ({ text: each, path: ['examples', index] })),
    ...value.negatives.map((each, index) => ({ text: each, path: ['negatives', index] })),
    ...Object.entries(value.siblings).flatMap(([name, texts]) =>
      texts.map((each, index) => ({ text: each, path: ['siblings', name, index] })),
    ),
  ];
  const firstAt = new Map<string, { readonly line: number; readonly field: unknown }>();
  const repeated: FileProblem[] = [];
  for (const { text: each, path } of written) {
    const same = sameText(each);
    const line = lineOf(path);
    const first = firstAt.get(same);
    if (first === undefined) firstAt.set(same, { line, field: path[0] });
    else if (first.field !== 'siblings' || path[0] !== 'siblings') {
      const message = `"${each}" is already on line ${first.line}`;
      repeated.push({ file, line, field: fieldName(path), message, fix: 'keep one of the two' });
    }
  }
  return { value, problems: [...problems, ...repeated] };
}

/** Two texts with the same result are one message: case, punctuation and emoji do not count. */
export function sameText(text: string): string {
  const words = bareWords(text);
  return words === '' ? text.trim() : words;
}

/** The task and language that a file is about: "packs/returns/pt.yaml" is returns in pt; undefined for other files. */
export function packOf(file: string): { readonly name: string; readonly language: string } | undefined {
  const found = /^packs\/(?<name>[a-z][a-z0-9-]*)\/(?<language>[A-Za-z0-9-]+)\.yaml$/.exec(file)?.groups;
  const { name, language } = found ?? {};
  return name === undefined || language === undefined ? undefined : { name, language };
}

/**
 * The languages in which a pack is written for customers of one language, the first that exists of each
 * line: "pt-BR" reads "pt"; people who speak "hi" write it in Latin letters too, so "hi" reads both.
 */
export function packLanguagesFor(language: string, written: readonly string[]): readonly string[] {
  const base = language.split('-')[0] ?? language;
  const own = written.includes(language) ? language : base;
  return [...new Set([own, `${base}-Latn`])].filter((each) => written.includes(each));
}
