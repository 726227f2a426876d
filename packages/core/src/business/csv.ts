import type { FileProblem } from './file-problem.ts';

/** One line of a table: its values by column, empty ones left out. `line` is where it starts. */
export type CsvRow = { readonly line: number; readonly values: ReadonlyMap<string, string> };

/** A comma-separated file as a table, or what keeps it from being one. */
export type CsvTable = {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly problems: readonly FileProblem[];
};

/**
 * Reads comma-separated values with a header line. Quoted values may hold commas, doubled quotes
 * and line ends; lines are counted as an editor shows them. Source: RFC 4180.
 */
export function readCsv(file: string, text: string): CsvTable {
  const { records, openQuoteAt } = splitRecords(text.replace(/^\uFEFF/, ''));
  const problems: FileProblem[] = [];
  if (openQuoteAt !== undefined) {
    problems.push({
      file,
      line: openQuoteAt,
      message: 'a quoted value starts here and never ends',
      fix: 'close it with ", and write a quote inside a quoted value twice ("")',
    });
  }
  const [header, ...body] = records;
  if (header === undefined) {
    return { columns: [], rows: [], problems: [...problems, emptyFile(file)] };
  }
  const columns = header.cells.map((cell) => cell.trim());
  const rows: CsvRow[] = [];
  for (const { line, cells } of body) {
    if (cells.length !== columns.length) {
      problems.push({
        file,
        line,
        message: `this line has ${cells.length} values, the header has ${columns.length}`,
        fix: 'give every column a value (it may be empty), and quote values that contain a comma',
      });
      continue;
    }
    const filled = columns.map((column, index): [string, string] => [column, (cells[index] ?? '').trim()]);
    rows.push({ line, values: new Map(filled.filter(([, value]) => value !== '')) });
  }
  return { columns, rows, problems };
}

function emptyFile(file: string): FileProblem {
  return {
    file,
    line: 1,
    message: 'the file is empty',
    fix: 'start it with a header line, or delete the file',
  };
}

type CsvRecord = { readonly line: number; readonly cells: readonly string[] };

function splitRecords(text: string): {
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
    } else if (character === ',') {
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
