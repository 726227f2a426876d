import type { FileProblem } from './file-problem.ts';

/** One line of a table: its values by column, empty ones left out. `line` is where it starts. */
export type CsvRow = { readonly line: number; readonly values: ReadonlyMap<string, string> };

/** A file of separated values as a table, or what keeps it from being one. */
export type CsvTable = {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Of single lines. */
  readonly problems: readonly FileProblem[];
  /** Of the file as a whole: what follows cannot be trusted. */
  readonly broken: readonly FileProblem[];
};

/**
 * Reads values with a header line, separated by what the header has most of: commas, semicolons, tabs or bars.
 * Quoted values may hold separators, doubled quotes and line ends; lines are counted as an editor shows them,
 * whichever of \n, \r\n and \r ends them. Source: RFC 4180.
 */
export function readCsv(file: string, text: string): CsvTable {
  if (isNoText(text)) return { columns: [], rows: [], problems: [], broken: [noText(file)] };
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const separator = separatorOf(lines);
  const { records, openQuoteAt } = splitRecords(lines, separator);
  const problems: FileProblem[] = [];
  const broken: FileProblem[] = [];
  if (openQuoteAt !== undefined) {
    broken.push({
      file,
      line: openQuoteAt,
      message: 'a quoted value starts here and never ends',
      fix: 'close it with ", and write a quote inside a quoted value twice ("")',
    });
  }
  const [header, ...body] = records;
  if (header === undefined) {
    return { columns: [], rows: [], problems, broken: [...broken, emptyFile(file)] };
  }
  const columns = header.cells.map((cell) => cell.trim());
  const rows: CsvRow[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      problems.push({
        file,
        line,
        message: `this line has ${cells.length} values, the header has ${columns.length}`,
        fix: `give every column a value (it may be empty), and quote values that contain ${separatorNames[separator]}`,
      });
      continue;
    }
    const filled = columns.map((column, index): [string, string] => [column, (cells[index] ?? '').trim()]);
    rows.push({ line, values: new Map(filled.filter(([, value]) => value !== '')) });
  }
  return { columns, rows, problems, broken };
}

/** Spreadsheets are ZIP archives; no text has a NUL in it. */
function isNoText(text: string): boolean {
  return text.startsWith('PK\u0003\u0004') || text.includes('\u0000');
}

function noText(file: string): FileProblem {
  return {
    file,
    message: 'this is no text, but a spreadsheet or another program’s own format',
    fix: 'save it as CSV in UTF-8',
  };
}

function emptyFile(file: string): FileProblem {
  return {
    file,
    line: 1,
    message: 'the file is empty',
    fix: 'start it with a header line, or delete the file',
  };
}

const separatorNames = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a bar' } as const;
const separators = [',', ';', '\t', '|'] as const;

/** Programs write what their country's decimal sign leaves free. Of as many of each, the comma. */
function separatorOf(text: string): (typeof separators)[number] {
  const header =
    text
      .replaceAll(/"[^"]*"/g, '')
      .replace(/^[ \n]+/, '')
      .split('\n', 1)[0] ?? '';
  const counted = separators.map((separator) => ({ separator, times: header.split(separator).length }));
  return counted.reduce((most, each) => (each.times > most.times ? each : most)).separator;
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

function splitRecords(
  text: string,
  separator: string,
): {
  readonly records: readonly CsvRecord[];
  readonly openQuoteAt?: number;
} {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let quotedFrom: number | undefined;
  let line = 1;
  let startLine = 1;
  const endRecord = (): void => {
    cells.push(cell);
    if (cells.some((each) => each.trim() !== '')) records.push({ line: startLine, cells });
    cells = [];
    cell = '';
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '\n') line += 1;
    if (quotedFrom !== undefined) {
      if (character !== '"') cell += character;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quotedFrom = undefined;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quotedFrom = line;
    } else if (character === separator) {
      cells.push(cell);
      cell = '';
    } else if (character === '\n') {
      endRecord();
      startLine = line;
    } else cell += character;
  }
  endRecord();
  return quotedFrom === undefined ? { records } : { records, openQuoteAt: quotedFrom };
}
