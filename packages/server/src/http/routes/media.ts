import type { Context, Hono } from 'hono';
import { findCopiedMedia } from '../../db/media.ts';
import type { Database } from '../../db/database.ts';
import type { BlobStore, ByteRange } from '../../ports/blob-store.ts';
import { apiError } from './api-error.ts';

/** What a browser may show or play: nothing that can hold a script. The rest is only for saving. */
const shownTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'audio/aac',
  'audio/amr',
  'audio/mpeg',
  'audio/mp4',
  'audio/ogg',
  'video/mp4',
  'video/3gpp',
]);

/** Hands out the files that customers sent, as copied from Meta; a file is a stranger's, and treated so. */
export function addMediaRoute(app: Hono, needs: { database: Database; blobs: BlobStore }): void {
  app.get('/api/media/:channelId/:mediaId', async (c) => {
    const { channelId, mediaId } = c.req.param();
    const media = await findCopiedMedia(needs.database, channelId, mediaId);
    if (media === undefined) return noFile(c);
    const range = rangeOf(c.req.header('range'), media.bytes);
    if (range === 'unsatisfiable') {
      return c.body(null, 416, { 'content-range': `bytes */${media.bytes}` });
    }
    const isHead = c.req.method === 'HEAD';
    const blob = isHead ? undefined : await needs.blobs.get(media.blobKey, range);
    if (blob === undefined && !isHead) return noFile(c);
    const type = media.mimeType?.split(';')[0]?.trim().toLowerCase() ?? '';
    const shown = shownTypes.has(type);
    c.header('content-type', shown ? type : 'application/octet-stream');
    c.header('content-disposition', shown ? 'inline' : 'attachment');
    c.header('content-security-policy', "default-src 'none'; sandbox");
    c.header('x-content-type-options', 'nosniff');
    c.header('cache-control', 'private, max-age=3600');
    c.header('accept-ranges', 'bytes');
    c.header('content-length', String(range === undefined ? media.bytes : range.last - range.first + 1));
    if (range !== undefined) {
      c.header('content-range', `bytes ${range.first}-${range.last}/${media.bytes}`);
      c.status(206);
    }
    return blob === undefined ? c.body(null) : c.body(blob.bytes);
  });
}

/**
 * The one range a player asks for; undefined, meaning all, for none and for what is not understood.
 * Source: RFC 9110, section 14.2.
 */
function rangeOf(header: string | undefined, size: number): ByteRange | undefined | 'unsatisfiable' {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined;
  return first > last ? 'unsatisfiable' : { first, last };
}

function noFile(c: Context): Response {
  return apiError(c, 404, {
    code: 'not-found',
    message: 'There is no such file: it is not copied yet, could not be copied, or was taken back.',
    fix: 'Look at the message it came with.',
  });
}
