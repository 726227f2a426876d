import { Readability } from '@mozilla/readability';
import { DOMParser } from 'linkedom';
import TurndownService from 'turndown';
import { z } from 'zod';
import { markdownSections } from './markdown-sections.ts';
import type { Section } from './sections-to-markdown.ts';

/** As much of a browser's document as is used here; the server is compiled without the browser's types. */
type Page = {
  readonly title: string;
  readonly body: { readonly innerHTML: string };
  querySelectorAll(selector: string): Iterable<{ remove(): void }>;
};

const Page = z.custom<Page>(
  (value) => typeof value === 'object' && value !== null && 'querySelectorAll' in value,
);

/** What a page shows around and between its words. */
const chrome =
  'script, style, noscript, nav, template, iframe, img, picture, svg, video, audio, form, button';

/** The readable part of a page, without its menus and scripts, cut at its headings. */
export function htmlSections(html: string, fallbackTitle: string): readonly Section[] {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  const document = Page.parse(new DOMParser().parseFromString(whole, 'text/html'));
  const title = document.title.trim() === '' ? fallbackTitle : document.title.trim();
  for (const element of document.querySelectorAll(chrome)) element.remove();
  const body = document.body.innerHTML;
  const article = new Readability(document, { keepClasses: false, charThreshold: 200 }).parse();
  const markdown = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
  });
  return markdownSections(markdown.turndown(article?.content ?? body), title);
}
