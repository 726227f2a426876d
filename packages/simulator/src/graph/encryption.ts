import { createPublicKey } from 'node:crypto';
import type { World } from '../world.ts';
import { answered, refused, succeeded, type GraphCall, type GraphReply } from './call.ts';
import { field } from './field.ts';
import { graphError } from './graph-error.ts';
import { withLine } from './line-of.ts';

/** `GET /{phone number id}/whatsapp_business_encryption`. */
export function getEncryption(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) =>
    answered({
      data: [
        line.publicKey === undefined
          ? {}
          : {
              business_public_key: line.publicKey,
              business_public_key_signature_status: 'VALID',
            },
      ],
    }),
  );
}

/** `POST /{phone number id}/whatsapp_business_encryption`: the RSA key (2,048 bits) that flows are encrypted with. */
export function setEncryption(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withLine(world, call, (line) => {
    const key = field(call.body, 'business_public_key');
    if (key === undefined) return refused(graphError(100, 'The parameter business_public_key is required.'));
    if (!isRsa2048(key))
      return refused(graphError(100, 'business_public_key must be a 2,048 bit RSA key in PEM.'));
    line.publicKey = key;
    world.live.tell({ kind: 'account' });
    return succeeded();
  });
}

function isRsa2048(pem: string): boolean {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' && key.asymmetricKeyDetails?.modulusLength === 2_048;
  } catch {
    return false;
  }
}
