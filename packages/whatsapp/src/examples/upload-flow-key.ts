import { createEncryptionKeyClient } from '@ambit/whatsapp/client/encryption-key-client';
import { generateFlowKeys } from '@ambit/whatsapp/flows/flow-keys';

/** Makes a key pair and gives Meta the public half; the private one is returned, to be kept secret. */
export async function setUpFlowKey(baseUrl: string, token: string, passphrase: string): Promise<string> {
  const { publicPem, privatePem } = await generateFlowKeys({ passphrase });
  const keys = createEncryptionKeyClient({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: '106540352242922',
    auth: { header: 'Authorization', value: `Bearer ${token}` },
    timeoutMs: 10_000,
  });
  const uploaded = await keys.upload(publicPem, AbortSignal.timeout(30_000));
  if (uploaded.kind !== 'done') throw new Error(`Meta did not take the key: ${uploaded.kind}`);
  return privatePem;
}
