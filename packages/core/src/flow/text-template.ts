/**
 * How a value is written: as it is, as a date, a time of day, a number, an amount of money, or each
 * entry of a list, beside one another or one to a line.
 */
export type ValueFormat =
  | { readonly kind: 'plain' | 'date' | 'time' | 'number' | 'money' }
  | { readonly kind: 'each' | 'lines'; readonly pieces: readonly TemplatePiece[] };

export type TemplatePiece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'value'; readonly path: string; readonly format: ValueFormat };

/** A text of a flow taken apart: its lines, each of fixed words and values. */
export type TextTemplate = readonly (readonly TemplatePiece[])[];

const value = /\{\{\s*([^\s{}|]+)\s*(?:\|\s*([^{}]*?)\s*)?\}\}/gu;
const entryValue = /<(#|[a-zA-Z][\w.]*)(?:\|(date|time|number|money))?>/gu;

/**
 * Takes `{{path}}`, `{{path|date}}`, `{{path|money}}`, `{{path|each: <field> × <field>}}` and
 * `{{path|lines: <#>. <field>}}` apart from the words. `<#>`: the place of the entry, from 1.
 */
export function parseTemplate(text: string): TextTemplate {
  return text.split('\n').map((line) => pieces(line, value));
}

/** The paths a text reads. */
export function pathsIn(text: string): readonly string[] {
  return parseTemplate(text).flatMap((line) =>
    line.flatMap((piece) => (piece.kind === 'value' ? [piece.path] : [])),
  );
}

/** How a text wants values written that are written in no such way, as in `{{day|dat}}`. */
export function unknownFormatsIn(text: string): readonly string[] {
  const formats = [...text.matchAll(value)].map(([, , format = '']) => format);
  return formats.filter(
    (format) => format !== '' && !/^(?:date|time|number|money|(?:each|lines):.*)$/u.test(format),
  );
}

/** The path of a text that is one variable and nothing else. */
export function solePath(text: string): string | undefined {
  const [line, second] = parseTemplate(text.trim());
  const [piece, other] = line ?? [];
  if (second !== undefined || other !== undefined || piece?.kind !== 'value') return undefined;
  return piece.format.kind === 'plain' ? piece.path : undefined;
}

function pieces(line: string, pattern: RegExp): readonly TemplatePiece[] {
  const found: TemplatePiece[] = [];
  let end = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > end) found.push({ kind: 'words', words: line.slice(end, match.index) });
    found.push({ kind: 'value', path: match[1] ?? '', format: format(match[2]) });
    end = match.index + match[0].length;
  }
  if (end < line.length || line === '') found.push({ kind: 'words', words: line.slice(end) });
  return found;
}

function format(written = ''): ValueFormat {
  const [, list, entry = ''] = /^(each|lines):\s*(.*)$/u.exec(written) ?? [];
  if (list === 'each' || list === 'lines') return { kind: list, pieces: pieces(entry.trim(), entryValue) };
  switch (written) {
    case 'date':
    case 'time':
    case 'number':
    case 'money':
      return { kind: written };
    default:
      return { kind: 'plain' };
  }
}
