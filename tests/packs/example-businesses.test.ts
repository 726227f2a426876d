import { readdirSync } from 'node:fs';
import { Business } from '@ambit/core/business/business';
import { describeProblem } from '@ambit/core/business/describe-problem';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';
import { expect, test } from 'vitest';

test.each(readdirSync('businesses'))('the example %s can be used as it is', async (name) => {
  const parsed = parseBusinessFiles(await readBusinessFolder(`businesses/${name}`));
  expect(
    parsed.kind === 'parsed' ? [] : parsed.problems.map((problem) => describeProblem(problem, name)),
  ).toEqual([]);
});

test('what is published holds what its packs say, in every language, and reads back as it was', async () => {
  const parsed = parseBusinessFiles(await readBusinessFolder('businesses/restaurant'));
  if (parsed.kind === 'problems') throw new Error('the restaurant does not parse');
  const { business } = parsed;
  expect(Business.parse(JSON.parse(JSON.stringify(business)))).toEqual(business);
  const booking = business.agent.tasks.find(({ id }) => id === 'appointment-restaurant');
  expect(booking?.title).toBe('reservasi meja');
  expect(Object.keys(booking?.titles ?? {})).toEqual(['en', 'zh']);
  expect(booking?.examples['en']).toContain('table for 2 tonight');
  expect(booking?.examples['en']).toContain('floor seating for 12 possible?');
  const declined = business.agent.tasks.flatMap(({ negatives }) => negatives['en'] ?? []);
  expect(declined).toContain('cancel my netflix');
  expect(declined).not.toContain('cancel my table for tonight');
});
