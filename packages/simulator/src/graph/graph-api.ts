import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptRead, acceptSend, type SendOutcome } from '../send/business-send.ts';
import type { FailNext } from '../chaos.ts';
import { graphError, graphErrorBody, type GraphError } from './graph-error.ts';
import { answerJson, readBytes, readJson } from '../http/http-body.ts';
import { parseMultipart } from '../http/multipart.ts';
import { parseSend } from '../send/parse-send.ts';
import { sameSecret } from '../http/same-secret.ts';
import type { SendBody } from '../send/send-schema.ts';
import type { CallOutcome } from '../sim-log.ts';
import { mediumUrl, type World } from '../world.ts';

const graphPath = /^\/v\d{1,2}\.\d\/([^/?]+)(?:\/([a-z_]+))?$/;

type Call = { readonly method: string; readonly path: string; readonly phoneNumberId: string };

/** Whether a path belongs to the simulated Graph API. */
export function isGraphPath(path: string): boolean {
  return graphPath.test(path) || path.startsWith('/media-files/');
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
  const id = match?.[1] ?? path.slice('/media-files/'.length);
  const edge = match === null ? 'file' : (match[2] ?? 'node');
  const method = request.method ?? 'GET';
  const call: Call = { method, path, phoneNumberId: id };
  const bearer = /^(?:Bearer|OAuth) (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer === undefined || !sameSecret(bearer, world.options.accessToken)) {
    request.resume();
    reject(world, response, call, null, invalidToken);
    return;
  }
  if (edge === 'messages' && method === 'POST') return postMessage(world, request, response, call);
  if (edge === 'media' && method === 'POST') return uploadMedia(world, request, response, call);
  if (method === 'GET' && edge === 'file') {
    sendFile(world, response, call, Number(query.get('until') ?? 0));
    return;
  }
  if (method === 'GET' && edge === 'node') {
    describeNode(world, response, call, query.get('phone_number_id') ?? undefined);
    return;
  }
  request.resume();
  reject(world, response, call, null, graphError(100, `The simulator does not offer ${method} ${path}.`));
}

const invalidToken: GraphError = {
  httpStatus: 401,
  code: 190,
  type: 'OAuthException',
  message: 'Invalid OAuth access token - Cannot parse access token',
};

async function postMessage(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  call: Call,
): Promise<void> {
  const read = await readJson(request, 1_000_000);
  if (read.kind === 'cut') return;
  if (read.kind !== 'read') {
    const details =
      read.kind === 'too-large' ? 'The body is larger than 1 MB.' : 'The body is not valid JSON.';
    reject(world, response, call, null, graphError(100, details));
    return;
  }
  if (!world.numbers.has(call.phoneNumberId)) {
    reject(world, response, call, read.body, unknownNumber(call.phoneNumberId));
    return;
  }
  const asked = parseSend(read.body);
  switch (asked.kind) {
    case 'invalid':
      reject(world, response, call, read.body, asked.error);
      return;
    case 'mark-read': {
      const error = acceptRead(world, call.phoneNumberId, asked.read);
      if (error !== undefined) {
        reject(world, response, call, read.body, error);
        return;
      }
      record(world, call, read.body, { kind: 'marked-read' });
      answerJson(response, 200, { success: true });
      return;
    }
    case 'send': {
      const fault = world.faults.take('send');
      if (fault !== undefined) {
        world.live.tell({ kind: 'state' });
        failSend(world, response, call, read.body, asked.send, fault);
        return;
      }
      answerSend(world, response, call, read.body, acceptSend(world, call.phoneNumberId, asked.send));
    }
  }
}

function answerSend(
  world: World,
  response: ServerResponse,
  call: Call,
  body: unknown,
  outcome: SendOutcome,
): void {
  if (outcome.kind === 'rejected') {
    reject(world, response, call, body, outcome.error);
    return;
  }
  record(world, call, body, { kind: 'accepted', wamid: outcome.wamid });
  answerJson(response, 200, outcome.response);
}

/** Fails a send as planned. "After" modes accept it, so its statuses arrive all the same. */
function failSend(
  world: World,
  response: ServerResponse,
  call: Call,
  body: unknown,
  send: SendBody,
  fault: FailNext,
): void {
  const lose = (outcome: CallOutcome, how: 'hang' | 'cut'): void => {
    record(world, call, body, outcome);
    if (how === 'cut') response.destroy();
  };
  switch (fault.mode) {
    case 'error':
      reject(
        world,
        response,
        call,
        body,
        graphError(fault.code ?? 131000, 'Planned by the simulator.', fault.httpStatus),
        retryAfter(fault),
      );
      return;
    case 'refuse-429':
      reject(
        world,
        response,
        call,
        body,
        graphError(fault.code ?? 130429, 'Planned by the simulator.', 429),
        retryAfter(fault),
      );
      return;
    case 'timeout-before-accept':
    case 'cut-before':
      lose({ kind: 'fault', mode: fault.mode }, fault.mode === 'cut-before' ? 'cut' : 'hang');
      return;
    case 'timeout-after-accept':
    case 'cut-after': {
      const outcome = acceptSend(world, call.phoneNumberId, send);
      const how = fault.mode === 'cut-after' ? 'cut' : 'hang';
      if (outcome.kind === 'accepted') lose({ kind: 'fault', mode: fault.mode, wamid: outcome.wamid }, how);
      else answerSend(world, response, call, body, outcome);
    }
  }
}

