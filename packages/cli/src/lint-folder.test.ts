import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lintFolder } from './lint-folder.ts';

const businesses = fileURLToPath(new URL('../../../businesses', import.meta.url));
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ambit-lint-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the example businesses have nothing to mend', async () => {
  const names = await readdir(businesses);
  expect(names).toContain('shop');
  for (const name of names) expect(await lintFolder(join(businesses, name))).toMatchObject({ problems: [] });
});

test('every problem is named with its file, line and field, in the order of the lines', async () => {
  await cp(join(businesses, 'shop'), folder, { recursive: true });
  await writeFile(join(folder, 'tasks', 'order-status.yaml'), 'id: order-status\ndoes: order-stats\n');
  await appendFile(join(folder, 'data', 'orders.csv'), 'A-9999,2026-02-30,processing,,,,,,,,,,\n');
  const { problems } = await lintFolder(folder);
  expect(problems).toContainEqual({
    severity: 'blocking',
    file: 'tasks/order-status.yaml',
    line: 2,
    field: 'does',
    message: '"order-stats" is not allowed here',
    fix: 'did you mean "order-status"?',
  });
  expect(problems).toContainEqual(
    expect.objectContaining({ file: 'data/orders.csv', field: 'placed_at', severity: 'blocking' }),
  );
});

test('what may be lived with is a warning: a flow, a document, a file that nothing reads', async () => {
  await cp(join(businesses, 'clinic'), folder, { recursive: true });
  await rm(join(folder, 'knowledge', 'questions.md'));
  await rm(join(folder, 'knowledge', 'preguntas.md'));
  await writeFile(join(folder, 'knowledge', 'prices.pdf'), 'not read here');
  await writeFile(join(folder, 'tasks', 'notes.txt'), 'call the plumber');
  await mkdir(join(folder, 'flows'), { recursive: true });
  await writeFile(join(folder, 'flows', 'ask-first.yaml'), unreachable);
  await appendFile(join(folder, 'business.yaml'), 'teams: [{ id: reception, name: Reception }]\n');
  const { problems } = await lintFolder(folder);
  expect(problems.map(({ severity, file }) => `${severity} ${file}`).toSorted()).toEqual([
    'warning flows/ask-first.yaml',
    'warning flows/ask-first.yaml',
    'warning flows/ask-first.yaml',
    'warning knowledge/prices.pdf',
    'warning tasks/notes.txt',
  ]);
  const said = problems.map(({ message, fix }) => `${message}; ${fix}`).join('\n');
  expect(said).toContain('no task runs this flow');
  expect(said).toContain(
    'there is no team "receptoin", so the routing decides who gets it; did you mean "reception"?',
  );
});

test('an address without encryption is a warning, at its line', async () => {
  await cp(join(businesses, 'shop'), folder, { recursive: true });
  await mkdir(join(folder, 'tools'), { recursive: true });
  await writeFile(
    join(folder, 'tools', 'look.yaml'),
    'kind: http\nname: look\neffects: none\nmethod: GET\nurl: http://erp.example/\nanswers: [{ kind: found }]\n',
  );
  await appendFile(
    join(folder, 'business.yaml'),
    'websites:\n  - { id: help, start: [http://shop.example] }\n',
  );
  const { problems } = await lintFolder(folder);
  expect(
    problems.map(({ severity, file, field }) => `${severity} ${file} ${field ?? ''}`).toSorted(),
  ).toEqual(['warning business.yaml websites[0].start[0]', 'warning tools/look.yaml url']);
  expect(problems.find(({ field }) => field === 'url')).toMatchObject({ line: 5 });
});

test('a refusal that WhatsApp would not show whole is a warning', async () => {
  await cp(join(businesses, 'shop'), folder, { recursive: true });
  const file = join(folder, 'business.yaml');
  const text = await readFile(file, 'utf8');
  const long = `escalation:\n  - { kind: web, url: "https://harbour-outfitters.example/${'a'.repeat(600)}" }\n`;
  await writeFile(file, text.replace(/^escalation:\n(?: .*\n)+/m, long));
  const { problems } = await lintFolder(folder);
  expect(problems).toMatchObject([{ severity: 'warning', file: 'business.yaml', field: 'languages.en' }]);
  expect(problems[0]?.message).toMatch(/the refusal has \d+ characters, at most 600/);
});

test('text in another encoding is blocking, as a start would stop at it', async () => {
  await cp(join(businesses, 'shop'), folder, { recursive: true });
  await writeFile(join(folder, 'knowledge', 'old.md'), Buffer.from('## Caf\xe9?\n\nYes.\n', 'latin1'));
  expect((await lintFolder(folder)).problems).toEqual([
    {
      severity: 'blocking',
      file: 'knowledge/old.md',
      message: 'this is not UTF-8 text',
      fix: 'save it as UTF-8',
    },
  ]);
});

test('a folder that is not there is one problem', async () => {
  expect(await lintFolder(join(folder, 'nowhere'))).toMatchObject({
    problems: [{ severity: 'blocking', message: 'there is no such folder' }],
  });
});

const unreachable = `id: ask-first
version: 1
languages: [es, en]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: support }], to: { then: person } }
  - { id: person, kind: hand-off, why: An appointment is asked for, queue: receptoin }
  - { id: forgotten, kind: hand-off, why: Nothing leads here }
`;

test('an empty file, bytes that are no text and a file in place of a folder are each one plain problem', async () => {
  await cp(join(businesses, 'shop'), folder, { recursive: true });
  await writeFile(join(folder, 'business.yaml'), '');
  expect((await lintFolder(folder)).problems[0]).toMatchObject({ message: 'the file is empty' });
  await writeFile(join(folder, 'business.yaml'), Buffer.from('\uFEFFschema: 1\n', 'utf16le'));
  const found = (await lintFolder(folder)).problems.filter(({ file }) => file === 'business.yaml');
  expect(found).toMatchObject([{ message: 'this is not UTF-8 text' }]);
  const file = join(folder, 'business.yaml');
  expect((await lintFolder(file)).problems).toMatchObject([
    { file: '.', message: 'this is a file, and not a folder' },
  ]);
});
