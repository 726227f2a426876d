import { expect, test } from 'vitest';
import { Resource } from '../appointment/resource.ts';
import { checkCalendars } from './check-calendars.ts';

const resources = [
  Resource.parse({
    resourceId: 'dr-berg',
    name: 'Dr. Berg',
    kind: 'staff',
    services: [{ name: 'Check-up', minutes: 30 }],
    bufferMinutes: 0,
    capacity: 1,
    noticeMinutes: 0,
    horizonDays: 60,
    changeNoticeMinutes: 0,
    hours: { timeZone: 'Europe/Berlin', week: {} },
  }),
];

test('a calendar of a resource that is there is none to object to', () => {
  expect(checkCalendars('business.yaml', [{ resource: 'dr-berg', feed: 1 }], resources)).toEqual([]);
});

test('a calendar of nobody, or a second one, is a problem that says what to do', () => {
  const problems = checkCalendars(
    'business.yaml',
    [{ resource: 'dr-berg' }, { resource: 'dr-burg' }, { resource: 'dr-berg' }],
    resources,
  );
  expect(problems.map(({ field, message }) => [field, message])).toEqual([
    ['calendars[1].resource', 'there is no resource "dr-burg" in data/resources.csv'],
    ['calendars[2].resource', '"dr-berg" has a calendar already'],
  ]);
  expect(problems[0]?.fix).toContain('dr-berg');
});
