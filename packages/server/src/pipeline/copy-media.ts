import { raiseAlarm } from '../db/alarms.ts';
import type { Database } from '../db/database.ts';
import { claimMedia, recordMedia, releaseMedia, type ClaimedMedia, type MediaRecord } from '../db/media.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Log } from '../ports/log.ts';
import type { FetchedMedia, MediaSource } from '../ports/media-source.ts';
import { within } from '../ports/within.ts';
import type { EngineSettings } from './settings.ts';

const mostAtOnce = 4;
/** The most a customer can send over WhatsApp. Source: Cloud API docs, error 131052, read 2026-11-21. */
const mostBytes = 100 * 1024 * 1024;
/** One attempt ends before its lease does, so that no two nodes copy the same file. */
const attemptMs = 150_000;
const leaseMs = 180_000;
/** How long Meta keeps a file that came by webhook. Source: Cloud API docs, "Media", read 2026-11-21. */
const keptMs = 7 * 86_400_000;

/** Copies the files customers send to the blob store. */
export type MediaCopier = {
  /** Begins to copy files that are due, as far as there is room; returns how many. */
  copyDue(): Promise<number>;
  /** Breaks off what is under way and waits for it; it is due again at once. */
  stop(): Promise<void>;
};

/**
 * Meta's addresses live five minutes, so files are copied as soon as they are named, apart from the
 * turn: a conversation never waits for one. A file that cannot be had is asked for again with
 * doubling waits, then given up, and people are told.
 * `newKey`: makes keys of blobs. `onFreed`: told when there is room for another file.
 */
export function createMediaCopier(needs: {
  database: Database;
  log: Log;
  settings: Pick<EngineSettings, 'mediaRetryMs' | 'mostMediaAttempts'>;
  sources: ReadonlyMap<string, MediaSource>;
  blobs: BlobStore;
  newKey: () => string;
  onFreed: () => void;
}): MediaCopier {
  const { database, log, settings, sources, blobs } = needs;
  const flights = new Set<Promise<void>>();
  const stopping = new AbortController();

  function launch(media: ClaimedMedia): void {
    const flight = copy(media)
      .catch((error: unknown) => {
        // Not recorded: the lease ends by itself and another attempt follows.
        log.error('media.not-recorded', { mediaId: media.mediaId, error: String(error) });
      })
      .finally(() => {
        flights.delete(flight);
        needs.onFreed();
      });
    flights.add(flight);
  }

  async function copy(media: ClaimedMedia): Promise<void> {
    if (media.attempt > settings.mostMediaAttempts) {
      await settle(media, { kind: 'given-up', error: 'the node that copied it stopped, again and again' });
      return;
    }
    const fetched = await fetchOf(media);
    if (fetched.kind === 'failed') {
      if (stopping.signal.aborted) await releaseMedia(database, media);
      else await settle(media, afterFailure(media, fetched));
      return;
    }
    const { bytes, mimeType, sha256 } = fetched;
    const blobKey = needs.newKey();
    try {
      await blobs.put(blobKey, bytes, mimeType);
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
      const reason = `${error instanceof Error ? error.message : String(error)}${cause}`;
      await settle(
        media,
        afterFailure(media, { kind: 'failed', reason, hopeless: false, retryAfterMs: undefined }),
      );
      return;
    }
    const recorded = await settle(media, { kind: 'copied', blobKey, mimeType, bytes: bytes.length, sha256 });
    if (!recorded) await blobs.remove(blobKey);
  }

  async function fetchOf({ channelId, mediaId }: ClaimedMedia): Promise<FetchedMedia> {
    const source = sources.get(channelId);
    if (source === undefined)
      return {
        kind: 'failed',
        reason: `the channel ${channelId} is not connected`,
        hopeless: false,
        retryAfterMs: undefined,
      };
    return within(attemptMs, (signal) => source.fetchMedia(mediaId, mostBytes, signal), stopping.signal);
  }

  function afterFailure(
    media: ClaimedMedia,
    failure: Extract<FetchedMedia, { kind: 'failed' }>,
  ): MediaRecord {
    const wait = settings.mediaRetryMs * 2 ** (media.attempt - 1);
    const delayMs = Math.max(wait, failure.retryAfterMs ?? 0);
    const over = media.attempt >= settings.mostMediaAttempts || media.ageMs + delayMs > keptMs;
    return failure.hopeless || over
      ? { kind: 'given-up', error: failure.reason }
      : { kind: 'failed', error: failure.reason, delayMs };
  }

  async function settle(media: ClaimedMedia, record: MediaRecord): Promise<boolean> {
    const { channelId, conversationId, mediaId, attempt } = media;
    const recorded = await database.transaction(async (client) => {
      const mine = await recordMedia(client, media, record);
      if (mine && record.kind === 'given-up') {
        const about = `A file the customer sent could not be copied: ${record.error}. Ask for it again.`;
        await raiseAlarm(client, { kind: 'media-given-up', about, channelId, conversationId });
      }
      return mine;
    });
    if (!recorded) log.warn('media.lease-lost', { mediaId, attempt });
    else if (record.kind === 'copied') log.info('media.copied', { mediaId, attempt, bytes: record.bytes });
    else log.warn(`media.${record.kind}`, { mediaId, attempt, error: record.error });
    return recorded;
  }

  return {
    async copyDue() {
      const room = mostAtOnce - flights.size;
      if (room <= 0 || stopping.signal.aborted) return 0;
      const claimed = await claimMedia(database, room, leaseMs);
      for (const media of claimed) launch(media);
      return claimed.length;
    },
    async stop() {
      stopping.abort(new Error('The node is stopping'));
      await Promise.allSettled(flights);
    },
  };
}
