import type { GraphClientOptions } from '@ambit/whatsapp/client/graph-client';
import { createMediaClient } from '@ambit/whatsapp/client/media-client';
import type { Rejected } from '@ambit/whatsapp/client/send-result';
import type { FetchedMedia, MediaSource } from '../../ports/media-source.ts';

/** The files that customers send to one WhatsApp business number. */
export function createWhatsAppMedia(options: GraphClientOptions): MediaSource {
  const client = createMediaClient(options);
  return {
    async fetchMedia(mediaId, mostBytes, signal) {
      const result = await client.download(mediaId, { mostBytes }, signal);
      switch (result.kind) {
        case 'downloaded':
          return {
            kind: 'fetched',
            bytes: result.bytes,
            mimeType: result.mimeType,
            sha256: result.sha256,
          };
        case 'gone':
          return failed(`Meta has no such file (HTTP ${result.httpStatus})`);
        case 'too-large':
          return hopeless(`the file is larger than ${result.mostBytes} bytes`);
        case 'damaged':
          return failed(result.why);
        case 'foreign-host':
          return hopeless(`the address leads to ${result.host}, which may not have the access token`);
        case 'rejected':
          return failed(describeRejection(result), result.retryAfterMs);
        case 'unanswered':
          return failed(describeCause(result.cause));
      }
    },
  };
}

function failed(reason: string, retryAfterMs?: number): FetchedMedia {
  return { kind: 'failed', reason, hopeless: false, retryAfterMs };
}

function hopeless(reason: string): FetchedMedia {
  return { kind: 'failed', reason, hopeless: true, retryAfterMs: undefined };
}

function describeRejection({ error, httpStatus }: Rejected): string {
  return error.kind === 'graph'
    ? (error.details ?? error.message ?? error.title ?? `Meta's error ${error.code}`)
    : `HTTP ${httpStatus}`;
}

function describeCause(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  return cause.cause instanceof Error ? describeCause(cause.cause) : cause.message;
}
