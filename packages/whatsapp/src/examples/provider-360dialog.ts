import type { NumberAccess } from '@ambit/whatsapp/client/graph-access';

/** A number at 360dialog: its address and its key are all that differs. Give it to any client of a number. */
export function numberAt360dialog(apiKey: string): NumberAccess {
  return {
    baseUrl: 'https://waba-v2.360dialog.io',
    version: '',
    phoneNumberId: '',
    auth: { header: 'D360-API-KEY', value: apiKey },
    timeoutMs: 10_000,
  };
}
