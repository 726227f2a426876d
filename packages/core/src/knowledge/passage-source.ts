import type { Passage } from '../conversation/call.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import type { Language } from '../language/language.ts';

/** The answer with where it comes from: title, and the page's address or the file's name. */
export function withSource(body: string, passage: Passage, language: Language): string {
  return `${body}\n\n${sourceLine(passage, language)}`;
}

function sourceLine({ title, source, url }: Passage, language: Language): string {
  return sentencesIn(language).knowledge.source(title, url ?? fileName(source));
}

/** "knowledge/handbook.pdf.md" is "handbook.pdf" to a reader, "knowledge/faq.md" is "faq". */
function fileName(source: string | undefined): string | undefined {
  const name = /^knowledge\/(?<name>.+)\.md$/.exec(source ?? '')?.groups?.['name'];
  return name?.replace(/\.[a-z]{2}(-[A-Za-z]+)?$/, '');
}
