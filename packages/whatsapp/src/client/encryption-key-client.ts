import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';

const Key = z.looseObject({
  business_public_key: maybe(z.string()),
  business_public_key_signature_status: maybe(z.string()),
});

/** `VALID`, or `MISMATCH` after the number was registered anew: upload the key again then. */
const UploadedKey = z
  .union([z.object({ data: z.tuple([Key]).rest(z.unknown()) }).transform(({ data }) => data[0]), Key])
  .transform((wire) => ({
    publicKeyPem: wire.business_public_key?.trim() ?? '',
    status: wire.business_public_key_signature_status ?? 'UNKNOWN',
  }));
export type UploadedKey = z.output<typeof UploadedKey>;

const pem = /^-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*$/;

export type EncryptionKeyClient = {
  get(signal: AbortSignal): Promise<CallResult<UploadedKey>>;
  /** `publicKeyPem`: of `generateFlowKeys`. Never the private one. */
  upload(publicKeyPem: string, signal: AbortSignal): Promise<CallResult<{ success: true }>>;
};

/**
 * The key that phones encrypt for, when a Flow of one number talks to an endpoint.
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows"; Meta's OpenAPI file of the
 * Business Messaging API, v23.0.
 */
export function createEncryptionKeyClient(options: NumberAccess): EncryptionKeyClient {
  const call = createGraphCaller(options);
  const path = [options.phoneNumberId, 'whatsapp_business_encryption'];
  return {
    get: (signal) => call({ method: 'GET', path, answer: UploadedKey }, signal),
    upload: async (publicKeyPem, signal) => {
      if (!pem.test(publicKeyPem))
        return { kind: 'invalid', problems: ['business_public_key: is not a public key in PEM form'] };
      const form = new URLSearchParams({ business_public_key: publicKeyPem });
      return call({ method: 'POST', path, body: { kind: 'form', form }, answer: Success }, signal);
    },
  };
}
