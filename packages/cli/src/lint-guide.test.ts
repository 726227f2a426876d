import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Business } from '@ambit/core/business/business';
import { TaskFile } from '@ambit/core/business/task-file';
import { lintFolder } from './lint-folder.ts';

const guide = await readFile(new URL('../../../docs/guide/business.md', import.meta.url), 'utf8');
const files = [...guide.matchAll(/```(?:yaml|markdown|csv) (\S+)\n(.*?)```/gs)];

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ambit-guide-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the business in the guide has nothing to mend', async () => {
  for (const [, name = '', text = ''] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  expect(files).toHaveLength(12);
  expect((await lintFolder(folder)).problems).toEqual([]);
});

test('the guide names every field of a business and of a task', () => {
  const { knowledge, tools, flows, templates, models, agent, hours, ...rest } = Business.shape;
  const { tasks, ...ofAgent } = agent.shape;
  const fields = [
    ...Object.keys(rest),
    ...Object.keys(ofAgent).map((field) => `agent.${field}`),
    ...Object.keys(hours.shape).map((field) => `hours.${field}`),
    ...Object.keys(TaskFile.shape),
  ];
  expect(fields.filter((field) => !guide.includes(`\`${field}\``))).toEqual([]);
  // These have files of their own.
  for (const elsewhere of [knowledge, tools, flows, templates, models, tasks])
    expect(elsewhere).toBeDefined();
});
