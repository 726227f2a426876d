import { createMediaClient } from '@ambit/whatsapp/client/media-client';

/** Fetches a photo that a customer sent, and checks that it is the one Meta describes. */
export async function fetchPhoto(baseUrl: string, token: string, mediaId: string): Promise<Uint8Array> {
  const media = createMediaClient({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: '106540352242922',
    auth: { header: 'Authorization', value: `Bearer ${token}` },
    timeoutMs: 10_000,
  });
  const wholeMs = 60_000;
  const result = await media.download(mediaId, { mostBytes: 5 * 1024 * 1024 }, AbortSignal.timeout(wholeMs));
  if (result.kind !== 'downloaded') throw new Error(`no photo: ${result.kind}`);
  return result.bytes;
}
