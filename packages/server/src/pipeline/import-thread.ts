import { parentPort } from 'node:worker_threads';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { readImport, type ImportRows } from '@ambit/core/business/read-import';
import { readChangedTables, type FolderFiles } from './changed-tables.ts';
import { decodeTable } from './decode-table.ts';
import { hashOfFiles } from './import-business.ts';
import type { FromThread, ImportAsked, ToThread } from './read-in-thread.ts';

/** A worker thread that reads the files of one import or one push, and hands rows over a few at a time. */
const rowsAtOnce = 2_000;

const port = parentPort;
if (port === null) throw new Error('import-thread.ts runs in a worker thread');

let parts: Iterator<FromThread> | undefined;
port.on('message', (message: ToThread) => {
  if (message.kind === 'read') parts = read(message.asked);
  if (message.kind === 'read-folder') parts = readFolder(message.asked);
  const next = parts?.next();
  if (next !== undefined && next.done !== true) port.postMessage(next.value);
});

function* read({ table, files, business, resources, skipBad }: ImportAsked): Generator<FromThread> {
  const decoded = files.map(({ name, bytes }) => ({ name, ...decodeTable(bytes) }));
  const reading = readImport(table, decoded, business, { resources, skipBad });
  if (reading.kind === 'problems') {
    yield { kind: 'problems', problems: reading.problems };
    return;
  }
  yield* partsOf(reading.rows);
  yield { kind: 'read', problems: reading.problems, encodings: decoded.map(({ encoding }) => encoding) };
}

function* readFolder(asked: FolderFiles): Generator<FromThread> {
  const parsed = parseBusinessFiles(asked.files);
  if (parsed.kind === 'problems') {
    yield { kind: 'problems', problems: parsed.problems };
    return;
  }
  const { business } = parsed;
  yield { kind: 'business', business, contentHash: hashOfFiles(asked.files, business) };
  for (const { rows, formerly } of readChangedTables(asked, parsed)) {
    yield* partsOf(rows);
    yield { kind: 'formerly', formerly };
  }
  yield { kind: 'read', problems: [], encodings: [] };
}

function* partsOf(rows: ImportRows): Generator<FromThread> {
  const count = rows.rows.length;
  for (let at = 0; at === 0 || at < count; at += rowsAtOnce)
    yield { kind: 'rows', part: partOf(rows, at, at + rowsAtOnce) };
}

function partOf(all: ImportRows, from: number, to: number): ImportRows {
  switch (all.table) {
    case 'orders':
      return { ...all, rows: all.rows.slice(from, to) };
    case 'catalogue':
      return { ...all, rows: all.rows.slice(from, to), places: all.places.slice(from, to) };
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
