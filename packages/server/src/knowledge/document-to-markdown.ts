import { basename, extname } from 'node:path';
import { docxSections } from './docx-sections.ts';
import { htmlSections } from './html-sections.ts';
import { markdownSections } from './markdown-sections.ts';
import { pdfSections } from './pdf-sections.ts';
import { questionSections } from './question-sections.ts';
import { sectionsToMarkdown, type Section } from './sections-to-markdown.ts';

/** The endings of documents that knowledge is read from, beside Markdown in its own form. */
export const documentEndings = ['.pdf', '.docx', '.html', '.htm', '.txt', '.csv'] as const;

/**
 * A document as the Markdown that knowledge is read from: "##" titles with answers below them.
 * Throws naming the file, what is wrong with it and what to do.
 */
export async function documentToMarkdown(file: string, bytes: Uint8Array): Promise<string> {
  try {
    const sections = await sectionsOf(file, bytes);
    if (sections.length === 0) throw new Error('there is no text in it; delete it, or write something');
    return sectionsToMarkdown(sections);
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

async function sectionsOf(file: string, bytes: Uint8Array): Promise<readonly Section[]> {
  const ending = extname(file).toLowerCase();
  const title = titleOf(file);
  switch (ending) {
    case '.pdf':
      return pdfSections(bytes, title);
    case '.docx':
      return docxSections(bytes, title);
    case '.html':
    case '.htm':
      return htmlSections(utf8(bytes), title);
    case '.csv':
      return questionSections(file, utf8(bytes));
    case '.txt':
      return markdownSections(utf8(bytes), title);
    default:
      throw new Error(`it is of no kind that is known; known are .md, ${documentEndings.join(', ')}`);
  }
}

/** "price list" of "knowledge/price-list.es.pdf": which language it is for is no part of what it is called. */
function titleOf(file: string): string {
  const name = basename(file, extname(file));
  return name.replace(/(?<=.)\.[a-z]{2,3}(?:-[A-Za-z]{2,4})?$/, '').replaceAll(/[-_]+/g, ' ');
}

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('it is not UTF-8 text; save it as UTF-8');
  }
}
