import { Task } from './business.ts';
import { didYouMean } from './did-you-mean.ts';
import { fieldName } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { readYaml } from './read-yaml.ts';

/** WhatsApp shows at most so many tasks in a way a customer can still choose from. */
const mostTasks = 25;

/** What the tasks of a business are checked against. */
export type TaskSurroundings = {
  readonly languages: readonly string[] | undefined;
  readonly hasOrders: boolean;
  readonly hasKnowledge: boolean;
};

/** Reads every `tasks/*.yaml`, one task each, and checks them against each other and the business. */
export function readTasks(
  files: ReadonlyMap<string, string>,
  around: TaskSurroundings,
): { readonly tasks: readonly Task[]; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const tasks: Task[] = [];
  const idAt = new Map<string, string>();
  const buttonAt = new Map<string, string>();
  const taskFiles = [...files].filter(([file]) => isTaskFile(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, text] of taskFiles) {
    const reading = readYaml(file, text, Task);
    problems.push(...reading.problems);
    const task = reading.value;
    if (task === undefined) continue;
    tasks.push(task);
    const note = (path: readonly PropertyKey[], message: string, fix: string): void => {
      problems.push({ file, line: reading.lineOf(path), field: fieldName(path), message, fix });
    };
    const sameId = idAt.get(task.id);
    if (sameId !== undefined)
      note(['id'], `"${task.id}" is already the id in ${sameId}`, 'give each task its own id');
    else idAt.set(task.id, file);
    const sameButton = buttonAt.get(task.button.toLowerCase());
    if (sameButton !== undefined) {
      note(
        ['button'],
        `"${task.button}" is already the button in ${sameButton}`,
        'give each task its own button text',
      );
    } else buttonAt.set(task.button.toLowerCase(), file);
    if (task.does === 'answer-from-knowledge' && !around.hasKnowledge) {
      note(['does'], 'there is no knowledge to answer from', 'add a file such as knowledge/faq.md');
    }
    if (task.does !== 'answer-from-knowledge' && !around.hasOrders) {
      note(['does'], 'there is no table of orders to look into', 'add data/orders.csv');
    }
    if (around.languages !== undefined) noteLanguages(task, around.languages, note);
  }
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
  return { tasks, problems };
}

export function isTaskFile(file: string): boolean {
  return /^tasks\/[^/]+\.yaml$/.test(file);
}

function noteLanguages(
  task: Task,
  languages: readonly string[],
  note: (path: readonly PropertyKey[], message: string, fix: string) => void,
): void {
  const written = Object.keys(task.examples);
  for (const language of languages) {
    if (written.includes(language)) continue;
    const message = `there are no examples in "${language}"`;
    note(['examples'], message, `write messages a customer would send, under "${language}:"`);
  }
  for (const [field, byLanguage] of [
    ['examples', task.examples],
    ['words', task.words],
  ] as const) {
    for (const language of Object.keys(byLanguage)) {
      if (languages.includes(language)) continue;
      const meant = didYouMean(language, languages);
      const fix = `list it under "languages" in business.yaml${meant === undefined ? '' : `, or write "${meant}"`}`;
      note([field, language], `"${language}" is not a language of the business`, fix);
    }
  }
}
