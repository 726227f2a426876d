import { shippedLanguage } from '../language/language.ts';
import type { KnowledgePassage } from './business.ts';
import type { FileProblem } from './file-problem.ts';

/** What fits into one WhatsApp text (4096) with room for the notices around it. */
const longestBody = 3_500;

/**
 * Cuts a Markdown file into passages: each "##" heading is a title, the text below it the body.
 * The id is the file and the heading's slug; "## How do I return it? {#returns}" names it "returns". Lines
 * right below the heading that begin with "? " are other ways to ask for it. A file named "faq.es.md" is for
 * those who speak Spanish.
 */
export function readKnowledge(
  file: string,
  text: string,
): { readonly passages: readonly KnowledgePassage[]; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const sections = splitSections(text);
  const [before] = sections;
  if (before !== undefined && before.heading === undefined && before.body !== '') {
    problems.push({
      file,
      line: before.line,
      message: 'text before the first "##" heading belongs to no passage',
      fix: 'put it under a "##" heading of its own, or delete it',
    });
  }
  const language = languageOfFile(file);
  const seen = new Map<string, number>();
  const passages: KnowledgePassage[] = [];
  for (const { heading, line, body } of sections) {
    if (heading === undefined) continue;
    const named = /^(?<title>.*?)\s*\{#(?<name>[a-z0-9-]+)\}$/.exec(heading)?.groups;
    const title = named?.['title'] ?? heading;
    const slug = named?.['name'] ?? slugOf(title);
    const { questions, said } = withoutQuestions(body);
    const at = { file, line, field: title };
    const first = seen.get(slug);
    if (first !== undefined) {
      problems.push({
        ...at,
        message: `"#${slug}" is already the heading on line ${first}`,
        fix: 'give it another title',
      });
    } else if (slug === '') {
      problems.push({ ...at, message: 'the heading has no words', fix: 'write the question it answers' });
    } else if (said === '') {
      problems.push({
        ...at,
        message: 'nothing is written under this heading',
        fix: 'write the answer, or delete it',
      });
    } else if (said.length > longestBody) {
      const fix = `shorten it to ${longestBody} characters, or split it under two headings`;
      problems.push({
        ...at,
        message: `the answer has ${said.length} characters, too many for one message`,
        fix,
      });
    } else
      passages.push({
        passageId: `${file}#${slug}`,
        source: file,
        title,
        body: said,
        ...(questions.length === 0 ? {} : { questions: [...questions] }),
        ...(language === undefined ? {} : { language }),
      });
    if (first === undefined) seen.set(slug, line);
  }
  if (sections.every(({ heading }) => heading === undefined)) {
    problems.push({
      file,
      message: 'there is no "##" heading, so no passage',
      fix: 'put each answer under a "##" heading',
    });
  }
  return { passages, problems };
}

/** The other ways to ask that stand above an answer, and the answer. */
function withoutQuestions(body: string): { readonly questions: readonly string[]; readonly said: string } {
  const lines = body.split('\n');
  const answer = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('? '));
  const above = answer === -1 ? lines : lines.slice(0, answer);
  const questions = above.map((line) => line.slice(2).trim()).filter((line) => line.length > 1);
  return { questions, said: answer === -1 ? '' : lines.slice(answer).join('\n').trim() };
}

/** "knowledge/faq.pt-BR.md" is for Brazilians; a second ending that is no language of ours says nothing. */
function languageOfFile(file: string): string | undefined {
  const tag = /\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(?:\.(?:pdf|docx|html?|txt|csv))?\.md$/.exec(file)?.[1];
  return tag === undefined || shippedLanguage(tag) === undefined ? undefined : tag;
}

type Section = { readonly heading: string | undefined; readonly line: number; readonly body: string };

function splitSections(text: string): readonly Section[] {
  const sections: Section[] = [];
  let heading: string | undefined;
  let line = 1;
  let body: string[] = [];
  let fenced = false;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    if (content.startsWith('```')) fenced = !fenced;
    const title = fenced ? undefined : /^##\s+(.*?)\s*#*\s*$/.exec(content)?.[1];
    const documentTitle = !fenced && heading === undefined && /^#\s/.test(content);
    if (title !== undefined) {
      sections.push({ heading, line, body: body.join('\n').trim() });
      heading = title;
      line = index + 1;
      body = [];
    } else if (!documentTitle) body.push(content);
  }
  sections.push({ heading, line, body: body.join('\n').trim() });
  return sections;
}

function slugOf(title: string): string {
  return (
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join('-');
}
