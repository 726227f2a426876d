import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFolderBlobStore } from './folder-blob-store.ts';

const key = 'ab'.repeat(16);
const bytes = Buffer.from('a photo of a torn sleeve');

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'ambit-blobs-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

test('a blob comes back as it was kept, whole or in part', async () => {
  const store = createFolderBlobStore(join(home, 'kept'));
  await store.put(key, bytes, 'image/png');
  const whole = await store.get(key);
  expect(whole?.size).toBe(bytes.length);
  expect(await new Response(whole?.bytes).text()).toBe(bytes.toString());
  const part = await store.get(key, { first: 2, last: 6 });
  expect(part?.size).toBe(bytes.length);
  expect(await new Response(part?.bytes).text()).toBe('photo');
});

test('only its owner may read it, and nothing unfinished stays', async () => {
  const folder = join(home, 'private');
  await createFolderBlobStore(folder).put(key, bytes, undefined);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'ab'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'ab', key))).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'ab'))).toEqual([key]);
});

test('there is none under a key never kept, or removed', async () => {
  const store = createFolderBlobStore(join(home, 'none'));
  expect(await store.get(key)).toBeUndefined();
  await store.put(key, bytes, undefined);
  await store.remove(key);
  await store.remove(key);
  expect(await store.get(key)).toBeUndefined();
});

test.each(['../../etc/passwd', '', 'AB'.repeat(16), `${'a'.repeat(31)}/`])(
  'a key such as "%s" is refused before the disk is touched',
  async (bad) => {
    const folder = join(home, 'refused');
    await expect(createFolderBlobStore(folder).put(bad, bytes, undefined)).rejects.toThrow('is no key');
    await expect(stat(folder)).rejects.toThrow('ENOENT');
  },
);
