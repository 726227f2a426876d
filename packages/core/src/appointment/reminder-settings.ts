import { z } from 'zod';
import type { Objection } from '../business/check-business.ts';
import type { BusinessTemplate } from '../template/business-template.ts';
import { valuesOf } from '../template/template-values.ts';

/** So long before an appointment: "2 days", "3 hours", "90 minutes". */
const Ahead = z
  .string()
  .regex(
    /^[1-9]\d{0,3} (?:minutes?|hours?|days?)$/,
    'a time before an appointment such as "2 days" or "3 hours"',
  );

/**
 * How customers are reminded of their appointments. `before`: how long before the start, for everything whose line
 * in `data/resources.csv` says nothing of its own; `template`: what goes where the service window is closed, to who
 * agreed to be written to then.
 */
export const ReminderSettings = z.strictObject({
  before: z.array(Ahead).max(5).default([]),
  template: z.string().optional(),
});
export type ReminderSettings = z.infer<typeof ReminderSettings>;

/** What a reminder's template may say, by the names of its variables. */
const known: readonly string[] = ['name', 'service', 'resource', 'when', 'reference', 'business'];

/** "2 days" in minutes. */
export function minutesAhead(before: string): number {
  const [count = '0', unit = ''] = before.split(' ');
  const each = unit.startsWith('day') ? 24 * 60 : unit.startsWith('hour') ? 60 : 1;
  return Number(count) * each;
}

/** What keeps a template from being sent as a reminder. Paths are relative to the settings. */
export function checkReminders(
  settings: ReminderSettings | undefined,
  templates: readonly BusinessTemplate[],
): readonly Objection[] {
  const template = settings?.template;
  if (template === undefined) return [];
  const found = templates.find(({ name }) => name === template);
  const path = ['template'];
  if (found === undefined)
    return [{ path, message: `there is no template "${template}"`, fix: `write templates/${template}.yaml` }];
  if (found.category !== 'utility')
    return [
      { path, message: `"${template}" is no utility template`, fix: 'let it say nothing but what is booked' },
    ];
  const other = valuesOf(found).filter((name) => !known.includes(name));
  return other.map((name) => ({
    path,
    message: `nobody can fill "{{${name}}}" of "${template}"`,
    fix: `use ${known.map((each) => `{{${each}}}`).join(', ')}`,
  }));
}
