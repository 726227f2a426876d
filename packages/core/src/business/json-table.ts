import { z } from 'zod';
import type { CsvTable } from './csv.ts';
import type { FileProblem } from './file-problem.ts';

const Entries = z.array(z.record(z.string(), z.unknown()));
const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** A list of JSON as a table. `lists`: by column, the tables of what entries hold lists of objects of. */
export type JsonTable = {
  readonly table: CsvTable;
  readonly lists: ReadonlyMap<string, CsvTable>;
};

/**
 * Reads a JSON list of objects as a table: `orderNumber` and `order_number` are one column, a list of texts is
 * written with ";" between them. Lines of entries are those an editor shows; where several are on one line, their
 * place in the list stands for it.
 * `key`: the column that ties the rows of a list to their entry.
 */
export function readJsonTable(file: string, text: string, key: string): JsonTable {
  const entries = Entries.safeParse(parsed(text));
  if (!entries.success) {
    const problem = {
      file,
      line: 1,
      message: 'this is not a JSON list of objects',
      fix: 'write [{ … }, { … }]; a program that reads JSON says where it is broken',
    };
    return { table: { columns: [], rows: [], problems: [], broken: [problem] }, lists: new Map() };
  }
  const starts = linesOfEntries(text);
  const lines = new Set(starts).size === starts.length ? starts : [];
  const table = createTable();
  const lists = new Map<string, ReturnType<typeof createTable>>();
  for (const [index, entry] of entries.data.entries()) {
    const line = lines[index] ?? index + 1;
    const own = table.add(line);
    const named = Object.entries(entry).map(([name, value]) => [columnOf(name), value] as const);
    const tie = textOf(named.find(([column]) => column === key)?.[1]);
    for (const [column, value] of named) {
      const inner = Entries.safeParse(value);
      if (inner.success && inner.data.length > 0) {
        const list = lists.get(column) ?? createTable();
        lists.set(column, list);
        for (const each of inner.data) {
          const row = list.add(line);
          row(key, tie);
          for (const [name, inside] of Object.entries(each)) row(columnOf(name), textOf(inside));
        }
      } else if (inner.success) own(column, undefined);
      else if (textOf(value) === undefined && value !== null && value !== '') {
        table.problems.push({
          file,
          line,
          field: column,
          message: 'this is neither a text, a number nor a list of them',
          fix: 'write a single value',
        });
      } else own(column, textOf(value));
    }
  }
  return {
    table: table.made(),
    lists: new Map([...lists].map(([column, list]) => [column, list.made()])),
  };
}

function createTable() {
  const columns = new Set<string>();
  const rows: { line: number; values: Map<string, string> }[] = [];
  const problems: FileProblem[] = [];
  return {
    problems,
    /** Begins a row; what it returns fills it in. */
    add(line: number): (column: string, value: string | undefined) => void {
      const values = new Map<string, string>();
      rows.push({ line, values });
      return (column, value) => {
        columns.add(column);
        if (value !== undefined && value.trim() !== '') values.set(column, value.trim());
      };
    },
    made: (): CsvTable => ({ columns: [...columns], rows, problems, broken: [] }),
  };
}

/** "orderNumber" as "order_number"; "name_hi-Latn" as it is. */
function columnOf(name: string): string {
  return name.includes('_') ? name : name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function textOf(value: unknown): string | undefined {
  const single = scalar.safeParse(value);
  if (single.success) return String(single.data);
  const several = z.array(scalar).min(1).safeParse(value);
  return several.success ? several.data.join('; ') : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Where each entry of the outermost list begins; the text is JSON. */
function linesOfEntries(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\n') line += 1;
    else if (quoted) {
      if (character === '\\') at += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === '{' || character === '[') {
      if (depth === 1) lines.push(line);
      depth += 1;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return lines;
}
