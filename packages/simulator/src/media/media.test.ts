import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, phoneNumberId, startBoth, type GraphAnswer, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const bearer = { authorization: 'Bearer access-token-of-tests' };
const dayMs = 24 * 3_600_000;

function upload(
  type: string,
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array([1, 2, 3]),
): Promise<GraphAnswer> {
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', type);
  form.set('file', new File([bytes], 'file', { type }));
  return sim.graph(`POST ${phoneNumberId}/media`, form);
}

test('a file is found by id, with its hash and size, and fetched for five minutes with the token', async () => {
  const bytes = new Uint8Array([9, 8, 7, 6]);
  const { body } = await upload('image/png', bytes);
  const about = await sim.graph(`GET ${String(body['id'])}`);
  expect(about.body).toMatchObject({
    mime_type: 'image/png',
    file_size: 4,
    sha256: createHash('sha256').update(bytes).digest('base64'),
  });
  const url = String(about.body['url']);
  expect((await fetch(url)).status).toBe(401);
  expect(new Uint8Array(await (await fetch(url, { headers: bearer })).arrayBuffer())).toEqual(bytes);
  sim.simulator.control.advanceClock(5 * 60_000);
  expect((await fetch(url, { headers: bearer })).status).toBe(404);
});

test('an uploaded file is gone after 30 days, a received one after 7, a deleted one at once', async () => {
  const { body } = await upload('image/png');
  const uploaded = String(body['id']);
  sim.simulator.control.act([{ customer: 'maya', action: { kind: 'image' } }]);
  await sim.change('messages');
  const received =
    /"id":"(\d+)"/.exec(JSON.stringify(sim.receiver.items('messages')[0]?.['image']))?.[1] ?? '';
  expect((await sim.graph(`GET ${received}`)).status).toBe(200);
  sim.simulator.control.advanceClock(7 * dayMs);
  expect(codeOf(await sim.graph(`GET ${received}`))).toBe(33);
  expect((await sim.graph(`GET ${uploaded}`)).status).toBe(200);
  sim.simulator.control.advanceClock(23 * dayMs);
  expect(codeOf(await sim.graph(`GET ${uploaded}`))).toBe(33);
  const again = String((await upload('image/png')).body['id']);
  expect((await sim.graph(`DELETE ${again}`)).body).toEqual({ success: true });
  expect(codeOf(await sim.graph(`GET ${again}`))).toBe(33);
});

test.each([
  ['image/gif', 3, 100],
  ['application/zip', 3, 100],
  ['image/png', 5_000_001, 131053],
  ['video/mp4', 16_000_001, 131053],
  ['image/webp', 500_001, 131053],
  ['image/png', 5_000_000, 0],
  ['application/pdf', 6_000_000, 0],
  ['audio/ogg; codecs=opus', 3, 0],
])('an upload of %s with %i bytes is answered with %i', async (type, size, code) => {
  expect(codeOf(await upload(type, new Uint8Array(size)))).toBe(code);
});

test('a file can be sent only as what it is', async () => {
  sim.say('hi');
  const id = String((await upload('image/png')).body['id']);
  expect((await sim.send({ type: 'image', image: { id } })).status).toBe(200);
  for (const type of ['video', 'audio', 'sticker', 'document'])
    expect(codeOf(await sim.send({ type, [type]: { id } }))).toBe(131053);
  const webp = String((await upload('image/webp', new Uint8Array(100_001))).body['id']);
  expect(codeOf(await sim.send({ type: 'sticker', sticker: { id: webp } }))).toBe(131053);
  const small = String((await upload('image/webp', new Uint8Array(100_000))).body['id']);
  expect((await sim.send({ type: 'sticker', sticker: { id: small } })).status).toBe(200);
});

test('a customer’s file above 100 MB comes as an error instead', async () => {
  sim.simulator.control.act([{ customer: 'maya', action: { kind: 'video', bytes: 100_000_001 } }]);
  await sim.change('messages');
  expect(sim.receiver.items('messages')[0]).toMatchObject({
    type: 'unsupported',
    errors: [{ code: 131052 }],
  });
});

test('a resumable upload goes on where it stopped and ends with a handle', async () => {
  const started = await sim.graph('POST app/uploads?file_name=a.png&file_length=6&file_type=image/png');
  const id = String(started.body['id']);
  const put = async (offset: number, bytes: string): Promise<unknown> => {
    const response = await fetch(`${sim.simulator.url}/v24.0/${id}`, {
      method: 'POST',
      headers: { authorization: 'OAuth access-token-of-tests', file_offset: String(offset) },
      body: Buffer.from(bytes),
    });
    return response.json();
  };
  expect(await put(0, 'abc')).toMatchObject({ file_offset: 3 });
  expect(await put(0, 'abc')).toMatchObject({ error: { code: 100 } });
  expect((await sim.graph(`GET ${id}`)).body).toMatchObject({ file_offset: 3 });
  const done = await put(3, 'def');
  const handle = /"h":"(4::[^"]+)"/.exec(JSON.stringify(done))?.[1];
  const profile = { messaging_product: 'whatsapp', profile_picture_handle: handle };
  expect((await sim.graph(`POST ${phoneNumberId}/whatsapp_business_profile`, profile)).status).toBe(200);
  expect(
    codeOf(
      await sim.graph(`POST ${phoneNumberId}/whatsapp_business_profile`, {
        ...profile,
        profile_picture_handle: 'x',
      }),
    ),
  ).toBe(100);
});
