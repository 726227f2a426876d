import { constants, createCipheriv, createDecipheriv, publicEncrypt, randomBytes } from 'node:crypto';

/** A request to a data endpoint as it goes over the wire, and what is needed to read the answer. */
export type SealedRequest = {
  readonly body: {
    readonly encrypted_flow_data: string;
    readonly encrypted_aes_key: string;
    readonly initial_vector: string;
  };
  /** Decrypts the answer; undefined if it is not what this request asked for. */
  open(answer: string): unknown;
};

const tagBytes = 16;

/**
 * Encrypts as WhatsApp does: a fresh AES-128 key under RSA-OAEP with SHA-256, the request under AES-128-GCM with the
 * tag at its end; the answer comes under the same key with every bit of the vector turned over.
 * Source: Meta, "Implementing your Flow endpoint", as cited by public clients, read 2026-11-21.
 */
export function sealFlowRequest(publicKeyPem: string, request: unknown): SealedRequest {
  const key = randomBytes(16);
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-128-gcm', key, vector);
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify(request), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  const sealedKey = publicEncrypt(
    { key: publicKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    key,
  );
  return {
    body: {
      encrypted_flow_data: sealed.toString('base64'),
      encrypted_aes_key: sealedKey.toString('base64'),
      initial_vector: vector.toString('base64'),
    },
    open: (answer) => openAnswer(answer, key, vector),
  };
}

function openAnswer(answer: string, key: Buffer, vector: Buffer): unknown {
  const bytes = Buffer.from(answer, 'base64');
  if (bytes.length <= tagBytes) return undefined;
  const flipped = Buffer.from(vector.map((byte) => byte ^ 0xff));
  const decipher = createDecipheriv('aes-128-gcm', key, flipped);
  decipher.setAuthTag(bytes.subarray(-tagBytes));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return undefined;
  }
}
