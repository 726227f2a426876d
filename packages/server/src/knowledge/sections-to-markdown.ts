/** A stretch of a document under one heading, as Markdown. */
export type Section = { readonly title: string; readonly body: string };

/** About as much as one WhatsApp message should say; longer answers nobody reads. */
const longestBody = 1_200;

/**
 * Sections as the Markdown that knowledge is read from: a "##" heading with a title of its own, and
 * below it no more than one message says. A long section becomes several, cut between paragraphs,
 * else between sentences.
 */
export function sectionsToMarkdown(sections: readonly Section[]): string {
  const used = new Map<string, number>();
  const written: string[] = [];
  for (const { title, body } of sections) {
    for (const part of cut(body.trim())) {
      const plain = title.replaceAll(/\s+/g, ' ').trim();
      const key = plain.toLowerCase();
      const count = (used.get(key) ?? 0) + 1;
      used.set(key, count);
      written.push(`## ${count === 1 ? plain : `${plain} (${count})`}\n\n${part}\n`);
    }
  }
  return written.join('\n');
}

function cut(body: string): readonly string[] {
  if (body === '') return [];
  if (body.length <= longestBody) return [withoutHeadings(body)];
  const pieces = body
    .split(/\n{2,}/)
    .flatMap((paragraph) => (paragraph.length <= longestBody ? [paragraph] : sentences(paragraph)));
  const parts: string[] = [];
  let part = '';
  for (const piece of pieces) {
    if (part !== '' && part.length + piece.length + 2 > longestBody) {
      parts.push(part);
      part = '';
    }
    part = part === '' ? piece : `${part}\n\n${piece}`;
  }
  return [...parts, part].map(withoutHeadings);
}

/** A sentence longer than a message is cut where it has to be. */
function sentences(paragraph: string): readonly string[] {
  return (paragraph.match(/[^.!?。！？।؟]+[.!?。！？।؟]*\s*/gu) ?? []).flatMap((sentence) =>
    Array.from({ length: Math.ceil(sentence.length / longestBody) }, (_, n) =>
      sentence.slice(n * longestBody, (n + 1) * longestBody).trim(),
    ),
  );
}

/** A line that looks like a heading would begin a passage of its own. */
function withoutHeadings(body: string): string {
  return body.replaceAll(/^#{1,6}\s+/gm, '');
}
