import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  askSimulator,
  findPhone,
  type Phone,
  type SimulatorPlace,
} from '../../packages/cli/src/say-phone.ts';
import { findFreePorts } from '../../packages/cli/src/free-ports.ts';
import { startStack } from '../../packages/cli/src/stack.ts';
import { createAmbitClient, type AmbitClient } from '../../packages/sdk/src/client.ts';
import { startTranscriptionServer } from './transcription-server.ts';

/** An example business, running: server, PostgreSQL, simulator. */
export type ScenarioStack = {
  readonly client: AmbitClient;
  readonly simulator: SimulatorPlace;
  /** What warned or failed since the start. */
  readonly notices: readonly string[];
  stop(): Promise<void>;
};

/** Starts a business of `businesses/` on free ports and a throw-away database. */
export async function startScenarioStack({
  business,
  debounceMs,
}: {
  readonly business: string;
  readonly debounceMs: number;
}): Promise<ScenarioStack> {
  const folder = mkdtempSync(join(tmpdir(), 'ambit-scenarios-'));
  chmodSync(folder, 0o711);
  const notices: string[] = [];
  const transcription = await startTranscriptionServer();
  const stack = await startStack({
    home: join(folder, 'home'),
    business: resolve('businesses', business),
    database: { kind: 'throw-away' },
    ports: await findFreePorts(),
    inherited: { PATH: process.env['PATH'] ?? '', AMBIT_TRANSCRIPTION_URL: transcription.url },
    debounceMs,
    notify: ({ from, message }) => notices.push(`${from}: ${message}`),
  });
  const { token } = stack.secrets;
  return {
    client: createAmbitClient({ baseUrl: new URL(stack.urls.desk).origin, token }),
    simulator: { url: stack.urls.graph, token },
    notices,
    stop: async () => {
      await stack.stop();
      await transcription.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody the business never heard of, or the owner of `phone`. */
export async function newCustomer(simulator: SimulatorPlace, phone?: string): Promise<Phone> {
  const id = `somebody-${crypto.randomUUID()}`;
  await askSimulator(simulator, 'POST', 'customers', {
    id,
    name: 'Robin Example',
    ...(phone === undefined ? {} : { phone }),
  });
  return findPhone(simulator, id);
}
