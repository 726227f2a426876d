import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerJson } from '../http/http-body.ts';
import { sameSecret } from '../http/same-secret.ts';
import type { World } from '../world.ts';
import { refused, type GraphCall, type GraphReply } from './call.ts';
import { graphError, graphErrorBody, type GraphError } from './graph-error.ts';
import { sendFile } from './media.ts';
import { plannedReply } from './planned-fault.ts';
import { readCall } from './read-call.ts';
import { routeOf } from './routes.ts';
import { takeManagementCall, usageHeaders } from './usage.ts';

/** Without a version, which Graph takes for the newest, an id must look like one: other paths are the simulator's own. */
const graphPath = /^\/(?:v\d{1,2}\.\d\/|(?=\d|upload:|app\/))([^/?]+)(?:\/([a-z_]+)(?:\/([^/?]+))?)?\/?$/;
const filePath = '/media-files/';
const largestBodyBytes = 110_000_000;
const largestMessageBytes = 1_000_000;

/** Whether a path belongs to the simulated Graph API. */
export function isGraphPath(path: string): boolean {
  return graphPath.test(path) || path.startsWith(filePath);
}

/** Answers one call of the simulated Graph API. */
export async function handleGraph(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const match = graphPath.exec(path);
  const query = new URLSearchParams(request.url?.split('?', 2)[1] ?? '');
  const call: GraphCall = {
    method: request.method ?? 'GET',
    path,
    id: decoded(match?.[1] ?? path.slice(filePath.length)),
    edge: match === null ? 'file' : (match[2] ?? 'node'),
    rest: match?.[3] === undefined ? undefined : decoded(match[3]),
    query,
    headers: request.headers,
    body: null,
    files: [],
    raw: Buffer.alloc(0),
  };
  if (!isAuthorized(world, request, query)) {
    request.resume();
    reply(world, response, call, refused(invalidToken));
    return;
  }
  if (call.edge === 'file') {
    request.resume();
    reply(world, response, call, sendFile(world, call));
    return;
  }
  const isMessage = call.edge === 'messages' || call.edge === 'marketing_messages';
  const read = await readCall(
    request,
    withoutToken(query),
    isMessage ? largestMessageBytes : largestBodyBytes,
  );
  if (read.kind === 'cut') return;
  if (read.kind === 'too-large') {
    const tooLarge = isMessage ? graphError(100, 'The body is larger than 1 MB.') : fileTooLarge;
    reply(world, response, call, refused(tooLarge));
    return;
  }
  if (read.kind === 'not-json') {
    reply(world, response, call, refused(graphError(100, 'The body is not valid JSON.')));
    return;
  }
  const whole = { ...call, body: read.body, files: read.files, raw: read.raw };
  const limited = isMessage ? undefined : (takeManagementCall(world) ?? plannedFault(world));
  reply(world, response, whole, limited ?? (await routeOf(world, whole)(world, whole)));
}

const invalidToken: GraphError = {
  httpStatus: 401,
  code: 190,
  type: 'OAuthException',
  message: 'Invalid OAuth access token - Cannot parse access token',
};
const fileTooLarge = graphError(131053, 'The file is larger than 100 MB.');

function isAuthorized(world: World, request: IncomingMessage, query: URLSearchParams): boolean {
  const bearer =
    /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? query.get('access_token');
  return bearer !== null && sameSecret(bearer, world.options.accessToken);
}

function reply(world: World, response: ServerResponse, call: GraphCall, given: GraphReply): void {
  const { send } = given;
  const query = withoutToken(call.query).toString();
  const answer = send.kind === 'error' ? graphErrorBody(send.error, world.ids.traceId()) : undefined;
  world.record({
    kind: 'graph-call',
    method: call.method,
    path: call.path,
    ...(query === '' ? {} : { query }),
    phoneNumberId: call.id,
    body: call.files.length > 0 ? { ...record(call.body), files: call.files.map(fileForLog) } : call.body,
    outcome: given.outcome,
    ...(send.kind === 'json' ? { answer: send.value } : {}),
    ...(answer === undefined ? {} : { answer }),
  });
  switch (send.kind) {
    case 'json':
      answerJson(response, send.status, send.value, { ...usageHeaders(world, call), ...send.headers });
      return;
    case 'error':
      answerJson(response, send.error.httpStatus, answer, { ...usageHeaders(world, call), ...send.headers });
      return;
    case 'bytes':
      response.writeHead(200, { 'content-type': send.mimeType, 'content-length': send.bytes.length });
      response.end(send.bytes);
      return;
    case 'hang':
      return;
    case 'cut':
      response.destroy();
  }
}

/** The parameters of a query without the access token, which no log should hold. */
function withoutToken(query: URLSearchParams): URLSearchParams {
  if (!query.has('access_token')) return query;
  const rest = new URLSearchParams(query);
  rest.delete('access_token');
  return rest;
}

/** A fault planned for calls other than sends and the fetching of files. */
function plannedFault(world: World): GraphReply | undefined {
  const fault = world.faults.take('management');
  if (fault === undefined) return undefined;
  world.live.tell({ kind: 'state' });
  return plannedReply(fault);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function fileForLog(part: {
  filename?: string;
  mimeType: string;
  bytes: Buffer;
}): Readonly<Record<string, unknown>> {
  return { file: part.filename, mimeType: part.mimeType, bytes: part.bytes.length };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
