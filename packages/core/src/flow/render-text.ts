import type { SlotValue } from '../slot/slot-type.ts';
import { valueAt, within, type FlowScope } from './flow-values.ts';
import { writeDate, writeMoney, writeNumber, writeTime, type FlowLocale } from './local-format.ts';
import type { TemplatePiece, TextTemplate, ValueFormat } from './text-template.ts';

/**
 * A text with its variables filled in. A line that reads a variable which is not set is left out, so
 * that an order without a tracking link has no line about one; "" when nothing is left. `absent`:
 * what stands for such a variable instead.
 */
export function renderText(
  template: TextTemplate,
  scope: FlowScope,
  locale: FlowLocale,
  absent?: string,
): string {
  return template
    .map((line) => renderLine(line, (path) => valueAt(scope, path), locale, absent))
    .filter((line) => line !== undefined)
    .join('\n')
    .trim();
}

type Look = (path: string) => SlotValue | undefined;

function renderLine(
  line: readonly TemplatePiece[],
  look: Look,
  locale: FlowLocale,
  absent?: string,
): string | undefined {
  let written = '';
  for (const piece of line) {
    const text =
      piece.kind === 'words' ? piece.words : (write(look(piece.path), piece.format, locale) ?? absent);
    if (text === undefined) return undefined;
    written += text;
  }
  return written;
}

/** Between the parts of an entry, of which each but the first may be missing: "mug · 9 € · <colours>". */
const between = ' · ';

/** An entry of a list: without its parts of which something is not known; undefined where that is the first. */
function renderEntry(line: readonly TemplatePiece[], look: Look, locale: FlowLocale): string | undefined {
  const parts: TemplatePiece[][] = [[]];
  for (const piece of line) {
    if (piece.kind === 'value') {
      parts.at(-1)?.push(piece);
      continue;
    }
    for (const [place, words] of piece.words.split(between).entries()) {
      if (place > 0) parts.push([]);
      if (words !== '') parts.at(-1)?.push({ kind: 'words', words });
    }
  }
  const [first, ...more] = parts.map((part) => renderLine(part, look, locale));
  if (first === undefined) return undefined;
  return [first, ...more.filter((part) => part !== undefined)].join(between);
}

function write(value: SlotValue | undefined, format: ValueFormat, locale: FlowLocale): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  switch (format.kind) {
    case 'plain':
      return plain(value, locale);
    case 'date':
      return writeDate(value, locale);
    case 'money':
      return writeMoney(value, locale);
    case 'time':
      return writeTime(value, locale);
    case 'number':
      return typeof value === 'number' ? writeNumber(value, locale) : plain(value, locale);
    case 'each':
    case 'lines': {
      if (!Array.isArray(value) || value.length === 0) return undefined;
      const entries = value.map((entry, place) =>
        renderEntry(
          format.pieces,
          (path) => (path === '#' ? place + 1 : within(entry, path.split('.'))),
          locale,
        ),
      );
      const known = entries.filter((entry) => entry !== undefined);
      return known.length === 0 ? undefined : known.join(format.kind === 'each' ? ', ' : '\n');
    }
  }
}

function plain(value: Exclude<SlotValue, null>, locale: FlowLocale): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return writeMoney(value, locale);
  const entries = value.filter((entry) => typeof entry === 'string' || typeof entry === 'number');
  return entries.length === 0 ? undefined : entries.join(', ');
}
