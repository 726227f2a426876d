import { verifySignature } from '@ambit/whatsapp/signature';
import { parseWebhook } from '@ambit/whatsapp/webhook/parse-webhook';

/** What customers wrote, from the untouched body of a POST and its X-Hub-Signature-256 header. */
export function textsIn(
  rawBody: Uint8Array,
  signature: string | undefined,
  appSecret: string,
): readonly string[] {
  if (!verifySignature(rawBody, signature, [appSecret])) throw new Error('not from Meta: answer 401');
  const parsed = parseWebhook(JSON.parse(new TextDecoder().decode(rawBody)));
  if (parsed.kind === 'unrecognised') throw new Error(parsed.reason);
  return parsed.updates.flatMap((update) => {
    if (update.kind !== 'message' || update.message.content.kind !== 'text') return [];
    // A sender may have no phone number, or no business-scoped id; never neither of the two.
    const who = update.sender.bsuid ?? update.sender.phone ?? 'somebody';
    return [`${who}: ${update.message.content.body}`];
  });
}
