import { extractText, getDocumentProxy } from 'unpdf';
import type { Section } from './sections-to-markdown.ts';

/** The text of a PDF, a section a page. Throws when there is no text in it, as in a scan. */
export async function pdfSections(bytes: Uint8Array, title: string): Promise<readonly Section[]> {
  // A copy: the reader takes no Buffer, and keeps what it is given for itself.
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const pages = text.map((page) => page.replaceAll(/[ \t]+/g, ' ').trim());
  if (pages.every((page) => page === ''))
    throw new Error('there is no text in it; a scan has to be recognised (OCR) first');
  return pages.flatMap((body, n) =>
    body === '' ? [] : [{ title: pages.length === 1 ? title : `${title}, page ${n + 1}`, body }],
  );
}
