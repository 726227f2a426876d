import { expect, test } from 'vitest';
import { OpeningHours } from '../business/business.ts';
import type { FileProblem } from '../business/file-problem.ts';
import { tableFilesOf } from '../business/table-files.ts';
import { readAppointments } from './read-appointments.ts';
import { readResources } from './read-resources.ts';

const hours = OpeningHours.parse({
  timeZone: 'Europe/Berlin',
  week: { monday: [{ from: '09:00', to: '17:00' }] },
  holidays: [{ date: '2026-12-25', name: 'Christmas' }],
});

function read(resourceLines: readonly string[], appointmentLines: readonly string[] = [], own = hours) {
  const problems: FileProblem[] = [];
  const files = new Map([
    [
      'data/resources.csv',
      ['resource,name,kind,services,capacity,buffer_minutes,tuesday,closed', ...resourceLines].join('\n'),
    ],
    ...(appointmentLines.length === 0
      ? []
      : [
          [
            'data/appointments.csv',
            ['reference,resource,service,starts_at,people,phone,email', ...appointmentLines].join('\n'),
          ] as const,
        ]),
  ]);
  const tables = tableFilesOf(files);
  const resources = readResources(tables, own, problems);
  const appointments = readAppointments(tables, resources, 'DE', problems);
  return {
    resources,
    appointments,
    problems: problems.map(({ line, field, message }) => `${line} ${field}: ${message}`),
  };
}

const ana = 'ana,Ana,staff,Check-up 30; Root canal 90,,15,,';

test('a resource without hours of its own keeps those of the business', () => {
  const { resources, problems } = read([ana]);
  expect(problems).toEqual([]);
  expect(resources).toMatchObject([
    {
      resourceId: 'ana',
      kind: 'staff',
      services: [
        { name: 'Check-up', minutes: 30 },
        { name: 'Root canal', minutes: 90 },
      ],
      capacity: 1,
      bufferMinutes: 15,
      hours,
    },
  ]);
});

test('a resource with hours of its own works those, but not on the business’s holidays or its own closed days', () => {
  const { resources } = read(['yoga,Yoga,course,Yoga 60,12,,18:00-19:00 19:30-20:30,2026-12-29']);
  expect(resources[0]?.hours.week.monday).toEqual([]);
  expect(resources[0]?.hours.week.tuesday).toHaveLength(2);
  expect(resources[0]?.hours.holidays.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-29']);
});

test('short hours of a holiday open nothing that a resource does not have on that weekday', () => {
  const shifts = [{ from: '08:00', to: '13:00' }];
  const short = { ...hours, holidays: [{ date: '2026-12-29', name: 'Half a day', shifts }] };
  const { resources } = read(
    ['yoga,Yoga,course,Yoga 60,12,,18:00-19:00,', 'run,Run,course,Run 60,12,,09:00-14:00,'],
    [],
    short,
  );
  expect(resources.map(({ hours: own }) => own.holidays[0]?.shifts)).toEqual([
    [],
    [{ from: '09:00', to: '13:00' }],
  ]);
});

test('what cannot be read is named by line and column', () => {
  const { problems } = read([
    ana,
    'ANA,Another,stuff,Check-up,0,-5,9-13 12:00-11:00,2026-02-30',
    'x,,table,Dinner 2,4,,18:00-20:00 19:00-21:00,',
  ]);
  expect(problems).toEqual([
    '3 resource: "ana" is already on line 2',
    '3 kind: "stuff" is not a kind of resource',
    '3 services: "Check-up" is not a service with its minutes (5 to 1440)',
    '3 capacity: "0" is not a whole number from 1 on',
    '3 buffer_minutes: "-5" is not a whole number from 0 on',
    '3 tuesday: "9-13" is not a shift',
    '3 closed: "2026-02-30" is not a date',
    '3 tuesday: the shift ends at 11:00 but starts at 12:00',
    '4 name: the value is missing',
    '4 services: "Dinner 2" is not a service with its minutes (5 to 1440)',
    '4 tuesday: 19:00 to 21:00 overlaps another shift of the day',
  ]);
});

test('appointments are read on the clocks of the business', () => {
  const { appointments, problems } = read(
    [ana],
    [
      'K7QX-2M9P,ana,check-up,2026-11-24T09:30,,030 12345678,ana@example.com',
      ',ana,Root canal,2026-11-24 10:15,1,,',
    ],
  );
  expect(problems).toEqual([]);
  expect(appointments).toMatchObject([
    {
      reference: 'K7QX-2M9P',
      service: 'Check-up',
      startsAt: Date.parse('2026-11-24T08:30:00Z'),
      minutes: 30,
      contactPhone: '493012345678',
    },
    { service: 'Root canal', startsAt: Date.parse('2026-11-24T09:15:00Z'), minutes: 90 },
  ]);
});

test('appointments that cannot be are named by line and column', () => {
  const { problems } = read(
    [ana],
    [
      'A1,ana,Check-up,2026-11-24T09:30,,,',
      'a-1,ana,Check-up,2026-11-24T10:00,,,',
      'A3,anna,Check-up,2026-11-24T12:00,,,',
      'A4,ana,Whitening,2026-11-24T12:00,2,,',
      'A5,ana,Check-up,2026-10-25T02:30,,,',
      'A6,ana,Check-up,2026-03-29T02:30,,,',
      'A7,ana,Check-up,soon,2,12,nobody',
      'A8,ana,Check-up,2026-11-25T09:30,2,,',
    ],
  );
  expect(problems).toEqual([
    '3 reference: "A1" is already on line 2',
    '3 starts_at: Ana is already taken then by a line above',
    '4 resource: there is no resource "anna"',
    '5 service: Ana offers no "Whitening"',
    '6 starts_at: clocks show "2026-10-25T02:30" twice',
    '7 starts_at: clocks go forward over "2026-03-29T02:30"',
    '8 starts_at: "soon" is not a day and a time',
    '8 phone: "12" is not a phone number',
    '8 email: "nobody" cannot be used',
    '9 people: Ana takes 1 people at most',
  ]);
});
