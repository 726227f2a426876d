import { createDecipheriv, createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const bytes = z.base64().transform((text) => Buffer.from(text, 'base64'));

/** A photo or document that a person gave in a Flow: where the encrypted file is, and how to open it. */
export const FlowMedia = z
  .object({
    media_id: z.string(),
    file_name: z.string(),
    cdn_url: z.url(),
    encryption_metadata: z.object({
      encrypted_hash: bytes,
      iv: bytes,
      encryption_key: bytes,
      hmac_key: bytes,
      plaintext_hash: bytes,
    }),
  })
  .transform((wire) => ({
    mediaId: wire.media_id,
    fileName: wire.file_name,
    cdnUrl: wire.cdn_url,
    encryption: wire.encryption_metadata,
  }));
export type FlowMedia = z.output<typeof FlowMedia>;

export type OpenedFlowMedia = { kind: 'opened'; bytes: Uint8Array } | { kind: 'damaged'; why: string };

const macBytes = 10;

/**
 * Opens the file as it came from the CDN: ciphertext and the first 10 bytes of its HMAC-SHA256,
 * AES-256-CBC. Both hashes and the HMAC are checked.
 * Source: WhatsApp Flows docs, "Media upload components", decrypting.
 */
export function openFlowMedia(file: Uint8Array, { encryption }: FlowMedia): OpenedFlowMedia {
  const { encryption_key: key, hmac_key: hmacKey, iv } = encryption;
  if (!sha256(file).equals(encryption.encrypted_hash))
    return damaged('the file is not the one that was encrypted');
  if (file.length < macBytes || key.length !== 32 || iv.length !== 16)
    return damaged('the file, its key or its vector has a wrong length');
  const sealed = file.subarray(0, -macBytes);
  const mac = createHmac('sha256', hmacKey).update(iv).update(sealed).digest().subarray(0, macBytes);
  if (!timingSafeEqual(mac, file.subarray(-macBytes))) return damaged('the HMAC is wrong');
  const decipher = createDecipheriv('aes-256-cbc', key, iv);
  try {
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()]);
    if (!sha256(plain).equals(encryption.plaintext_hash)) return damaged('the opened file has another hash');
    return { kind: 'opened', bytes: plain };
  } catch {
    // Wrong padding: not the key that it was encrypted with.
    return damaged('the key does not open the file');
  }
}

function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function damaged(why: string): OpenedFlowMedia {
  return { kind: 'damaged', why };
}
