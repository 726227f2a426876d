import type { z } from 'zod';
import { graphError, type GraphError } from '../graph/graph-error.ts';
import { fromJsonText } from '../http/json-text.ts';
import { ReadBody, SendBody } from './schema/send-body.ts';

/** What a body posted to `/messages` asks for. */
export type SendRequest =
  | { kind: 'send'; send: SendBody }
  | { kind: 'mark-read'; read: ReadBody }
  | { kind: 'invalid'; error: GraphError };

/** Reads a parsed JSON body, answering what is wrong in Meta's words. */
export function parseSend(body: unknown): SendRequest {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    return { kind: 'invalid', error: graphError(100, 'The request body must be a JSON object.') };
  if (!('messaging_product' in body))
    return {
      kind: 'invalid',
      error: { ...graphError(100), message: '(#100) The parameter messaging_product is required.' },
    };
  if ('status' in body) {
    const read = ReadBody.safeParse(body);
    if (!read.success) return { kind: 'invalid', error: explain(read.error, body) };
    return { kind: 'mark-read', read: read.data };
  }
  const send = SendBody.safeParse(withContent('type' in body ? body : { ...body, type: 'text' }));
  if (!send.success) return { kind: 'invalid', error: explain(send.error, body) };
  if (send.data.to === undefined && send.data.recipient === undefined)
    return { kind: 'invalid', error: graphError(131008, 'The parameter to or recipient is required.') };
  if (send.data.type === 'reaction' && send.data.context !== undefined)
    return {
      kind: 'invalid',
      error: graphError(100, 'The parameter context is not allowed for reaction messages.'),
    };
  return { kind: 'send', send: send.data };
}

/** Graph takes the content, a list or an object, as JSON text too; clients write `contacts` so. */
function withContent(body: { type: unknown }): object {
  const name = String(body.type);
  const content: unknown = Reflect.get(body, name);
  return typeof content === 'string' ? { ...body, [name]: fromJsonText(content) } : body;
}

function explain(error: z.ZodError, body: unknown): GraphError {
  const issue = error.issues[0];
  if (issue === undefined) return graphError(100);
  const name = parameterName(issue.path);
  if (issue.code === 'unrecognized_keys')
    return graphError(
      100,
      `Unexpected key ${issue.keys.map((key) => `"${key}"`).join(', ')} on param ${name === '' ? 'root' : `"${name}"`}.`,
    );
  if (name === 'type')
    return graphError(
      100,
      'Param type must be one of {TEXT, IMAGE, VIDEO, DOCUMENT, AUDIO, STICKER, LOCATION, CONTACTS, REACTION, INTERACTIVE, TEMPLATE}.',
    );
  if (valueAt(body, issue.path) === undefined)
    return graphError(131008, `The parameter ${name} is required.`);
  return graphError(131009, `Parameter ${name} is not valid: ${issue.message}.`);
}

/** `interactive['action']['buttons'][0]`, as Graph names nested parameters. */
function parameterName(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) =>
      typeof part === 'number' ? `[${part}]` : at === 0 ? String(part) : `['${String(part)}']`,
    )
    .join('');
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = body;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}
