import { z } from 'zod';
import { WireNumber } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { GraphAccess } from './graph-access.ts';
import { createGraphCaller } from './graph-caller.ts';

/** `sizeBytes` of the whole file. `mimeType`: PDF, JPEG, PNG or MP4. */
export type FileToOffer = { fileName: string; mimeType: string; sizeBytes: number };

export type UploadSessions = {
  /** Opens a session; its id is valid for a day. */
  open(file: FileToOffer, signal: AbortSignal): Promise<CallResult<{ id: string }>>;
  /** How many bytes of the file Meta has: where to go on after a break. */
  offset(sessionId: string, signal: AbortSignal): Promise<CallResult<{ offset: number }>>;
  /** Sends the file from `offset` on. The handle stands for the file in a template or a profile. */
  send(
    upload: { sessionId: string; bytes: Uint8Array<ArrayBuffer>; offset: number },
    signal: AbortSignal,
  ): Promise<CallResult<{ handle: string }>>;
  /** All three; goes on from where Meta has got to when the connection breaks, up to three times. */
  upload(
    file: { fileName: string; mimeType: string; bytes: Uint8Array<ArrayBuffer> },
    signal: AbortSignal,
  ): Promise<CallResult<{ handle: string }>>;
};

const Opened = z.object({ id: z.string().regex(/^upload:/) });
const Offset = z.object({ file_offset: WireNumber }).transform((wire) => ({ offset: wire.file_offset }));
const Sent = z.object({ h: z.string().min(1) }).transform(({ h }) => ({ handle: h }));
const mostResumptions = 3;

/**
 * A client of the Resumable Upload API, for the samples of templates and for profile pictures.
 * Source: Graph API docs, "Resumable Upload API", read 2026-11-21.
 */
export function createUploadSessions(options: GraphAccess & { appId: string }): UploadSessions {
  const call = createGraphCaller(options);
  // This API documents "OAuth" where all others have "Bearer".
  const headers = {
    [options.auth.header]: options.auth.value.replace(/^Bearer\s+/i, 'OAuth '),
  };

  const sessions: UploadSessions = {
    open: ({ fileName, mimeType, sizeBytes }, signal) =>
      call(
        {
          method: 'POST',
          path: [options.appId, 'uploads'],
          query: { file_name: fileName, file_length: String(sizeBytes), file_type: mimeType },
          answer: Opened,
        },
        signal,
      ),
    offset: (sessionId, signal) =>
      call({ method: 'GET', ...addressOf(sessionId), headers, answer: Offset }, signal),
    send: ({ sessionId, bytes, offset }, signal) =>
      call(
        {
          method: 'POST',
          ...addressOf(sessionId),
          headers: { ...headers, file_offset: String(offset) },
          body: { kind: 'bytes', bytes: bytes.subarray(offset) },
          answer: Sent,
          timeoutMs: options.timeoutMs + Math.ceil((bytes.length - offset) / 64),
        },
        signal,
      ),
    async upload({ fileName, mimeType, bytes }, signal) {
      const opened = await sessions.open({ fileName, mimeType, sizeBytes: bytes.length }, signal);
      if (opened.kind !== 'done') return opened;
      const sessionId = opened.value.id;
      let sent = await sessions.send({ sessionId, bytes, offset: 0 }, signal);
      for (let resumed = 0; sent.kind === 'unknown' && resumed < mostResumptions; resumed += 1) {
        const reached = await sessions.offset(sessionId, signal);
        if (reached.kind !== 'done') return reached;
        sent = await sessions.send({ sessionId, bytes, offset: reached.value.offset }, signal);
      }
      return sent;
    },
  };
  return sessions;
}

/** A session's id carries its signature as a query: `upload:…?sig=…`. */
function addressOf(sessionId: string): { path: readonly string[]; query: Record<string, string> } {
  const [path = '', query = ''] = sessionId.split('?', 2);
  return { path: [path], query: Object.fromEntries(new URLSearchParams(query)) };
}
