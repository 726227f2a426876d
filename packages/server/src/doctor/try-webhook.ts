import { createHmac, randomUUID } from 'node:crypto';
import type { Check } from '../ports/doctor.ts';

const timeoutMs = 5_000;
const name = 'webhook';

/** Posts a signed event of no meaning to our own webhook and sees it stored. `take`: removes it; false if it is not there. */
export async function tryWebhook(needs: {
  url: string;
  appSecret: string;
  take: (field: string) => Promise<boolean>;
}): Promise<Check> {
  const field = `ambit_doctor_${randomUUID()}`;
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ id: '0', changes: [{ field, value: {} }] }],
  });
  const signature = createHmac('sha256', needs.appSecret).update(body).digest('hex');
  try {
    const response = await fetch(needs.url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': `sha256=${signature}` },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const stored = await needs.take(field);
    if (response.status === 200 && stored)
      return { name, verdict: 'ok', says: 'a signed event was answered 200 and stored' };
    return {
      name,
      verdict: 'problem',
      says: `a signed event was answered ${response.status} and ${stored ? 'stored' : 'not stored'}`,
      fix: 'Look at the log of the server as "webhook.failed".',
    };
  } catch (cause) {
    return {
      name,
      verdict: 'problem',
      says: `${needs.url} cannot be posted to: ${cause instanceof Error ? cause.message : String(cause)}`,
      fix: 'Check AMBIT_HOST and AMBIT_PORT.',
    };
  }
}
