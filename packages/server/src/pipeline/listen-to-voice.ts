import { setTimeout as wait } from 'node:timers/promises';
import type { CallResult } from '@ambit/core/conversation/call';
import type { Transcript } from '@ambit/core/message/inbound';
import { hideSecrets } from '@ambit/core/personal-data/hide-secrets';
import { voiceSeconds } from '@ambit/core/message/voice-seconds';
import type { Database } from '../db/database.ts';
import { findMediaState } from '../db/media.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import type { Log } from '../ports/log.ts';
import type { Transcriber } from '../ports/transcriber.ts';
import { within } from '../ports/within.ts';

/** Writes down the voice note of a channel, or says why it did not. */
export type VoiceListener = (note: {
  readonly channelId: string;
  readonly mediaId: string;
}) => Promise<CallResult>;

/** How patient a listener is, and what it does not listen to. */
export type VoiceLimits = {
  /** How long a turn waits for the file to be copied, and then for its transcript, in ms. */
  readonly copyMs: number;
  readonly transcribeMs: number;
  /** Longer recordings are asked for in writing. */
  readonly mostSeconds: number;
  readonly mostBytes: number;
};

/** The most characters of one text. Source: Cloud API docs, "Text messages", read 2026-11-21. */
const mostCharacters = 4_096;
const lookAgainMs = 150;

/** What is heard where there is no transcription server. */
export const deaf: VoiceListener = ({ mediaId }) =>
  Promise.resolve({ kind: 'transcribed', mediaId, transcript: { kind: 'unheard', why: 'no-server' } });

/**
 * Has voice notes transcribed once their files are there. Whatever goes wrong is a transcript that says
 * so: the customer is then asked to write. Nothing of what was said is logged.
 */
export function createVoiceListener(needs: {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly transcriber: Transcriber;
  readonly limits: VoiceLimits;
  readonly log: Log;
}): VoiceListener {
  const { database, blobs, transcriber, limits, log } = needs;

  async function listen(channelId: string, mediaId: string): Promise<Transcript> {
    const file = await copied(channelId, mediaId);
    if (file === undefined) return unheard(mediaId, 'failed', 'its file is not there');
    if (file.bytes > limits.mostBytes) return unheard(mediaId, 'too-long', `it has ${file.bytes} bytes`);
    const blob = await blobs.get(file.blobKey);
    if (blob === undefined) return unheard(mediaId, 'failed', 'its file is gone');
    const recording = new Uint8Array(await new Response(blob.bytes).arrayBuffer());
    const seconds = voiceSeconds(recording);
    if (seconds !== undefined && seconds > limits.mostSeconds)
      return unheard(mediaId, 'too-long', `it takes ${Math.round(seconds)} seconds`);
    const outcome = await within(limits.transcribeMs, (signal) => transcriber.transcribe(recording, signal));
    if (outcome.kind === 'failed') return unheard(mediaId, 'failed', outcome.why);
    const text = outcome.text.trim();
    if (!/[\p{L}\p{N}]/u.test(text)) return unheard(mediaId, 'silent', 'no word is said in it');
    if (text.length > mostCharacters) return unheard(mediaId, 'too-long', `it has ${text.length} characters`);
    return { kind: 'heard', text: hideSecrets(text) };
  }

  function unheard(
    mediaId: string,
    why: Extract<Transcript, { kind: 'unheard' }>['why'],
    because: string,
  ): Transcript {
    log.warn('voice.not-transcribed', { mediaId, why, because });
    return { kind: 'unheard', why };
  }

  async function copied(channelId: string, mediaId: string) {
    const until = performance.now() + limits.copyMs;
    for (;;) {
      const state = await findMediaState(database, channelId, mediaId);
      if (state.kind === 'copied') return state.file;
      if (state.kind === 'lost' || performance.now() > until) return undefined;
      await wait(lookAgainMs);
    }
  }

  return async ({ channelId, mediaId }) => ({
    kind: 'transcribed',
    mediaId,
    transcript: await listen(channelId, mediaId),
  });
}
