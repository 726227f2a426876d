import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { askSimulator, type SimulatorPlace } from '@ambit/cli/say-phone';
import { findFreePorts } from '@ambit/cli/free-ports';
import { startProgram } from './child-program.ts';
import { postLoad, type LoadResult } from './http-load.ts';
import { benchSecrets } from './webhook-request.ts';

const phoneNumberId = '106540352242922';
const token = 'bench-token-bench-token';
const batch = 500;

/** A simulator of its own, and people whose service windows are open. */
export type LoadedSimulator = {
  /** Sends texts as fast as they are accepted. Throws if one was refused. */
  send(seconds: number): Promise<LoadResult>;
  stop(): Promise<void>;
};

/** Starts it without Meta's limits, which are what it would measure else. Its webhooks are answered at once. */
export async function startLoadedSimulator(people: number, sockets: number): Promise<LoadedSimulator> {
  const ports = await findFreePorts();
  const sink = createServer((request, response) => {
    request.resume();
    request.once('end', () => response.writeHead(200, { 'content-length': 0 }).end());
  });
  sink.keepAliveTimeout = 65_000;
  sink.listen(ports.webhook, '127.0.0.1');
  const place: SimulatorPlace = { url: `http://127.0.0.1:${ports.simulator}`, token };
  const simulator = await startProgram({
    program: 'packages/simulator/src/main.ts',
    environment: {
      AMBIT_SIM_PORT: String(ports.simulator),
      AMBIT_SIM_WEBHOOK_URL: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
      AMBIT_SIM_LIMITS: 'none',
      AMBIT_SIM_SEED: '7',
      AMBIT_TOKEN: token,
      WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
      WHATSAPP_ACCESS_TOKEN: benchSecrets.accessToken,
      WHATSAPP_APP_SECRET: benchSecrets.appSecret,
      WHATSAPP_VERIFY_TOKEN: benchSecrets.verifyToken,
    },
  });
  await meet(place, people);
  const next = (n: number): Buffer => sendRequest(phoneOf(n % people), n);
  return {
    async send(seconds) {
      const load = await postLoad({ port: ports.simulator, sockets, seconds, next });
      if (load.refused > 0) throw new Error(`${load.refused} sends were refused`);
      return load;
    },
    async stop() {
      await simulator.stop();
      sink.closeAllConnections();
      sink.close();
    },
  };
}

/** Everybody has just written. */
async function meet(place: SimulatorPlace, people: number): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await askSimulator(place, 'GET', 'clock');
      break;
    } catch (cause) {
      if (attempt === 100) throw cause;
      await wait(50);
    }
  }
  for (let n = 0; n < people; n += 1)
    await askSimulator(place, 'POST', 'customers', { id: `p${n}`, name: `Person ${n}`, phone: phoneOf(n) });
  for (let n = 0; n < people; n += batch) {
    const messages = Array.from({ length: Math.min(batch, people - n) }, (_, i) => ({
      customer: `p${n + i}`,
      action: { kind: 'text', body: 'hi' },
    }));
    await askSimulator(place, 'POST', 'messages/batch', { messages });
  }
}

function phoneOf(n: number): string {
  return `1555${String(n).padStart(7, '0')}`;
}

function sendRequest(phone: string, n: number): Buffer {
  const body = JSON.stringify({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: `+${phone}`,
    type: 'text',
    text: { body: `Your order A-${n} has been shipped and arrives on Friday.` },
    biz_opaque_callback_data: '0190a5a4-3f2e-7cc1-9d3e-5b1f0f6f2a11',
  });
  return Buffer.from(
    `POST /v24.0/${phoneNumberId}/messages HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nauthorization: Bearer ${benchSecrets.accessToken}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
