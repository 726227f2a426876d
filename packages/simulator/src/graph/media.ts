import { plainMimeType, refuseUpload } from '../media/media-rules.ts';
import { mediumUrl, type World } from '../world.ts';
import { answered, refused, succeeded, unknownObject, type GraphCall, type GraphReply } from './call.ts';
import { field } from './field.ts';
import { graphError } from './graph-error.ts';
import { plannedReply } from './planned-fault.ts';

/** `POST /{phone number id}/media`: keeps a file for 30 days. */
export function uploadMedia(world: World, call: GraphCall): GraphReply {
  const file = call.files.find((part) => part.name === 'file');
  if (file === undefined || field(call.body, 'messaging_product') !== 'whatsapp') {
    const details = 'The parameters messaging_product and file are required as multipart/form-data.';
    return refused(graphError(131008, details));
  }
  const mimeType =
    plainMimeType(file.mimeType) === 'application/octet-stream'
      ? (field(call.body, 'type') ?? file.mimeType)
      : file.mimeType;
  const problem = refuseUpload(mimeType, file.bytes);
  if (problem !== undefined) {
    const isType = problem.startsWith('Param file');
    return refused(
      isType ? { ...graphError(100, problem), message: `(#100) ${problem}` } : graphError(131053, problem),
    );
  }
  const medium = world.media.add({
    id: world.ids.mediaId(),
    mimeType,
    bytes: Buffer.from(file.bytes),
    from: 'business',
    nowMs: world.clock.nowMs(),
  });
  return answered({ id: medium.id });
}

/** `GET /{media id}`: where the file is for five minutes. */
export function describeMedium(world: World, call: GraphCall): GraphReply {
  const medium = world.media.find(call.id, world.clock.nowMs());
  const forNumber = call.query.get('phone_number_id');
  if (medium === undefined || (forNumber !== null && !world.lines.has(forNumber)))
    return unknownObject(call.id);
  return answered({
    messaging_product: 'whatsapp',
    id: medium.id,
    url: mediumUrl(world, medium.id),
    mime_type: medium.mimeType,
    sha256: medium.sha256,
    file_size: medium.bytes.length,
  });
}

/** `DELETE /{media id}`. */
export function deleteMedium(world: World, call: GraphCall): GraphReply {
  world.media.remove(call.id);
  return succeeded();
}

/** `GET {media url}`: the bytes, while the address lives. */
export function sendFile(world: World, call: GraphCall): GraphReply {
  const fault = world.faults.take('media');
  if (fault !== undefined) {
    world.live.tell({ kind: 'state' });
    return plannedReply(fault, 500);
  }
  const untilMs = Number(call.query.get('until') ?? 0);
  const nowMs = world.clock.nowMs();
  const medium = world.media.find(call.id, nowMs);
  if (medium === undefined || nowMs >= untilMs)
    return refused({ ...graphError(100, 'The media url is gone; ask for a new one.'), httpStatus: 404 });
  return {
    outcome: { kind: 'answered' },
    send: { kind: 'bytes', mimeType: medium.mimeType, bytes: medium.bytes },
  };
}
