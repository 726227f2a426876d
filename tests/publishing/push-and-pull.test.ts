import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp, eventually } from '../processes/real-process.ts';
import { runAmbit } from '../support/run-ambit.ts';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

let home: string;
let folder: string;
let stack: RunningStack;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-publishing-'));
  folder = join(home, 'shop');
  await cp('businesses/shop', folder, { recursive: true });
  stack = await startTestStack({ environment: { AMBIT_BUSINESS: folder } });
  stack.simulator.control.addCustomer({ id: 'ana', name: 'Ana', phone: '15552002001', userId: 'US.801' });
});
afterAll(async () => {
  await cleanUp();
  await stack.stop();
  await rm(home, { recursive: true, force: true });
});

/** Runs `ambit` as a script does, without a terminal. */
const ambit = (...args: readonly string[]) => runAmbit({ stack, home, folder }, args);

async function change(file: string, edit: (text: string) => string): Promise<void> {
  const path = join(folder, file);
  await writeFile(path, edit(await readFile(path, 'utf8')));
}

const template = `name: gift_ready
category: utility
languages: { en: { body: "Hello, the gift of your order {{1}} is wrapped and waits in our shop." } }
examples: { "1": A-1042 }
`;
const gifts = '\n## Gift wrapping\n\nWe wrap gifts in recycled paper for $4.\n';

test('a folder that nobody changed is what is published', async () => {
  expect(await ambit('diff')).toMatchObject({ code: 0, said: `${folder} is what version 1 says.\n` });
  expect((await ambit('push', '--yes')).said).toContain('Nothing to publish');
});

test('what was changed is shown line by line, published only when it is wanted, and then answers customers', async () => {
  await writeFile(join(folder, 'knowledge/gifts.md'), gifts.trimStart());
  await mkdir(join(folder, 'templates'));
  await writeFile(join(folder, 'templates/gift_ready.yaml'), template);
  const shown = await ambit('diff');
  expect(shown.code).toBe(1);
  expect(shown.said).toContain('+We wrap gifts in recycled paper for $4.');
  expect(shown.said).toContain('+name: gift_ready');
  expect(JSON.parse((await ambit('diff', '--json')).said)).toMatchObject({
    version: 1,
    changes: [
      { path: 'knowledge/gifts.md', kind: 'added' },
      { path: 'templates/gift_ready.yaml', kind: 'added' },
    ],
  });

  const unasked = await ambit('push');
  expect(unasked.code).toBe(1);
  expect(unasked.said).toContain('say --yes');

  const pushed = await ambit('push', '--yes', '--note', 'gift season');
  expect(pushed.code).toBe(0);
  expect(pushed.said).toContain('Published as version 2');
  expect((await stack.client.businessVersions()).versions).toMatchObject([
    { version: 2, note: 'gift season' },
    { version: 1, note: '' },
  ]);
  await eventually(async () => (await stack.client.status()).business?.version === 2, 'version 2 in use');
  await stack.settled(stack.say('ana', 'do you do gift wrapping?'));
  expect(stack.phoneOf('ana').join('\n')).toContain('recycled paper');
});

test('files with mistakes are refused by file, line and field, and nothing is published', async () => {
  await change('business.yaml', (text) => text.replace(/^currency: .*/m, 'currency: dollars'));
  const refused = await ambit('push', '--yes');
  expect(refused.code).toBe(1);
  expect(refused.said).toMatch(/business\.yaml:\d+ currency: /);
  expect(refused.said).toContain('Nothing was published.');
  await change('business.yaml', (text) => text.replace('currency: dollars', 'currency: USD'));
  await change('templates/gift_ready.yaml', (text) => text.replace('is wrapped', 'is on sale'));
  expect((await ambit('push', '--yes')).said).toMatch(
    /templates\/gift_ready\.yaml:\d+ languages\.en: "on sale" reads/,
  );
  await change('templates/gift_ready.yaml', (text) => text.replace('is on sale', 'is wrapped'));
});

test('who looked at an older version than the newest is told so, and nothing is lost', async () => {
  const { files } = await stack.client.businessFiles();
  expect(await stack.client.publish({ files, onTopOf: 1, note: '' })).toEqual({
    kind: 'moved-on',
    version: 2,
  });
});

test('a file that no business has is refused, and so is one that is not text', async () => {
  const { files, version } = await stack.client.businessFiles();
  const strange = { ...files, '../secrets.json': 'e30=' };
  expect(await stack.client.publish({ files: strange, onTopOf: version })).toMatchObject({
    kind: 'refused',
    problems: [{ file: '../secrets.json' }],
  });
  const binary = { ...files, 'knowledge/gifts.md': Buffer.from([0xff, 0xfe, 0xfd]).toString('base64') };
  const refused = await stack.client.publish({ files: binary, onTopOf: version });
  expect(refused.kind === 'refused' ? refused.problems[0]?.message : refused.kind).toContain('UTF-8');
});

test('what is published, or was, can be had back as files; what a folder would lose is asked about first', async () => {
  const fresh = join(home, 'fresh');
  expect(await ambit('pull', fresh)).toMatchObject({ code: 0 });
  expect(await readFile(join(fresh, 'knowledge/gifts.md'), 'utf8')).toBe(gifts.trimStart());
  expect((await ambit('diff', fresh)).code).toBe(0);

  await writeFile(join(fresh, 'notes.txt'), 'mine');
  const kept = await ambit('pull', fresh, '--from', '1');
  expect(kept.code).toBe(1);
  expect(kept.said).toContain('say --yes');
  expect(await ambit('pull', fresh, '--from', '1', '--yes')).toMatchObject({ code: 0 });
  expect(await readdir(join(fresh, 'knowledge'))).not.toContain('gifts.md');
  expect(await readFile(join(fresh, 'notes.txt'), 'utf8')).toBe('mine');
  expect((await ambit('pull', fresh, '--from', '99')).said).toContain('There is no version 99');
});
