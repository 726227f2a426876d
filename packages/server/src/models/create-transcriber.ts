import { createOpenAI } from '@ai-sdk/openai';
import { APICallError, NoTranscriptGeneratedError, transcribe } from 'ai';
import type { Transcriber } from '../ports/transcriber.ts';

/** A transcription server. `baseUrl` ends before `/audio/transcriptions`; `apiKey`: undefined where none is asked for. */
export type TranscriptionServer = {
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | undefined;
};

/** Any server that speaks OpenAI's transcription protocol: OpenAI, Groq, speaches, LocalAI, vLLM, whisper.cpp. */
export function createTranscriber({ baseUrl, model, apiKey }: TranscriptionServer): Transcriber {
  // A server without keys is given a word that is none: the client insists on one.
  const server = createOpenAI({ baseURL: baseUrl, apiKey: apiKey ?? 'none' }).transcription(model);
  return {
    async transcribe(recording, signal) {
      try {
        const { text } = await transcribe({
          model: server,
          audio: recording,
          maxRetries: 1,
          abortSignal: signal,
        });
        return { kind: 'written', text };
      } catch (error) {
        return { kind: 'failed', why: whyOf(error, signal) };
      }
    },
  };
}

/** Without what the server quotes. */
function whyOf(error: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'the transcription server took too long';
  if (NoTranscriptGeneratedError.isInstance(error)) return 'the transcription server answered without a text';
  if (APICallError.isInstance(error))
    return error.statusCode === undefined
      ? 'the transcription server could not be reached'
      : `the transcription server answered ${error.statusCode} with no transcript`;
  return `the transcription failed: ${error instanceof Error ? error.name : 'unknown trouble'}`;
}
