import http from 'node:http';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';
import type { SimulatorOptions } from '@ambit/simulator/options';

/** One webhook as it came over the wire, unread. */
export type RawWebhook = { readonly raw: string; readonly signature: string };

export const accessToken = 'EAAG-token-of-tests';
export const appSecret = 'app-secret-of-tests';
export const verifyToken = 'verify-token-of-tests';
export const phoneNumberId = '106540352242922';
export const wabaId = '102290129340398';
/** Maya Torres of the seed customers: a phone and a BSUID. */
export const maya = { phone: '14155550142', bsuid: 'US.13491208655302741918' };

/** A simulator, and a business's server that answers its handshake with `answerHandshake` and keeps its webhooks. */
export type Stage = {
  readonly simulator: Simulator;
  readonly webhooks: readonly RawWebhook[];
  /** Waits for the first webhook from `from` on that `is` recognises, at most 15 s. */
  webhook(is: (webhook: RawWebhook) => boolean, from?: number): Promise<RawWebhook>;
  close(): Promise<void>;
};

type Handshake = (query: Readonly<Record<string, string>>) => { status: number; body: string };

export async function startStage(
  answerHandshake: Handshake,
  options: Partial<SimulatorOptions> = {},
): Promise<Stage> {
  const webhooks: RawWebhook[] = [];
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') {
      const { status, body } = answerHandshake(Object.fromEntries(url.searchParams));
      response.writeHead(status);
      response.end(body);
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      webhooks.push({
        raw: Buffer.concat(chunks).toString('utf8'),
        signature: String(request.headers['x-hub-signature-256'] ?? ''),
      });
      response.writeHead(200);
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId,
    displayPhoneNumber: '15550783881',
    wabaId,
    businessName: 'Harbour Outfitters',
    accessToken,
    appSecret,
    verifyToken,
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    controlToken: 'control-token-of-tests',
    seed: 11,
    limits: 'none',
    ...options,
  });
  return {
    simulator,
    webhooks,
    webhook: async (is, from = 0) => {
      const endsAt = Date.now() + 15_000;
      for (;;) {
        const found = webhooks.slice(from).find((one) => is(one));
        if (found !== undefined) return found;
        if (Date.now() > endsAt) throw new Error('The webhook the test waits for did not come within 15 s');
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    close: async () => {
      await simulator.close();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}

/** The smallest files of each kind that WhatsApp takes. */
export const files = {
  png: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
  webp: Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64'),
  ogg: Buffer.from('T2dnUwACAAAAAAAAAAA=', 'base64'),
  mp4: Buffer.from('AAAAGGZ0eXBtcDQyAAAAAG1wNDJpc29t', 'base64'),
  pdf: Buffer.from('%PDF-1.4\n%%EOF\n'),
} as const;
