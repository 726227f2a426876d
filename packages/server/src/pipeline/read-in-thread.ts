import { Worker } from 'node:worker_threads';
import type { Resource } from '@ambit/core/appointment/resource';
import type { Business } from '@ambit/core/business/business';
import type { FileProblem } from '@ambit/core/business/file-problem';
import type { ImportRows, ImportTable } from '@ambit/core/business/read-import';
import type { ChangedTable, FolderFiles } from './changed-tables.ts';
import type { DecodedTable } from './decode-table.ts';

/** Files for one table, as they were written, and what they are read against. */
export type ImportAsked = {
  readonly table: ImportTable;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly business: Business;
  readonly resources: readonly Resource[];
  readonly skipBad: boolean;
};

/** `next`: the next part of what was read. */
export type ToThread =
  | { readonly kind: 'read'; readonly asked: ImportAsked }
  | { readonly kind: 'read-folder'; readonly asked: FolderFiles }
  | { readonly kind: 'next' };

/**
 * `business`: of a folder, before its tables; `rows`: a part of the rows; `formerly`: of a folder, after the last part
 * of a table; `read`: all parts were handed over.
 */
export type FromThread =
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'business'; readonly business: Business; readonly contentHash: string }
  | { readonly kind: 'formerly'; readonly formerly: ReadonlySet<string> }
  | { readonly kind: 'rows'; readonly part: ImportRows }
  | {
      readonly kind: 'read';
      readonly problems: readonly FileProblem[];
      readonly encodings: readonly DecodedTable['encoding'][];
    };

/** What files say. `problems` beside rows: of lines that were left out. */
export type ReadInThread =
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
  | {
      readonly kind: 'read';
      readonly rows: ImportRows;
      readonly problems: readonly FileProblem[];
      readonly encodings: readonly DecodedTable['encoding'][];
    };

const threadFile = import.meta.url.endsWith('.ts') ? './import-thread.ts' : './import-thread.js';

/**
 * Reads files for one table in a thread of its own, so that webhooks are answered while 40 MB are parsed. The rows
 * come back part by part, each asked for, as taking over all of them at once would hold the event loop as well.
 */
export async function readInThread(asked: ImportAsked): Promise<ReadInThread> {
  const parts: ImportRows[] = [];
  for await (const answer of answersTo({ kind: 'read', asked })) {
    if (answer.kind === 'problems') return answer;
    if (answer.kind === 'rows') parts.push(answer.part);
    if (answer.kind === 'read') return { ...answer, rows: joined(parts) };
  }
  throw new Error('The thread that read the files did not come to their end');
}

/** What a folder says: the business, and those of its tables whose files have changed. */
export type FolderInThread =
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
  | {
      readonly kind: 'read';
      readonly business: Business;
      readonly contentHash: string;
      readonly tables: readonly ChangedTable[];
    };

/** Reads a whole folder as `readInThread` reads files for one table. */
export async function readFolderInThread(asked: FolderFiles): Promise<FolderInThread> {
  const tables: ChangedTable[] = [];
  let parts: ImportRows[] = [];
  let main: Extract<FromThread, { kind: 'business' }> | undefined;
  for await (const answer of answersTo({ kind: 'read-folder', asked })) {
    switch (answer.kind) {
      case 'problems':
        return answer;
      case 'business':
        main = answer;
        break;
      case 'rows':
        parts.push(answer.part);
        break;
      case 'formerly':
        tables.push({ rows: joined(parts), formerly: answer.formerly });
        parts = [];
        break;
      case 'read':
        if (main !== undefined) return { ...main, kind: 'read', tables };
    }
  }
  throw new Error('The thread that read the folder did not come to its end');
}

async function* answersTo(first: ToThread): AsyncGenerator<FromThread> {
  const worker = new Worker(new URL(threadFile, import.meta.url));
  try {
    yield await tell(worker, first);
    for (;;) yield await tell(worker, { kind: 'next' });
  } finally {
    await worker.terminate();
  }
}

function tell(worker: Worker, message: ToThread): Promise<FromThread> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(new Error('The files could not be read', { cause: error }));
    const ended = (code: number): void => fail(new Error(`the thread ended with code ${code}`));
    worker.once('error', fail);
    worker.once('exit', ended);
    worker.once('message', (answer: FromThread) => {
      worker.off('error', fail);
      worker.off('exit', ended);
      resolve(answer);
    });
    worker.postMessage(message);
  });
}

function joined(parts: readonly ImportRows[]): ImportRows {
  const [first] = parts;
  if (first === undefined) throw new Error('The thread that read the files handed no rows over');
  switch (first.table) {
    case 'orders':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
    case 'catalogue': {
      const all = parts.flatMap((part) => (part.table === first.table ? [part] : []));
      return { ...first, rows: all.flatMap(({ rows }) => rows), places: all.flatMap(({ places }) => places) };
    }
    case 'resources':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
    case 'appointments':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
    case 'customers':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
    case 'subscriptions':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
  }
}
