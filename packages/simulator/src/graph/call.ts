import type { IncomingHttpHeaders } from 'node:http';
import type { FormPart } from '../http/multipart.ts';
import type { CallOutcome } from '../sim-log.ts';
import type { World } from '../world.ts';
import { graphError, type GraphError } from './graph-error.ts';

/** One call of the Graph API, its body read. */
export type GraphCall = {
  readonly method: string;
  readonly path: string;
  /** The first part of the path after the version: whose edge this is. */
  readonly id: string;
  /** The second part, or `node`. */
  readonly edge: string;
  /** The third part, such as the code of a QR code. */
  readonly rest: string | undefined;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** JSON body, or form fields, with the query's parameters underneath. */
  readonly body: unknown;
  readonly files: readonly FormPart[];
  /** The body as it came. */
  readonly raw: Buffer;
};

type Headers = Readonly<Record<string, string>>;

/** What is sent back, and how the log tells it. */
export type GraphReply = {
  readonly outcome: CallOutcome;
  readonly send:
    | { kind: 'json'; status: number; value: unknown; headers?: Headers }
    | { kind: 'error'; error: GraphError; headers?: Headers }
    | { kind: 'bytes'; mimeType: string; bytes: Buffer }
    /** Never answered. */
    | { kind: 'hang' }
    /** The connection is cut. */
    | { kind: 'cut' };
};

export type GraphHandler = (world: World, call: GraphCall) => GraphReply | Promise<GraphReply>;

/** A successful answer. */
export function answered(value: unknown, outcome: CallOutcome = { kind: 'answered' }): GraphReply {
  return { outcome, send: { kind: 'json', status: 200, value } };
}

/** `{"success":true}`. */
export function succeeded(): GraphReply {
  return answered({ success: true });
}

/** An error in Graph's shape. */
export function refused(error: GraphError, headers: Headers = {}): GraphReply {
  return {
    outcome: {
      kind: 'rejected',
      httpStatus: error.httpStatus,
      code: error.code,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
    send: { kind: 'error', error, headers },
  };
}

/** The error for an id that nobody has. */
export function unknownObject(id: string): GraphReply {
  return refused({
    ...graphError(33),
    message: `(#33) Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  });
}

/** The error for an edge that an object does not have. */
export function unknownEdge(call: GraphCall): GraphReply {
  return refused({
    ...graphError(100, `The simulator does not offer ${call.method} ${call.path}.`),
    message: `(#100) Unknown path components: /${call.edge}`,
  });
}

/** Only the fields asked for with `fields=`; all if nothing was asked. `id` is always there. */
export function chosen(
  all: Readonly<Record<string, unknown>>,
  query: URLSearchParams,
): Readonly<Record<string, unknown>> {
  const asked = query.get('fields');
  if (asked === null) return all;
  const names = new Set([
    'id',
    ...asked
      .replace(/[{(].*?[})]/g, '')
      .split(',')
      .map((name) => name.trim().split('.')[0] ?? ''),
  ]);
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)));
}