function retryAfter(fault: FailNext): Readonly<Record<string, string>> {
  return fault.retryAfterS === undefined ? {} : { 'retry-after': String(fault.retryAfterS) };
}

async function uploadMedia(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
  call: Call,
): Promise<void> {
  const read = await readBytes(request, 100_000_000);
  if (read.kind !== 'read') {
    if (read.kind !== 'cut')
      reject(world, response, call, null, graphError(131053, 'The file is larger than 100 MB.'));
    return;
  }
  if (!world.numbers.has(call.phoneNumberId)) {
    reject(world, response, call, null, unknownNumber(call.phoneNumberId));
    return;
  }
  const form = parseMultipart(read.body, request.headers['content-type'] ?? '') ?? [];
  const field = (name: string): string | undefined =>
    form.find((part) => part.name === name)?.bytes.toString('utf8');
  const file = form.find((part) => part.name === 'file' && part.filename !== undefined);
  if (file === undefined || field('messaging_product') !== 'whatsapp') {
    const details = 'The parameters messaging_product and file are required as multipart/form-data.';
    reject(world, response, call, null, graphError(131008, details));
    return;
  }
  const mimeType = field('type') ?? file.mimeType;
  const medium = world.media.add(world.ids.mediaId(), mimeType, Buffer.from(file.bytes));
  record(world, call, { file: file.filename, mimeType }, { kind: 'answered' });
  answerJson(response, 200, { id: medium.id });
}

function sendFile(world: World, response: ServerResponse, call: Call, untilMs: number): void {
  const fault = world.faults.take('media');
  if (fault !== undefined) {
    world.live.tell({ kind: 'state' });
    failFile(world, response, call, fault);
    return;
  }
  const medium = world.media.find(call.phoneNumberId);
  if (medium === undefined || world.clock.nowMs() >= untilMs) {
    reject(world, response, call, null, {
      ...graphError(100, 'The media url is gone; ask for a new one.'),
      httpStatus: 404,
    });
    return;
  }
  record(world, call, null, { kind: 'answered' });
  response.writeHead(200, { 'content-type': medium.mimeType, 'content-length': medium.bytes.length });
  response.end(medium.bytes);
}

/** Fails the fetching of a file as planned. There is nothing to accept, so before and after are the same. */
function failFile(world: World, response: ServerResponse, call: Call, fault: FailNext): void {
  if (fault.mode === 'error' || fault.mode === 'refuse-429') {
    const usual = fault.mode === 'error' ? 500 : 429;
    const error = graphError(fault.code ?? 131000, 'Planned by the simulator.', fault.httpStatus ?? usual);
    reject(world, response, call, null, error, retryAfter(fault));
    return;
  }
  record(world, call, null, { kind: 'fault', mode: fault.mode });
  if (fault.mode === 'cut-before' || fault.mode === 'cut-after') response.destroy();
}

/** `forNumber`: the number a file must belong to; files belong to every number of the business. */
function describeNode(
  world: World,
  response: ServerResponse,
  call: Call,
  forNumber: string | undefined,
): void {
  const displayNumber = world.numbers.get(call.phoneNumberId);
  const medium = world.media.find(call.phoneNumberId);
  const isForeign = forNumber !== undefined && !world.numbers.has(forNumber);
  if (isForeign || (displayNumber === undefined && medium === undefined)) {
    reject(world, response, call, null, unknownNumber(call.phoneNumberId));
    return;
  }
  record(world, call, null, { kind: 'answered' });
  answerJson(
    response,
    200,
    medium === undefined
      ? {
          id: call.phoneNumberId,
          display_phone_number: displayNumber,
          verified_name: world.options.businessName,
          quality_rating: 'GREEN',
        }
      : {
          messaging_product: 'whatsapp',
          id: medium.id,
          url: mediumUrl(world, medium.id),
          mime_type: medium.mimeType,
          sha256: medium.sha256,
          file_size: medium.bytes.length,
        },
  );
}

function unknownNumber(id: string): GraphError {
  return {
    ...graphError(33),
    message: `(#33) Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`,
  };
}

function reject(
  world: World,
  response: ServerResponse,
  call: Call,
  body: unknown,
  error: GraphError,
  headers: Readonly<Record<string, string>> = {},
): void {
  record(world, call, body, {
    kind: 'rejected',
    httpStatus: error.httpStatus,
    code: error.code,
    ...(error.details === undefined ? {} : { details: error.details }),
  });
  answerJson(response, error.httpStatus, graphErrorBody(error, world.ids.traceId()), headers);
}

function record(world: World, call: Call, body: unknown, outcome: CallOutcome): void {
  world.record({ kind: 'graph-call', ...call, body, outcome });
}
