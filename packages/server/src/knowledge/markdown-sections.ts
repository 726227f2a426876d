import type { Section } from './sections-to-markdown.ts';

/**
 * Any Markdown cut at its headings. A title below others names the way to it ("Delivery: Abroad").
 * `title`: of the document, for what stands before its first heading.
 */
export function markdownSections(text: string, title: string): readonly Section[] {
  const sections: { title: string; lines: string[] }[] = [{ title, lines: [] }];
  const above: string[] = [];
  let fenced = false;
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.startsWith('```')) fenced = !fenced;
    const heading = fenced ? undefined : /^(?<marks>#{1,6})\s+(?<words>.*?)\s*#*$/.exec(line)?.groups;
    const words = heading?.['words'] ?? '';
    if (heading === undefined || words === '') sections.at(-1)?.lines.push(line);
    else {
      const depth = heading['marks']?.length ?? 1;
      above.length = Math.min(above.length, Math.max(0, depth - 1));
      const way = above.slice(1).filter((one) => one !== undefined && one !== '');
      sections.push({ title: [...way, words].join(': '), lines: [] });
      above[depth - 1] = words;
    }
  }
  return sections
    .map((section) => ({ title: section.title, body: section.lines.join('\n').trim() }))
    .filter(({ body }) => body !== '');
}
