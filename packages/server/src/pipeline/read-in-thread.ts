import { Worker } from 'node:worker_threads';
import type { Resource } from '@ambit/core/appointment/resource';
import type { Business } from '@ambit/core/business/business';
import type { FileProblem } from '@ambit/core/business/file-problem';
import type { ImportRows, ImportTable } from '@ambit/core/business/read-import';
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
export type ToThread = { readonly kind: 'read'; readonly asked: ImportAsked } | { readonly kind: 'next' };

/** `rows`: a part of the rows; `read`: all parts were handed over. */
export type FromThread =
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] }
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
  const worker = new Worker(new URL(threadFile, import.meta.url));
  try {
    const parts: ImportRows[] = [];
    let message: ToThread = { kind: 'read', asked };
    for (;;) {
      const answer = await tell(worker, message);
      switch (answer.kind) {
        case 'problems':
          return answer;
        case 'rows':
          parts.push(answer.part);
          message = { kind: 'next' };
          break;
        case 'read':
          return { ...answer, rows: joined(parts) };
      }
    }
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
    case 'catalogue':
      return { ...first, rows: parts.flatMap((part) => (part.table === first.table ? part.rows : [])) };
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
