import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

/** `publicPem`: for Meta (`createEncryptionKeyClient`). `privatePem`: kept secret, for `readFlowKey`. */
export type FlowKeyPair = { publicPem: string; privatePem: string };

const generate = promisify(generateKeyPair);

/**
 * Makes the RSA-2048 pair that phones encrypt Flow requests for. With a passphrase the private key
 * is encrypted (PKCS #8, AES-256-CBC).
 * Source: WhatsApp Flows docs, "Implementing endpoint for Flows".
 */
export async function generateFlowKeys({ passphrase }: { passphrase?: string } = {}): Promise<FlowKeyPair> {
  if (passphrase === '') throw new Error('The passphrase of a Flow key is empty; leave it out or give one');
  const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 });
  const lock = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  return {
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem', ...lock }).toString(),
  };
}

/** Reads a private key. Throws, without quoting key or passphrase, if it is not one for Flows. */
export function readFlowKey(privatePem: string, passphrase?: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: privatePem, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    // The cause is left out: OpenSSL may quote what it was given.
    throw new Error(
      'The private key for Flows cannot be read; it must be PEM, with the passphrase it was locked with',
    );
  }
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = key;
  if (type !== 'rsa' || details?.modulusLength !== 2048)
    throw new Error(`The private key for Flows is not RSA with 2048 bits (it is ${type ?? 'unknown'})`);
  return key;
}

/** The public half, as Meta wants it; also tells whether what Meta holds is still this key's. */
export function publicPemOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
}
