import { el } from './dom.ts';

const pattern =
  /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]'])|\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|~(\S(?:[^~\n]*\S)?)~|```([^`]+)```|(\+?\d[\d\s().-]{7,}\d)/g;

/** WhatsApp's own text marks, links, and phone numbers kept left-to-right. Never HTML. */
export function richText(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const [whole, url, bold, italic, struck, code, phone] = match;
    fragment.append(text.slice(from, match.index));
    from = match.index + whole.length;
    if (url !== undefined)
      fragment.append(el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, url));
    else if (bold !== undefined) fragment.append(el('strong', {}, bold));
    else if (italic !== undefined) fragment.append(el('em', {}, italic));
    else if (struck !== undefined) fragment.append(el('s', {}, struck));
    else if (code !== undefined) fragment.append(el('code', {}, code));
    else fragment.append(el('bdi', {}, phone ?? whole));
  }
  fragment.append(text.slice(from));
  return fragment;
}
