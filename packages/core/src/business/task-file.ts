import { z } from 'zod';
import { Task } from './business.ts';

/**
 * One `tasks/*.yaml`. With a `pack`, what is left out comes from the pack, and what stands here is
 * added to it or wins over it. `title` and `button` are in the first language of the business.
 */
export const TaskFile = Task.extend({
  title: Task.shape.title.optional(),
  button: Task.shape.button.optional(),
  examples: z.record(z.string(), z.array(z.string().min(2)).min(1)).default({}),
});
export type TaskFile = z.infer<typeof TaskFile>;
