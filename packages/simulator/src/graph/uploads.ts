import type { World } from '../world.ts';
import { answered, refused, unknownObject, type GraphCall, type GraphReply } from './call.ts';
import { graphError } from './graph-error.ts';
import { field } from './field.ts';

const types = new Set([
  'image/jpeg',
  'image/jpg',
  'image/png',
  'video/mp4',
  'application/pdf',
  'image/webp',
  'video/3gpp',
]);

/** `POST /{app}/uploads`: starts a resumable upload. */
export function startUpload(world: World, call: GraphCall): GraphReply {
  const get = (name: string): string => call.query.get(name) ?? field(call.body, name) ?? '';
  const fileLength = Number(get('file_length'));
  const fileType = get('file_type');
  if (!Number.isInteger(fileLength) || fileLength < 1)
    return refused(graphError(100, 'The parameter file_length must be a whole number above 0.'));
  if (!types.has(fileType))
    return refused(graphError(100, `The parameter file_type "${fileType}" is not supported.`));
  const session = world.uploads.start({
    id: `upload:${world.ids.code(32)}`,
    fileName: get('file_name'),
    fileType,
    fileLength,
  });
  return answered({ id: session.id });
}

/** `POST /upload:ID` with the header `file_offset`: goes on; answers the handle once all is there. */
export function continueUpload(world: World, call: GraphCall): GraphReply {
  const session = world.uploads.find(call.id);
  if (session === undefined) return unknownObject(call.id);
  const offset = Number(call.headers['file_offset'] ?? 0);
  if (offset !== session.received.length)
    return refused(graphError(100, `The upload is at ${session.received.length}, not at ${offset}.`));
  session.received = Buffer.concat([session.received, call.raw]);
  if (session.received.length > session.fileLength)
    return refused(graphError(100, 'More bytes came than file_length said.'));
  if (session.received.length < session.fileLength)
    return answered({ id: session.id, file_offset: session.received.length });
  session.handle ??= `4::${Buffer.from(session.fileType).toString('base64')}:${world.ids.code(40)}:e:1:${world.account.appId}`;
  return answered({ h: session.handle });
}

/** `GET /upload:ID`: where to go on. */
export function describeUpload(world: World, call: GraphCall): GraphReply {
  const session = world.uploads.find(call.id);
  return session === undefined
    ? unknownObject(call.id)
    : answered({ id: session.id, file_offset: session.received.length });
}
