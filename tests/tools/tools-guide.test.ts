import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTools } from '@ambit/core/tool/read-tools';

const guide = readFileSync('docs/guide/tools.md', 'utf8');
const files = new Map(
  [...guide.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ''], index) => [`tools/${index}.yaml`, text]),
);

test('every tool file in the guide can be used as it stands', () => {
  expect(files.size).toBe(2);
  const { tools, problems } = readTools(files);
  expect(problems).toEqual([]);
  expect(tools.map(({ kind }) => kind)).toEqual(['http', 'mcp']);
});
