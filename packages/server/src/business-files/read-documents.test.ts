import { copyFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { readBusinessFolder, understandFiles } from './read-business-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ambit-business-'));
  await cp(fileURLToPath(new URL('../../../../businesses/shop', import.meta.url)), folder, {
    recursive: true,
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a Word document in the knowledge folder is knowledge', async () => {
  const handbook = fileURLToPath(new URL('../knowledge/fixtures/handbook.docx', import.meta.url));
  await copyFile(handbook, join(folder, 'knowledge', 'handbook.docx'));
  const parsed = parseBusinessFiles(await readBusinessFolder(folder));
  expect(parsed.kind === 'parsed' ? parsed.business.knowledge : parsed).toContainEqual({
    passageId: 'knowledge/handbook.docx.md#warranty',
    source: 'knowledge/handbook.docx.md',
    title: 'Warranty',
    body: 'Every jacket has a warranty of two years.',
  });
});

test('a PDF is read as a push brings it, and stays as it was', async () => {
  const prices = await readFile(new URL('../knowledge/fixtures/price-list.pdf', import.meta.url));
  const size = prices.length;
  const understood = await understandFiles(new Map([['knowledge/prices.pdf', prices]]), '');
  expect(understood.get('knowledge/prices.pdf.md')).toContain('##');
  expect(prices).toHaveLength(size);
});

test('a document that cannot be read stops the start, by its name', async () => {
  await writeFile(join(folder, 'knowledge', 'prices.csv'), 'item,price\ncap,12\n');
  await expect(readBusinessFolder(folder)).rejects.toThrow(
    /prices\.csv cannot be read: .*"question" and "answer"/,
  );
});
