import { z } from 'zod';
import { present } from '../webhook/present.ts';
import { WireId, WireNumber, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';
import { downloadOnce } from './media-download.ts';
import { uploadProblem } from './media-limits.ts';
import type { DescribeResult, DownloadResult, MediaDescription, UploadResult } from './media-result.ts';
import { defaultRetryPolicy, withRetries } from './retry-policy.ts';

/** A file to send. `fileName`: what the recipient of a document sees if the message names none. */
export type FileToUpload = { bytes: Uint8Array<ArrayBuffer>; mimeType: string; fileName: string };

export type MediaClient = {
  describe(mediaId: string, signal: AbortSignal): Promise<DescribeResult>;
  /** Describes and fetches; an address that has expired meanwhile is asked for once more. */
  download(mediaId: string, limit: { mostBytes: number }, signal: AbortSignal): Promise<DownloadResult>;
  /** The time-out grows with the file: a second more for every 64 KB. */
  upload(file: FileToUpload, signal: AbortSignal): Promise<UploadResult>;
  delete(mediaId: string, signal: AbortSignal): Promise<CallResult<{ success: true }>>;
};

const Described = z
  .object({
    url: z.url(),
    mime_type: maybe(z.string()),
    sha256: maybe(z.string()),
    file_size: maybe(WireNumber),
  })
  .transform((wire): MediaDescription => ({
    url: wire.url,
    ...present({ mimeType: wire.mime_type, sha256: wire.sha256, sizeBytes: wire.file_size }),
  }));
const Uploaded = z.object({ id: WireId }).transform(({ id }) => ({ mediaId: id }));

/**
 * A client of the files that one number receives and sends. Its calls never throw: what went wrong
 * is in the result. `timeoutMs` of the options is how long it waits for an answer and for each
 * next piece of a file; a whole download is bounded by the caller's signal.
 * Throws if `baseUrl` is not an address or the auth header cannot be sent.
 * Source: Cloud API docs, "Media", read 2026-11-21.
 */
export function createMediaClient(options: NumberAccess): MediaClient {
  const call = createGraphCaller(options);
  const policy = { ...defaultRetryPolicy, ...options.retry };
  const scope = options.phoneNumberId === '' ? {} : { phone_number_id: options.phoneNumberId };

  async function describe(mediaId: string, signal: AbortSignal): Promise<DescribeResult> {
    const result = await call({ method: 'GET', path: [mediaId], query: scope, answer: Described }, signal);
    switch (result.kind) {
      case 'done':
        return { kind: 'described', media: result.value };
      case 'rejected':
        return result;
      case 'invalid':
        return { kind: 'unanswered', cause: new Error(result.problems.join('; ')) };
      case 'not-sent':
      case 'unknown':
        return { kind: 'unanswered', cause: result.cause };
    }
  }

  async function describeAndFetch(
    mediaId: string,
    mostBytes: number,
    signal: AbortSignal,
  ): Promise<DownloadResult> {
    const described = await describe(mediaId, signal);
    if (described.kind !== 'described') return described;
    const { media } = described;
    if (media.sizeBytes !== undefined && media.sizeBytes > mostBytes) return { kind: 'too-large', mostBytes };
    return withRetries(
      () => downloadOnce(options, media, mostBytes, signal),
      (result) => {
        if (result.kind === 'unanswered') return { kind: 'unknown', cause: result.cause };
        return result.kind === 'rejected' ? result : undefined;
      },
      { isRead: true, signal, policy },
    );
  }

  return {
    describe,
    async download(mediaId, { mostBytes }, signal) {
      const first = await describeAndFetch(mediaId, mostBytes, signal);
      return first.kind === 'gone' ? describeAndFetch(mediaId, mostBytes, signal) : first;
    },
    async upload({ bytes, mimeType, fileName }, signal) {
      const problem = uploadProblem(mimeType, bytes.length);
      if (problem !== undefined) return { kind: 'invalid', problems: [problem] };
      const form = new FormData();
      form.set('messaging_product', 'whatsapp');
      form.set('type', mimeType);
      form.set('file', new Blob([bytes], { type: mimeType }), fileName);
      const path = [options.phoneNumberId, 'media'];
      const timeoutMs = options.timeoutMs + Math.ceil(bytes.length / 64);
      return call(
        { method: 'POST', path, body: { kind: 'form', form }, answer: Uploaded, timeoutMs },
        signal,
      );
    },
    delete: (mediaId, signal) =>
      call({ method: 'DELETE', path: [mediaId], query: scope, answer: Success }, signal),
  };
}
