import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { voiceNote } from '@ambit/core/message/testing/voice-note';
import { createTranscriber } from '@ambit/server/models/create-transcriber';
import { startTranscriptionServer, type TranscriptionServer } from '@ambit/cli/scenario/transcription-server';

let server: TranscriptionServer;
beforeAll(async () => {
  server = await startTranscriptionServer();
});
afterAll(() => server.stop());
beforeEach(() => {
  server.answers({ kind: 'words' });
});

const ask = (words: string, ms = 20_000, apiKey: string | undefined = 'key-of-tests') =>
  createTranscriber({ baseUrl: server.url, model: 'whisper-1', apiKey }).transcribe(
    voiceNote(words),
    AbortSignal.timeout(ms),
  );

test('a recording is sent as the protocol has it, and its words come back', async () => {
  expect(await ask('¿Dónde está mi pedido?')).toEqual({ kind: 'written', text: '¿Dónde está mi pedido?' });
  expect(server.asked.at(-1)).toEqual({
    path: '/v1/audio/transcriptions',
    authorization: 'Bearer key-of-tests',
    model: 'whisper-1',
    fileName: 'audio.ogg',
  });
});

test.each([
  ['what is no JSON', 200, '<html>Welcome to nginx</html>'],
  ['JSON of another shape', 200, '{"result":"hello"}'],
  ['that the key is wrong', 401, '{"error":{"message":"Incorrect API key provided: key-of-tests"}}'],
  ['that it is overloaded', 503, ''],
])('a server that answers %s has failed, and nothing of its answer is told', async (_what, status, body) => {
  server.answers({ kind: 'body', status, body });
  const outcome = await ask('hello');
  expect(outcome).toMatchObject({ kind: 'failed' });
  expect(JSON.stringify(outcome)).not.toMatch(/key-of-tests|nginx/);
});

test('a slow server is given up in time', async () => {
  server.answers({ kind: 'slow', ms: 5_000 });
  expect(await ask('hello', 200)).toEqual({
    kind: 'failed',
    why: 'the transcription server took too long',
  });
});

test('a server that is not there has failed', async () => {
  const nobody = createTranscriber({ baseUrl: 'http://127.0.0.1:9/v1', model: 'm', apiKey: undefined });
  expect(await nobody.transcribe(voiceNote('hello'), AbortSignal.timeout(20_000))).toMatchObject({
    kind: 'failed',
  });
});
