import { describe, expect, test } from 'vitest';
import { serveGraph } from '../fixtures/loopback-graph.ts';
import { createMediaClient } from './media-client.ts';
import { uploadProblem } from './media-limits.ts';
import { createUploadSessions } from './upload-session.ts';

const signal = new AbortController().signal;
const accessTo = (baseUrl: string) => ({
  baseUrl,
  version: 'v24.0',
  auth: { header: 'Authorization', value: 'Bearer token' },
  timeoutMs: 5_000,
  phoneNumberId: 'P',
  appId: 'A',
});
const photo = { bytes: Buffer.from('a photo'), mimeType: 'image/jpeg', fileName: 'photo.jpg' };

describe('a file to send', () => {
  test('goes as a form and gets an id', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { id: 4490709327384033 } }]);
    expect(await createMediaClient(accessTo(baseUrl)).upload(photo, signal)).toEqual({
      kind: 'done',
      value: { mediaId: '4490709327384033' },
    });
    expect(asked[0]).toMatchObject({ method: 'POST', path: '/v24.0/P/media' });
    expect(asked[0]?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    expect(asked[0]?.text).toMatch(/name="messaging_product"\r\n\r\nwhatsapp/);
    expect(asked[0]?.text).toMatch(/name="type"\r\n\r\nimage\/jpeg/);
    expect(asked[0]?.text).toMatch(/filename="photo\.jpg"\r\nContent-Type: image\/jpeg\r\n\r\na photo/);
  });

  test('goes to a provider without the number in the path', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { id: '1' } }]);
    const provider = { ...accessTo(baseUrl), version: '', phoneNumberId: '' };
    await createMediaClient({ ...provider, auth: { header: 'D360-API-KEY', value: 'k' } }).upload(
      photo,
      signal,
    );
    expect(asked[0]?.path).toBe('/media');
    expect(asked[0]?.headers['d360-api-key']).toBe('k');
  });

  test('that WhatsApp does not take is not sent', async () => {
    const { baseUrl, asked } = await serveGraph([{ kind: 'json', json: { id: '1' } }]);
    const zip = { ...photo, mimeType: 'application/zip' };
    expect((await createMediaClient(accessTo(baseUrl)).upload(zip, signal)).kind).toBe('invalid');
    expect(asked).toHaveLength(0);
  });

  const MB = 1024 * 1024;
  test.each([
    ['image/jpeg', 5 * MB, true],
    ['image/jpeg', 5 * MB + 1, false],
    ['image/webp', 500 * 1024, true],
    ['image/webp', 500 * 1024 + 1, false],
    ['video/mp4', 16 * MB, true],
    ['video/mp4', 16 * MB + 1, false],
    ['audio/ogg; codecs=opus', 16 * MB, true],
    ['audio/ogg', 16 * MB + 1, false],
    ['application/pdf', 100 * MB, true],
    ['application/pdf', 100 * MB + 1, false],
    ['Text/Plain; charset=utf-8', 1, true],
    ['text/plain', 0, false],
    ['image/gif', 1, false],
  ])('of type %s and %i bytes: %s', (type, sizeBytes, isTaken) => {
    expect(uploadProblem(type, sizeBytes) === undefined).toBe(isTaken);
  });
});

describe('a resumable upload', () => {
  const file = { fileName: 'sample.png', mimeType: 'image/png', bytes: Buffer.from('0123456789') };
  const session = { kind: 'json', json: { id: 'upload:MTph==?sig=ARZ' } } as const;
  const handle = { kind: 'json', json: { h: '4::aW1h' } } as const;

  test('opens a session and sends the file, with the header this API documents', async () => {
    const { baseUrl, asked } = await serveGraph([session, handle]);
    expect(await createUploadSessions(accessTo(baseUrl)).upload(file, signal)).toEqual({
      kind: 'done',
      value: { handle: '4::aW1h' },
    });
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /v24.0/A/uploads?file_name=sample.png&file_length=10&file_type=image%2Fpng',
      'POST /v24.0/upload:MTph==?sig=ARZ',
    ]);
    expect(asked[1]?.headers).toMatchObject({ authorization: 'OAuth token', file_offset: '0' });
    expect(asked[1]?.text).toBe('0123456789');
  });

  test('goes on where Meta has got to after a break', async () => {
    const { baseUrl, asked } = await serveGraph([
      session,
      { kind: 'cut', when: 'before' },
      { kind: 'json', json: { id: 'upload:MTph==?sig=ARZ', file_offset: 4 } },
      handle,
    ]);
    expect(await createUploadSessions(accessTo(baseUrl)).upload(file, signal)).toMatchObject({
      kind: 'done',
    });
    expect(asked[3]?.headers).toMatchObject({ file_offset: '4' });
    expect(asked[3]?.text).toBe('456789');
  });

  test('gives up after three resumptions', async () => {
    const { baseUrl, asked } = await serveGraph(({ method, path }) => {
      if (path.includes('uploads')) return session;
      return method === 'GET' ? { kind: 'json', json: { file_offset: 1 } } : { kind: 'cut', when: 'before' };
    });
    expect(await createUploadSessions(accessTo(baseUrl)).upload(file, signal)).toMatchObject({
      kind: 'unknown',
    });
    expect(asked).toHaveLength(8);
  });
});
