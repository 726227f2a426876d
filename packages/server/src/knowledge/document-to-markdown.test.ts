import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readKnowledge } from '@ambit/core/business/read-knowledge';
import { documentToMarkdown } from './document-to-markdown.ts';

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)));
}

async function passages(
  file: string,
  bytes: Uint8Array | string,
): Promise<readonly (readonly [string, string])[]> {
  const markdown = await documentToMarkdown(
    file,
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
  );
  const { passages: read, problems } = readKnowledge(file, markdown);
  expect(problems).toEqual([]);
  return read.map(({ title, body }) => [title, body]);
}

test('a Word document is cut at its headings', async () => {
  expect(await passages('knowledge/handbook.docx', fixture('handbook.docx'))).toEqual([
    ['Warranty', 'Every jacket has a warranty of two years.'],
    ['Repairs', 'We repair zips for free during the first year.\n\nLater a repair costs 15 dollars.'],
  ]);
});

test('a PDF gives a passage a page', async () => {
  const read = await passages('knowledge/price-list.pdf', fixture('price-list.pdf'));
  expect(read.map(([title]) => title)).toEqual(['price list, page 1', 'price list, page 2']);
  expect(read[0]?.[1]).toContain('Express shipping is 18 dollars.');
  const inSpanish = await passages('knowledge/price-list.es.pdf', Buffer.from(fixture('price-list.pdf')));
  expect(inSpanish.map(([title]) => title)).toEqual(['price list, page 1', 'price list, page 2']);
});

test('a web page loses its menu, scripts and pictures, and keeps its words', async () => {
  const html = `<html><head><title>Help – Harbour</title><script>alert(1)</script></head><body>
    <nav><a href="/">Home</a> <a href="/cart">Cart</a></nav>
    <main><h1>Help</h1><h2>Opening hours</h2><p>We are open from <b>nine to six</b>.</p>
    <h2>Delivery</h2><h3>Abroad</h3><ul><li>Canada: 24 dollars</li><li>Mexico: 24 dollars</li></ul>
    <img src="x.png"></main><footer>© Harbour</footer></body></html>`;
  const read = await passages('knowledge/help.html', html);
  expect(read).toContainEqual(['Opening hours', 'We are open from **nine to six**.']);
  expect(read.find(([title]) => title === 'Delivery: Abroad')?.[1]).toMatch(
    /Canada: 24 dollars\n-\s+Mexico: 24 dollars/,
  );
  expect(JSON.stringify(read)).not.toMatch(/alert|Cart|x\.png/);
});

test('a table of questions gives a passage a row, in any of its languages', async () => {
  expect(
    await passages('knowledge/faq.csv', 'pregunta,respuesta\n¿Abren hoy?,"Sí, de 9 a 18"\n,sin pregunta\n'),
  ).toEqual([['¿Abren hoy?', 'Sí, de 9 a 18']]);
});

test('long text is cut where a reader would, and nothing of it is lost', async () => {
  const sentences = Array.from(
    { length: 120 },
    (_, n) => `This is sentence number ${n} of a very long answer.`,
  );
  const read = await passages(
    'knowledge/long.txt',
    `# Long\n\n${sentences.slice(0, 60).join(' ')}\n\n${sentences.slice(60).join(' ')}`,
  );
  expect(read.length).toBeGreaterThan(4);
  for (const [, body] of read) expect(body.length).toBeLessThanOrEqual(1_200);
  expect(read[0]?.[0]).toBe('Long');
  expect(read[1]?.[0]).toBe('Long (2)');
  const words = read
    .map(([, body]) => body)
    .join(' ')
    .replaceAll(/\s+/g, ' ');
  for (const sentence of sentences) expect(words).toContain(sentence);
});

describe('what cannot be read says why and what to do', () => {
  test.each([
    [
      'knowledge/scan.pdf',
      fixture('scan.pdf'),
      /scan\.pdf cannot be read: there is no text in it; a scan has to be recognised/,
    ],
    ['knowledge/broken.pdf', new Uint8Array([1, 2, 3]), /broken\.pdf cannot be read: /],
    ['knowledge/broken.docx', new Uint8Array([80, 75, 3, 4, 0]), /broken\.docx cannot be read: /],
    ['knowledge/latin.txt', new Uint8Array([0xe9, 0x20, 0xff]), /not UTF-8 text; save it as UTF-8/],
    [
      'knowledge/table.csv',
      new TextEncoder().encode('a,b\n1,2\n'),
      /must name the columns "question" and "answer"; it names a, b/,
    ],
    ['knowledge/empty.txt', new Uint8Array(), /there is no text in it/],
    ['knowledge/film.mp4', new Uint8Array([1]), /known are \.md, \.pdf/],
  ])('%s', async (file, bytes, says) => {
    await expect(documentToMarkdown(file, bytes)).rejects.toThrow(says);
  });
});
