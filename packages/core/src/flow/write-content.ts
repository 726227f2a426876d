import { isAllowedLink } from '../order/allowed-link.ts';
import type { Outbound } from '../message/outbound.ts';
import { shortened } from '../message/split-text.ts';
import type { BusinessTemplate } from '../template/business-template.ts';
import { fillTemplate } from '../template/fill-template.ts';
import { templateValues, type FlowContent } from './flow-content.ts';
import { textIn, type FlowText } from './flow-text.ts';

/** WhatsApp's limits, less what the disclosure may need before a text. Source: Cloud API docs, read 2026-11-21. */
export const longestBody = 700;
const longestPlainBody = 3_500;

/** Writes a text of a flow with its variables filled in; "" when nothing is left of it. */
export type WriteText = (text: FlowText | string) => string;

/** What a message node says now; undefined when its variables leave nothing to say or no address to open. */
export function writeContent(
  say: FlowContent,
  write: WriteText,
  {
    language,
    token,
    linkHosts,
    templates,
  }: {
    readonly language: string;
    readonly token: string;
    readonly linkHosts: readonly string[];
    readonly templates: readonly BusinessTemplate[];
  },
): Outbound | undefined {
  switch (say.kind) {
    case 'text':
      return plainText(write(say.text));
    case 'buttons': {
      const buttons = say.buttons.flatMap(({ id, title }) =>
        titled({ id, title: shortened(write(title), 20) }),
      );
      return withBody(write(say.text), longestBody, (body) =>
        buttons.length === 0 ? { kind: 'text', body } : { kind: 'buttons', body, buttons },
      );
    }
    case 'list': {
      const rows = say.rows.flatMap(({ id, title, description }) => {
        const more = description === undefined ? '' : shortened(write(description), 72);
        return titled({
          id,
          title: shortened(write(title), 24),
          ...(more === '' ? {} : { description: more }),
        });
      });
      const open = shortened(write(say.open), 20);
      return withBody(write(say.text), longestPlainBody, (body) =>
        rows.length === 0 || open === '' ? { kind: 'text', body } : { kind: 'list', body, open, rows },
      );
    }
    case 'media':
      return file(say, write, linkHosts);
    case 'cta': {
      const url = write(say.url);
      const title = shortened(write(say.title), 20);
      if (title === '' || !leadsSomewhere(url, say.url, linkHosts)) return undefined;
      return withBody(write(say.text), longestBody, (body) => ({ kind: 'link-button', body, title, url }));
    }
    case 'template': {
      const template = templates.find(({ name }) => name === say.name);
      const values = templateValues(say).map(
        ([name, text]) => [name, write(wordingIn(text, language))] as const,
      );
      return template === undefined
        ? undefined
        : fillTemplate(template, language, Object.fromEntries(values));
    }
    case 'product': {
      const written =
        typeof say.products === 'string'
          ? write(say.products).split(', ')
          : say.products.map((id) => write(id));
      const products = [...new Set(written.filter((id) => id !== ''))].slice(0, 30);
      const header = say.header === undefined ? '' : shortened(write(say.header), 60);
      if (products.length === 0) return undefined;
      if (say.as !== undefined && write(say.as) === 'carousel' && products.length > 1)
        return withBody(write(say.text), longestBody, (body) => ({
          kind: 'product-carousel',
          body,
          catalogue: write(say.catalogue),
          products: products.slice(0, 10),
        }));
      return withBody(write(say.text), longestBody, (body) => ({
        kind: 'products',
        ...(header === '' ? {} : { header }),
        body,
        catalogue: write(say.catalogue),
        products,
      }));
    }
    case 'form': {
      const open = shortened(write(say.open), 30);
      if (open === '') return undefined;
      return withBody(write(say.text), longestBody, (body) => ({
        kind: 'form',
        body,
        open,
        form: say.form,
        screen: say.screen,
        token,
      }));
    }
  }
}

/** A plain text, cut to what one message holds; undefined for an empty one. */
export function plainText(text: string): Outbound | undefined {
  return withBody(text, longestPlainBody, (body) => ({ kind: 'text', body }));
}

function withBody(text: string, most: number, make: (body: string) => Outbound): Outbound | undefined {
  const body = shortened(text, most);
  return body === '' ? undefined : make(body);
}

function titled<T extends { readonly title: string }>(item: T): readonly T[] {
  return item.title === '' ? [] : [item];
}

/** What a tool returned may name any host; what the author wrote names the right one. */
function leadsSomewhere(url: string, written: string, linkHosts: readonly string[]): boolean {
  const known = /^https?:\/\/[^{}/]+\//u.test(written) || !written.includes('{{');
  return isWebAddress(url) && (known || isAllowedLink(url, linkHosts));
}

function file(
  say: Extract<FlowContent, { kind: 'media' }>,
  write: WriteText,
  linkHosts: readonly string[],
): Outbound | undefined {
  const url = write(say.url);
  if (!leadsSomewhere(url, say.url, linkHosts)) return undefined;
  const caption =
    say.caption === undefined || say.medium === 'audio' ? '' : shortened(write(say.caption), longestBody);
  const filename = say.filename === undefined ? '' : write(say.filename);
  return {
    kind: 'file',
    medium: say.medium,
    url,
    ...(caption === '' ? {} : { caption }),
    ...(filename === '' ? {} : { filename }),
  };
}

/** Core has no URL parser; the channel's schema looks again before anything is sent. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#]+\.?[^\s]*$/u.test(url);
}

/** The text of a flow in a language, not filled in yet. */
export function wordingIn(text: FlowText | string, language: string): string {
  return typeof text === 'string' ? text : textIn(text, language);
}
