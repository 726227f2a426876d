import { constants, createCipheriv, createDecipheriv, privateDecrypt, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/);

/** The body of a request from a phone that shows a Flow. */
export const EncryptedFlowRequest = z.object({
  encrypted_flow_data: base64,
  encrypted_aes_key: base64,
  initial_vector: base64,
});
export type EncryptedFlowRequest = z.infer<typeof EncryptedFlowRequest>;

/** What the answer to one request is encrypted with. */
export type FlowSession = { aesKey: Uint8Array; iv: Uint8Array };

/** `plain`: bytes of JSON. `undecryptable`: made for another key, or changed on the way. */
export type DecryptedFlowRequest =
  | { kind: 'decrypted'; plain: Uint8Array; session: FlowSession }
  | { kind: 'undecryptable' };

const tagBytes = 16;

/**
 * Opens a request with the first of the keys that fits (two while one is rotated): RSA-OAEP with
 * SHA-256 for the AES key, AES-128-GCM for the rest, whose last 16 bytes are the tag.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows", request decryption.
 */
export function decryptFlowRequest(
  request: EncryptedFlowRequest,
  privateKeys: readonly KeyObject[],
): DecryptedFlowRequest {
  const iv = Buffer.from(request.initial_vector, 'base64');
  const sealed = Buffer.from(request.encrypted_flow_data, 'base64');
  if (iv.length !== 16 && iv.length !== 12) return { kind: 'undecryptable' };
  if (sealed.length < tagBytes) return { kind: 'undecryptable' };
  for (const privateKey of privateKeys) {
    const aesKey = unwrapKey(Buffer.from(request.encrypted_aes_key, 'base64'), privateKey);
    if (aesKey?.length !== 16) continue;
    const session = { aesKey, iv };
    const plain = open(sealed, session);
    return plain === undefined ? { kind: 'undecryptable' } : { kind: 'decrypted', plain, session };
  }
  return { kind: 'undecryptable' };
}

/**
 * The body of the answer: under the request's own key, with every bit of its vector flipped, in
 * base64. Each request brings a fresh key, so that no vector is used twice under one.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows", response encryption.
 */
export function encryptFlowResponse(response: object, { aesKey, iv }: FlowSession): string {
  const flipped = iv.map((byte) => byte ^ 0xff);
  const cipher = createCipheriv('aes-128-gcm', aesKey, flipped, { authTagLength: tagBytes });
  const sealed = Buffer.concat([cipher.update(JSON.stringify(response), 'utf8'), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString('base64');
}

function unwrapKey(wrapped: Uint8Array, key: KeyObject): Uint8Array | undefined {
  try {
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, wrapped);
  } catch {
    // Made for another key.
    return undefined;
  }
}

function open(sealed: Uint8Array, { aesKey, iv }: FlowSession): Uint8Array | undefined {
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-128-gcm', aesKey, iv, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(end));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]);
  } catch {
    // The tag does not fit: not a byte of it is to be believed.
    return undefined;
  }
}
