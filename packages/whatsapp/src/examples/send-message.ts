import { createGraphClient } from '@ambit/whatsapp/client/graph-client';
import { buttonMessage } from '@ambit/whatsapp/outbound/interactive-button';
import { buildSendRequest } from '@ambit/whatsapp/outbound/send-request';

/** Asks whether to cancel an order. `baseUrl`: https://graph.facebook.com, or a simulator's. */
export async function askToCancel(baseUrl: string, token: string, to: string): Promise<string> {
  const client = createGraphClient({
    baseUrl,
    version: 'v24.0',
    phoneNumberId: '106540352242922',
    auth: { header: 'Authorization', value: `Bearer ${token}` },
    timeoutMs: 10_000,
  });
  const built = buildSendRequest(
    { to, opaque: 'outbox-1' },
    buttonMessage('Cancel order A-1042?', [
      { id: 'yes', title: 'Yes, cancel it' },
      { id: 'no', title: 'No' },
    ]),
  );
  if (built.kind === 'invalid') return `never sent: ${built.problems.join('; ')}`;
  const result = await client.send(built.request, new AbortController().signal);
  switch (result.kind) {
    case 'accepted':
      return `taken as ${result.messageId}`;
    case 'rejected':
      return `refused; what to do about it: ${result.reaction.kind}`;
    case 'not-sent':
      return 'nobody got it: send it again';
    case 'unknown':
      return 'it may have been taken: wait for a status that carries "outbox-1", do not send it again';
  }
}
