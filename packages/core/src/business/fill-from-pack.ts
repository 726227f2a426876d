import { suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';
import type { TaskFile } from './task-file.ts';
import { packLanguagesFor, packOf, parseTaskPack, sameText, type TaskPack } from './task-pack.ts';

/** A task as its own file declares it. `note` reports a problem at one of its fields. */
export type DeclaredTask = {
  readonly task: TaskFile;
  readonly note: (path: readonly PropertyKey[], message: string, fix: string) => void;
};

/** Texts by language. */
type Texts = Readonly<Record<string, readonly string[]>>;

/** A task with what its pack says, by language of the business. */
type WithPack = { readonly task: TaskFile; readonly packed: ReadonlyMap<string, TaskPack> };

/**
 * Gives each task that names a pack the pack's title, button, examples and negatives in the languages
 * of the business. What the business wrote wins: an example of its own is nobody's negative, its
 * negative nobody's example, and its example no other task's. What one pack declines and another
 * does is a negative only while the business does not have that other task.
 */
export function fillFromPacks(
  declared: readonly DeclaredTask[],
  files: ReadonlyMap<string, string>,
  languages: readonly string[],
): { readonly tasks: readonly TaskFile[]; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const withPacks = declared.map(({ task, note }): WithPack => {
    if (task.pack === undefined) return { task, packed: new Map() };
    const { packed, problems: ofPack } = readPack(task.pack, files, languages, note);
    problems.push(...ofPack);
    return { task, packed };
  });
  const has = new Set(declared.flatMap(({ task }) => (task.pack === undefined ? [] : [task.pack])));
  const examples = withPacks.map((each) => allExamples(each, withPacks));
  const tasks = withPacks.map((each, index): TaskFile => {
    const { task, packed } = each;
    if (task.pack === undefined) return task;
    const [first = ''] = languages;
    const title = task.title ?? packed.get(first)?.title;
    const button = task.button ?? packed.get(first)?.button;
    const others = new Map([...packed].filter(([language]) => language !== first));
    return {
      ...task,
      ...(title === undefined ? {} : { title }),
      ...(button === undefined ? {} : { button }),
      titles: { ...inLanguages(others, (pack) => pack.title), ...task.titles },
      buttons: { ...inLanguages(others, (pack) => pack.button), ...task.buttons },
      examples: mutable(examples[index] ?? {}),
      negatives: mutable(allNegatives(each, examples, has)),
    };
  });
  return { tasks, problems };
}

function readPack(
  name: string,
  files: ReadonlyMap<string, string>,
  languages: readonly string[],
  note: DeclaredTask['note'],
): { readonly packed: ReadonlyMap<string, TaskPack>; readonly problems: readonly FileProblem[] } {
  const known = [...files.keys()].map(packOf).filter((pack) => pack !== undefined);
  const written = known.filter((pack) => pack.name === name).map(({ language }) => language);
  const packed = new Map<string, TaskPack>();
  const problems: FileProblem[] = [];
  if (written.length === 0) {
    const names = [...new Set(known.map((pack) => pack.name))];
    const fix = names.length === 0 ? 'delete this line; no packs are installed' : suggestion(name, names);
    note(['pack'], `there is no task pack "${name}"`, fix);
    return { packed, problems };
  }
  for (const language of languages) {
    for (const from of packLanguagesFor(language, written)) {
      const file = `packs/${name}/${from}.yaml`;
      const reading = parseTaskPack(file, files.get(file) ?? '');
      problems.push(...reading.problems);
      // "pt-BR" has what "pt" says; Latin letters beside another script stay a language of their own.
      const as = from.endsWith('-Latn') ? from : language;
      if (reading.value !== undefined && !packed.has(as)) packed.set(as, reading.value);
    }
  }
  return { packed, problems };
}

/** The task's own examples, then the pack's that neither a task of the business claims nor this one declines. */
function allExamples({ task, packed }: WithPack, all: readonly WithPack[]): Texts {
  return byLanguage(task.examples, packed, (language, own) => {
    const claimed = all.flatMap((other) =>
      other.task === task ? [] : (other.task.examples[language] ?? []),
    );
    return without(packed.get(language)?.examples ?? [], [
      ...own,
      ...claimed,
      ...(task.negatives[language] ?? []),
    ]);
  });
}

/** The task's own negatives, then the pack's that are no task's example, and its siblings that the business lacks. */
function allNegatives(
  { task, packed }: WithPack,
  examples: readonly Texts[],
  has: ReadonlySet<string>,
): Texts {
  return byLanguage(task.negatives, packed, (language, own) => {
    const pack = packed.get(language);
    const siblings = Object.entries(pack?.siblings ?? {});
    const lacked = siblings.flatMap(([name, texts]) => (has.has(name) ? [] : texts));
    const had = siblings.flatMap(([name, texts]) => (has.has(name) ? texts : []));
    const business = examples.flatMap((each) => each[language] ?? []);
    return without([...(pack?.negatives ?? []), ...new Set(lacked)], [...own, ...had, ...business]);
  });
}

/** For each language of the task or its pack: what the task says itself, followed by what is `added`. */
function byLanguage(
  own: Texts,
  packed: WithPack['packed'],
  added: (language: string, own: readonly string[]) => readonly string[],
): Texts {
  const languages = new Set([...Object.keys(own), ...packed.keys()]);
  return Object.fromEntries(
    [...languages].map((language) => {
      const texts = own[language] ?? [];
      return [language, [...texts, ...added(language, texts)]];
    }),
  );
}

function without(texts: readonly string[], unwanted: readonly string[]): readonly string[] {
  const known = new Set(unwanted.map(sameText));
  return texts.filter((text) => !known.has(sameText(text)));
}

function inLanguages(
  packed: WithPack['packed'],
  value: (pack: TaskPack) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...packed].map(([language, pack]) => [language, value(pack)]));
}

function mutable(texts: Texts): Record<string, string[]> {
  return Object.fromEntries(Object.entries(texts).map(([language, each]) => [language, [...each]]));
}
