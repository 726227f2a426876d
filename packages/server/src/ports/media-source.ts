/** What came of asking a channel for a file. `sha256`: in hex. */
export type FetchedMedia =
  | {
      readonly kind: 'fetched';
      readonly bytes: Uint8Array;
      readonly mimeType: string | undefined;
      readonly sha256: string;
    }
  /** `hopeless`: asking again cannot help. `retryAfterMs`: how long the channel asks to wait. */
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly hopeless: boolean;
      readonly retryAfterMs: number | undefined;
    };

/** Where the files come from that customers send to one channel. Never throws. */
export type MediaSource = {
  fetchMedia(mediaId: string, mostBytes: number, signal: AbortSignal): Promise<FetchedMedia>;
};
