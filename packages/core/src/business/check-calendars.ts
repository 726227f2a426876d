import type { Resource } from '../appointment/resource.ts';
import type { ResourceCalendar } from '../appointment/resource-calendar.ts';
import { suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';

/** Calendars of resources that are not in the table, or that are named twice. */
export function checkCalendars(
  file: string,
  calendars: readonly ResourceCalendar[],
  resources: readonly Resource[],
): readonly FileProblem[] {
  const known = resources.map(({ resourceId }) => resourceId);
  return calendars.flatMap(({ resource }, place): readonly FileProblem[] => {
    const field = `calendars[${place}].resource`;
    if (!known.includes(resource)) {
      const message = `there is no resource "${resource}" in data/resources.csv`;
      return [{ file, field, message, fix: suggestion(resource, known) }];
    }
    if (calendars.findIndex((each) => each.resource === resource) === place) return [];
    return [{ file, field, message: `"${resource}" has a calendar already`, fix: 'put both into one entry' }];
  });
}
