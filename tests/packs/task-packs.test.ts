import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeProblem } from '@ambit/core/business/describe-problem';
import {
  packLanguages,
  packOf,
  parseTaskPack,
  sameText,
  type TaskPack,
} from '@ambit/core/business/task-pack';
import { describe, expect, test } from 'vitest';

const folder = 'packages/packs';
const tasks = [
  'account',
  'appointment-clinic',
  'appointment-course',
  'appointment-restaurant',
  'appointment-shop',
  'appointment-test-drive',
  'human',
  'lead',
  'membership',
  'order-cancel',
  'order-change',
  'order-status',
  'reminders',
  'returns',
  'shopping-guide',
  'support',
  'take-order',
] as const;
const leastExamples = 35;
const leastDeclined = 12;

/** The letters of each language. Most texts must have some; people switch languages, and write Arabizi. */
const scripts: Readonly<Record<(typeof packLanguages)[number], RegExp>> = {
  en: /\p{Script=Latin}/u,
  es: /\p{Script=Latin}/u,
  pt: /\p{Script=Latin}/u,
  fr: /\p{Script=Latin}/u,
  id: /\p{Script=Latin}/u,
  hi: /\p{Script=Devanagari}/u,
  'hi-Latn': /\p{Script=Latin}/u,
  ar: /\p{Script=Arabic}/u,
  zh: /\p{Script=Han}/u,
};
const leastShareInScript = 0.8;

type Read = {
  readonly task: string;
  readonly language: string;
  readonly file: string;
  readonly pack: TaskPack;
};

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml') && !name.endsWith('/flow.yaml'))
  .toSorted();
const readings = files.map((name) => ({
  name,
  ...parseTaskPack(`packs/${name}`, readFileSync(join(folder, name), 'utf8')),
}));
const packs = readings.flatMap(({ name, value }): readonly Read[] => {
  const about = packOf(`packs/${name}`);
  return value === undefined || about === undefined
    ? []
    : [{ task: about.name, language: about.language, file: name, pack: value }];
});

test('every pack can be read', () => {
  expect(readings.flatMap(({ problems }) => problems.map((problem) => describeProblem(problem)))).toEqual([]);
});

test('every task speaks all nine languages, and no file is anything else', () => {
  const expected = tasks.flatMap((task) => packLanguages.map((language) => `${task}/${language}.yaml`));
  expect(files).toEqual(expected.toSorted());
});

describe.each(packLanguages)('in %s', (language) => {
  const here = packs.filter((each) => each.language === language);

  test('each task has enough messages', () => {
    const short = here
      .map(({ file, pack }) => ({ file, examples: pack.examples.length, declined: declined(pack).length }))
      .filter(({ examples, declined: none }) => examples < leastExamples || none < leastDeclined);
    expect(short).toEqual([]);
  });

  test('no message stands in two tasks', () => {
    const at = new Map<string, string>();
    const repeated: string[] = [];
    for (const { file, pack } of here) {
      for (const text of pack.examples) {
        const before = at.get(sameText(text));
        if (before !== undefined) repeated.push(`"${text}": ${before}, ${file}`);
        at.set(sameText(text), file);
      }
    }
    expect(repeated).toEqual([]);
  });

  test('what a task declines is an example of another only if that is named as its sibling', () => {
    const examplesAt = new Map(
      here.flatMap(({ task, pack }) => pack.examples.map((text) => [sameText(text), task] as const)),
    );
    const unnamed = here.flatMap(({ file, pack }) =>
      pack.negatives
        .filter((text) => examplesAt.has(sameText(text)))
        .map((text) => `${file}: "${text}" is ${examplesAt.get(sameText(text)) ?? ''}`),
    );
    expect(unnamed).toEqual([]);
  });

  test('siblings are tasks that have a pack', () => {
    const named = here.flatMap(({ task, pack }) =>
      Object.keys(pack.siblings).map((sibling) => ({ task, sibling })),
    );
    const unknown = named.filter(
      ({ task, sibling }) => sibling === task || !tasks.some((each) => each === sibling),
    );
    expect(unknown).toEqual([]);
  });

  test('each button is short and its own', () => {
    const buttons = here.map(({ pack }) => pack.button);
    expect(buttons.filter((button) => Array.from(button).length > 20)).toEqual([]);
    expect(new Set(buttons).size).toBe(buttons.length);
  });

  test('people write in the script of the language', () => {
    const script = scripts[language];
    const foreign = here.flatMap(({ file, pack }) => {
      const inScript = pack.examples.filter((text) => script.test(text)).length / pack.examples.length;
      const titled = script.test(pack.title) && script.test(pack.button);
      return inScript < leastShareInScript || !titled ? [{ file, inScript, titled }] : [];
    });
    expect(foreign).toEqual([]);
  });

  test('there are no e-mail addresses, and no phone numbers but fictitious ones', () => {
    const personal = here.flatMap(({ file, pack }) =>
      [...pack.examples, ...declined(pack)]
        .filter((text) => /\S@\S+\.\S/u.test(text) || phoneNumbers(text).length > 0)
        .map((text) => `${file}: ${text}`),
    );
    expect(personal).toEqual([]);
  });
});

function declined(pack: TaskPack): readonly string[] {
  return [...pack.negatives, ...Object.values(pack.siblings).flat()];
}

/** Digits enough for a phone number and without 555, which is for fiction. */
function phoneNumbers(text: string): readonly string[] {
  const runs = text.match(/\+?\p{Nd}(?:[\p{Nd} ().-]*\p{Nd})?/gu) ?? [];
  return runs.filter((run) => run.replace(/\P{Nd}/gu, '').length >= 9 && !run.includes('555'));
}
