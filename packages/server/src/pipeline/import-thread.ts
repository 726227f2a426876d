import { parentPort } from 'node:worker_threads';
import { readImport, type ImportRows } from '@ambit/core/business/read-import';
import { decodeTable } from './decode-table.ts';
import type { FromThread, ToThread } from './read-in-thread.ts';

/** A worker thread that reads the files of one import, and hands its rows over a few at a time. */
const rowsAtOnce = 2_000;

const port = parentPort;
if (port === null) throw new Error('import-thread.ts runs in a worker thread');

let parts: Iterator<FromThread> | undefined;
port.on('message', (message: ToThread) => {
  if (message.kind === 'read') parts = read(message);
  const next = parts?.next();
  if (next !== undefined && next.done !== true) port.postMessage(next.value);
});

function* read({ asked }: Extract<ToThread, { kind: 'read' }>): Generator<FromThread> {
  const { table, files, business, resources, skipBad } = asked;
  const decoded = files.map(({ name, bytes }) => ({ name, ...decodeTable(bytes) }));
  const reading = readImport(table, decoded, business, { resources, skipBad });
  if (reading.kind === 'problems') {
    yield { kind: 'problems', problems: reading.problems };
    return;
  }
  const { rows, problems } = reading;
  const count = rows.rows.length;
  for (let at = 0; at === 0 || at < count; at += rowsAtOnce)
    yield { kind: 'rows', part: partOf(rows, at, at + rowsAtOnce) };
  yield { kind: 'read', problems, encodings: decoded.map(({ encoding }) => encoding) };
}

function partOf(all: ImportRows, from: number, to: number): ImportRows {
  switch (all.table) {
    case 'orders':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'catalogue':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'resources':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'appointments':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'customers':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'subscriptions':
      return { ...all, rows: all.rows.slice(from, to) };
  }
}
