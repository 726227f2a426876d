/** `failed`: the server was away, late, or answered what is no transcript. `why` holds nothing of the customer's. */
export type TranscriptOutcome = { kind: 'written'; text: string } | { kind: 'failed'; why: string };

/** Writes down what is said in a recording. Never throws: a server that is away is an outcome. */
export type Transcriber = {
  transcribe(recording: Uint8Array, signal: AbortSignal): Promise<TranscriptOutcome>;
};
