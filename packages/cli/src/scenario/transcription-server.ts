import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { listenOnLoopback } from './loopback-server.ts';

/** How a server answers: with what the file says, or with trouble. */
export type Hearing =
  | { readonly kind: 'words' }
  | { readonly kind: 'body'; readonly status: number; readonly body: string }
  | { readonly kind: 'slow'; readonly ms: number };

/** What was asked, as OpenAI's protocol has it. */
export type Asked = {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  readonly fileName: string;
};

/** A transcription server on loopback that speaks OpenAI's protocol and hears the words in the tags of a voice note. */
export type TranscriptionServer = {
  /** Without `/audio/transcriptions`. */
  readonly url: string;
  readonly asked: readonly Asked[];
  /** From now on. */
  answers(hearing: Hearing): void;
  stop(): Promise<void>;
};

/** Starts it. Source of the protocol: OpenAI API reference, "Create transcription", read 2026-11-22. */
export async function startTranscriptionServer(): Promise<TranscriptionServer> {
  const asked: Asked[] = [];
  let hearing: Hearing = { kind: 'words' };
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
      const body = Buffer.concat(chunks);
      const form = body.toString('latin1');
      const fileName = /name="file"; filename="([^"]*)"/.exec(form)?.[1];
      if (fileName === undefined) {
        response.writeHead(400).end('{"error":{"message":"There is no file"}}');
        return;
      }
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        model: /name="model"\r\n\r\n([^\r]*)/.exec(form)?.[1] ?? '',
        fileName,
      });
      const now = hearing;
      if (now.kind === 'slow') await wait(now.ms);
      const text = wordsIn(body.toString('utf8'));
      const answer =
        now.kind === 'body'
          ? now
          : {
              status: 200,
              body: JSON.stringify({ task: 'transcribe', language: 'english', duration: 3, text }),
            };
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    })().catch(() => response.destroy());
  });
  const { host, stop } = await listenOnLoopback(server);
  return {
    url: `http://${host}/v1`,
    asked,
    answers(next) {
      hearing = next;
    },
    stop,
  };
}

/** What a voice note of `voiceNote` says: its one tag, up to the next page. */
function wordsIn(file: string): string {
  return /WORDS=([^]*?)OggS/u.exec(file)?.[1] ?? '';
}
