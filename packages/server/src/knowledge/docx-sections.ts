import mammoth from 'mammoth';
import { htmlSections } from './html-sections.ts';
import type { Section } from './sections-to-markdown.ts';

/** A Word document (.docx), cut at its headings. Throws when it is none. */
export async function docxSections(bytes: Uint8Array, title: string): Promise<readonly Section[]> {
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
  return htmlSections(value, title);
}
