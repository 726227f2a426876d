import type { Business, Task } from '../business/business.ts';

const prefix = 'task:';

/** The reply button that starts a task. */
export function taskButton(task: Task): { readonly id: string; readonly title: string } {
  return { id: `${prefix}${task.id}`, title: task.button };
}

/** The task a tapped button stands for; undefined when it is another button, or the task is gone. */
export function taskOfButton(business: Business, id: string): Task | undefined {
  if (!id.startsWith(prefix)) return undefined;
  return findTask(business, id.slice(prefix.length));
}

export function findTask(business: Business, id: string): Task | undefined {
  return business.agent.tasks.find((task) => task.id === id);
}
