import type { Task } from './business.ts';
import { didYouMean } from './did-you-mean.ts';
import { fieldName } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { fillFromPacks, type DeclaredTask } from './fill-from-pack.ts';
import { readYaml } from './read-yaml.ts';
import { TaskFile } from './task-file.ts';

/** WhatsApp shows at most so many tasks in a way a customer can still choose from. */
const mostTasks = 25;

/** What the tasks of a business are checked against. */
export type TaskSurroundings = {
  readonly languages: readonly string[] | undefined;
  readonly hasOrders: boolean;
  readonly hasKnowledge: boolean;
};

/** A task of a business needs so many messages in each language to be told from others. */
const leastExamples = 3;

/**
 * Reads every `tasks/*.yaml`, one task each, fills those that name a pack from `packs/<pack>/*.yaml`,
 * and checks them against each other and the business.
 */
export function readTasks(
  files: ReadonlyMap<string, string>,
  around: TaskSurroundings,
): {
  readonly tasks: readonly Task[];
  readonly problems: readonly FileProblem[];
  /** Where each task that could be read says its flow, by its id. */
  readonly places: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
  /** Whether every file could be read. */
  readonly isWhole: boolean;
} {
  const problems: FileProblem[] = [];
  const places = new Map<string, { file: string; line: number }>();
  const taskFiles = [...files].filter(([file]) => isTaskFile(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const declared = taskFiles.flatMap(
    ([file, text]): readonly (DeclaredTask & { readonly file: string })[] => {
      const reading = readYaml(file, text, TaskFile);
      problems.push(...reading.problems);
      if (reading.value === undefined) return [];
      const note: DeclaredTask['note'] = (path, message, fix) => {
        problems.push({ file, line: reading.lineOf(path), field: fieldName(path), message, fix });
      };
      const said = reading.value.flow === undefined ? 'does' : 'flow';
      places.set(reading.value.id, { file, line: reading.lineOf([said]) });
      return [{ file, task: reading.value, note }];
    },
  );
  for (const { task, note } of declared) {
    noteBehaviour(task, around, note);
    if (around.languages !== undefined) noteForeignLanguages(task, around.languages, note);
  }
  noteRepeats(declared, 'id', ({ id }) => id);
  noteRepeats(declared, 'pack', ({ pack }) => pack);
  const tasks =
    around.languages === undefined ? [] : completeTasks(declared, files, around.languages, problems);
  if (taskFiles.length === 0) {
    problems.push({
      file: 'tasks',
      message: 'there is no task',
      fix: 'add one file for each, such as tasks/questions.yaml',
    });
  }
  if (tasks.length > mostTasks) {
    problems.push({
      file: 'tasks',
      message: `there are ${tasks.length} tasks`,
      fix: `keep at most ${mostTasks}`,
    });
  }
  return { tasks, problems, places, isWhole: tasks.length === taskFiles.length };
}

/** The tasks with what their packs add, and what is missing even then. */
function completeTasks(
  declared: readonly (DeclaredTask & { readonly file: string })[],
  files: ReadonlyMap<string, string>,
  languages: readonly string[],
  problems: FileProblem[],
): readonly Task[] {
  const filled = fillFromPacks(declared, files, languages);
  problems.push(...filled.problems);
  const complete = declared.flatMap((each, index) => {
    const task = filled.tasks[index];
    return task === undefined ? [] : [{ ...each, task }];
  });
  noteRepeats(complete, 'button', ({ button }) => button?.toLowerCase());
  return complete.flatMap(({ task, note }): readonly Task[] => {
    const { title, button } = task;
    if (title === undefined) note(['title'], '"title" is missing', 'write it, or name a task pack');
    if (button === undefined) note(['button'], '"button" is missing', 'write it, or name a task pack');
    for (const language of languages) {
      const examples = task.examples[language] ?? [];
      if (examples.length >= leastExamples) continue;
      const few = examples.length === 0 ? 'no' : `fewer than ${leastExamples}`;
      const message = `there are ${few} examples in "${language}"`;
      const fix = `write at least ${leastExamples} messages a customer would send, under "${language}:"`;
      note(['examples', language], message, fix);
    }
    return title === undefined || button === undefined ? [] : [{ ...task, title, button }];
  });
}

function noteBehaviour(task: TaskFile, around: TaskSurroundings, note: DeclaredTask['note']): void {
  switch (task.does) {
    case 'answer-from-knowledge':
      if (around.hasKnowledge) return;
      note(['does'], 'there is no knowledge to answer from', 'add a file such as knowledge/faq.md');
      return;
    case 'order-status':
    case 'cancel-order':
      if (around.hasOrders) return;
      note(['does'], 'there is no table of orders to look into', 'add data/orders.csv');
      return;
    case 'hand-off':
    case 'flow':
  }
}

/** Notes a value that an earlier file has in the same field. */
function noteRepeats(
  declared: readonly (DeclaredTask & { readonly file: string })[],
  field: 'id' | 'pack' | 'button',
  value: (task: TaskFile) => string | undefined,
): void {
  const fileOf = new Map<string, string>();
  for (const { file, task, note } of declared) {
    const here = value(task);
    if (here === undefined) continue;
    const before = fileOf.get(here);
    if (before === undefined) fileOf.set(here, file);
    else
      note(
        [field],
        `"${task[field] ?? here}" is already the ${field} in ${before}`,
        `give each task its own ${field}`,
      );
  }
}

export function isTaskFile(file: string): boolean {
  return /^tasks\/[^/]+\.yaml$/.test(file);
}

/** Notes what a task file says in languages that the business does not speak. */
function noteForeignLanguages(
  task: TaskFile,
  languages: readonly string[],
  note: DeclaredTask['note'],
): void {
  for (const field of ['titles', 'buttons', 'examples', 'negatives', 'words'] as const) {
    for (const language of Object.keys(task[field])) {
      if (languages.includes(language)) continue;
      const meant = didYouMean(language, languages);
      const fix = `list it under "languages" in business.yaml${meant === undefined ? '' : `, or write "${meant}"`}`;
      note([field, language], `"${language}" is not a language of the business`, fix);
    }
  }
}
