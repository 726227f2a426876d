import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readModels } from '@ambit/core/model/read-models';
import { lintFolder } from '@ambit/cli/lint-folder';
import { makeModelShop } from './model-shop.ts';

test('the models.yaml of the guide can be read', () => {
  const guide = readFileSync('docs/guide/models.md', 'utf8');
  const text = /^```yaml models\.yaml\n(.*?)^```$/ms.exec(guide)?.[1] ?? '';
  const { models, problems } = readModels(new Map([['models.yaml', text]]));
  expect(problems).toEqual([]);
  expect(models?.providers).toHaveLength(3);
});

test('lint names line, field and fix of what is wrong with models.yaml', async () => {
  const folder = await makeModelShop({
    providers: [{ kind: 'openai', model: 'm', key: 'env:OPENAI_API_KEY' }],
  });
  try {
    expect((await lintFolder(folder)).problems.filter(({ file }) => file === 'models.yaml')).toEqual([]);
    await writeFile(
      join(folder, 'models.yaml'),
      'providers:\n  - kind: openai\n    model: m\n    key: sk-123\n    timeout: 5\n',
    );
    const { problems } = await lintFolder(folder);
    expect(problems).toMatchObject([
      { severity: 'blocking', file: 'models.yaml', line: 4, field: 'providers[0].key' },
      { file: 'models.yaml', line: 5, field: 'providers[0].timeout', fix: 'did you mean "timeoutMs"?' },
    ]);
    await writeFile(join(folder, 'models.yml'), 'providers: []\n');
    await rm(join(folder, 'models.yaml'));
    expect((await lintFolder(folder)).problems).toMatchObject([
      { file: 'models.yml', fix: 'name it models.yaml' },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
