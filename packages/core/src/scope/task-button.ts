import type { Business, Task } from '../business/business.ts';
import type { Language } from '../language/language.ts';

const prefix = 'task:';

/** The reply button that starts a task. */
export function taskButton(task: Task, language: Language): { readonly id: string; readonly title: string } {
  return { id: `${prefix}${task.id}`, title: written(task.buttons, language) ?? task.button };
}

/** What a task does, as the end of "I can help with …"; in the file's own language when there is no other. */
export function taskTitle(task: Task, language: Language): string {
  return written(task.titles, language) ?? task.title;
}

/** The task a tapped button stands for; undefined when it is another button, or the task is gone. */
export function taskOfButton(business: Business, id: string): Task | undefined {
  if (!id.startsWith(prefix)) return undefined;
  return findTask(business, id.slice(prefix.length));
}

export function findTask(business: Business, id: string): Task | undefined {
  return business.agent.tasks.find((task) => task.id === id);
}

/** What is written in a language, in any of its regions ("pt-BR" for "pt"). */
function written(byTag: Readonly<Record<string, string>>, language: Language): string | undefined {
  const exact = byTag[language];
  if (exact !== undefined) return exact;
  return Object.entries(byTag).find(([tag]) => tag.split('-')[0] === language && !tag.includes('Latn'))?.[1];
}
