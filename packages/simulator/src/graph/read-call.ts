import type { IncomingMessage } from 'node:http';
import { readBytes } from '../http/http-body.ts';
import { fromJsonText } from '../http/json-text.ts';
import { parseMultipart, type FormPart } from '../http/multipart.ts';

/** A body of any kind Graph takes: JSON, form or multipart. */
export type ReadCall =
  | { kind: 'read'; body: unknown; files: readonly FormPart[]; raw: Buffer }
  | { kind: 'too-large' }
  | { kind: 'not-json' }
  | { kind: 'cut' };

/** Reads the body; parameters of the query stand in for fields that a form or object leaves out. */
export async function readCall(
  request: IncomingMessage,
  query: URLSearchParams,
  limitBytes: number,
): Promise<ReadCall> {
  const read = await readBytes(request, limitBytes);
  if (read.kind === 'cut' || read.kind === 'too-large') return read;
  if (read.kind !== 'read') return { kind: 'not-json' };
  const raw = read.body;
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data/i.test(type)) {
    const parts = parseMultipart(raw, type) ?? [];
    const fields = parts.filter((part) => part.filename === undefined);
    const body = Object.fromEntries(fields.map((part) => [part.name, part.bytes.toString('utf8')]));
    return {
      kind: 'read',
      body: { ...Object.fromEntries(query), ...body },
      files: parts.filter((part) => part.filename !== undefined),
      raw,
    };
  }
  if (/^application\/x-www-form-urlencoded/i.test(type)) {
    const form = new URLSearchParams(raw.toString('utf8'));
    return { kind: 'read', body: { ...Object.fromEntries(query), ...unpacked(form) }, files: [], raw };
  }
  if (raw.length === 0 || (!/json/i.test(type) && raw[0] !== 0x7b))
    return { kind: 'read', body: unpacked(query), files: [], raw };
  try {
    return { kind: 'read', body: JSON.parse(raw.toString('utf8')), files: [], raw };
  } catch {
    return { kind: 'not-json' };
  }
}

/** Form values that hold JSON lists or objects, as Graph clients send them, are unpacked. */
function unpacked(form: URLSearchParams): Record<string, unknown> {
  return Object.fromEntries([...form].map(([name, value]) => [name, fromJsonText(value)]));
}
