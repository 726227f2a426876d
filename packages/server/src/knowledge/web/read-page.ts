import { DOMParser } from 'linkedom';
import { z } from 'zod';
import { shippedLanguage, type Language } from '@ambit/core/language/language';
import { documentToMarkdown } from '../document-to-markdown.ts';
import type { Fetched } from './fetch-page.ts';

/** A page as knowledge. `takes`: it may be kept; `links`: where it leads; `canonical`: the address it goes by. */
export type ReadPage = {
  readonly title: string;
  readonly markdown: string | undefined;
  readonly links: readonly string[];
  readonly canonical?: string;
  readonly language?: Language;
};

type Element = { getAttribute(name: string): string | null };
type Page = { readonly title: string; querySelectorAll(selector: string): Iterable<Element> };

const Page = z.custom<Page>(
  (value) => typeof value === 'object' && value !== null && 'querySelectorAll' in value,
);

/** Reads HTML and PDF; undefined for any other kind. Throws with what is wrong with it. */
export async function readPage({
  url,
  contentType,
  bytes,
}: Extract<Fetched, { kind: 'page' }>): Promise<ReadPage | undefined> {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/pdf') {
    const title = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? 'document.pdf');
    return { title, markdown: await documentToMarkdown(title, bytes), links: [] };
  }
  if (type !== 'text/html' && type !== 'application/xhtml+xml') return undefined;
  const html = decode(bytes, contentType);
  const page = Page.parse(new DOMParser().parseFromString(html, 'text/html'));
  const robots = attributes(page, 'meta[name="robots" i]', 'content').join(',').toLowerCase();
  const [canonical] = attributes(page, 'link[rel="canonical" i]', 'href').flatMap((to) => absolute(to, url));
  const language = shippedLanguage(attributes(page, 'html', 'lang')[0] ?? '');
  const title = page.title.trim();
  return {
    title: title === '' ? url : title,
    markdown: /noindex|none/.test(robots)
      ? undefined
      : await documentToMarkdown('page.html', new TextEncoder().encode(html)),
    links: /nofollow|none/.test(robots)
      ? []
      : [...new Set(attributes(page, 'a[href]', 'href').flatMap((to) => absolute(to, url)))],
    ...(canonical === undefined ? {} : { canonical }),
    ...(language === undefined ? {} : { language }),
  };
}

/** The addresses in a site map, or in a list of site maps. */
export function readSiteMap(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder().decode(bytes);
  return [...text.matchAll(/<loc>\s*([^<\s]+)\s*<\/loc>/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  );
}

function attributes(page: Page, selector: string, name: string): readonly string[] {
  return [...page.querySelectorAll(selector)].flatMap((element) => element.getAttribute(name) ?? []);
}

/** A link without its fragment; none for what is no page. */
function absolute(to: string, from: string): readonly string[] {
  const url = URL.parse(to, from);
  if (url === null || !/^https?:$/.test(url.protocol)) return [];
  url.hash = '';
  return [url.href];
}

function decode(bytes: Uint8Array, contentType: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  const charset =
    /charset=["']?([\w-]+)/i.exec(contentType)?.[1] ?? /<meta[^>]+charset=["']?([\w-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder(charset ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
