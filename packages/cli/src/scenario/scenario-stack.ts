import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { findFreePorts } from '../free-ports.ts';
import { askSimulator, findPhone, type Phone, type SimulatorPlace } from '../say-phone.ts';
import { startStack } from '../stack.ts';
import { startBackEnd, type BackEnd } from './back-end.ts';
import { startStandInModel, withoutModels, type ModelHabit } from './stand-in-model.ts';
import { startTranscriptionServer } from './transcription-server.ts';
import { turnToolsTo } from './turn-tools.ts';

/** A business, running: server, PostgreSQL, simulator, a stand-in for its own systems and one that hears voice notes. */
export type ScenarioStack = {
  readonly client: AmbitClient;
  readonly simulator: SimulatorPlace;
  readonly backEnd: BackEnd;
  /** What warned or failed since the start. */
  readonly notices: readonly string[];
  stop(): Promise<void>;
};

/**
 * Starts a business on free ports and a throw-away database. `business`: its folder; its tools call the stand-in
 * instead of where their files say. `model`: what a stand-in for its language models does; without it none takes
 * part. `inherited`: environment to hand on, such as PATH.
 */
export async function startScenarioStack({
  business,
  debounceMs,
  model,
  inherited,
}: {
  readonly business: string;
  readonly debounceMs: number;
  readonly model?: ModelHabit | undefined;
  readonly inherited: Readonly<Record<string, string>>;
}): Promise<ScenarioStack> {
  const folder = mkdtempSync(join(tmpdir(), 'ambit-scenarios-'));
  chmodSync(folder, 0o711);
  const backEnd = await startBackEnd();
  const transcription = await startTranscriptionServer();
  const notices: string[] = [];
  const copy = join(folder, 'business');
  cpSync(business, copy, { recursive: true });
  const secrets = turnToolsTo(backEnd.host, copy);
  const models = model === undefined ? withoutModels(copy) : await startStandInModel(model, copy);
  const stack = await startStack({
    home: join(folder, 'home'),
    business: copy,
    database: { kind: 'throw-away' },
    ports: await findFreePorts(),
    inherited: {
      ...inherited,
      ...secrets,
      AMBIT_TRANSCRIPTION_URL: transcription.url,
      AMBIT_TOOL_PRIVATE_HOSTS: [inherited['AMBIT_TOOL_PRIVATE_HOSTS'], backEnd.host]
        .filter((host) => host !== undefined)
        .join(','),
    },
    debounceMs,
    notify: ({ from, message }) => notices.push(`${from}: ${message}`),
  }).catch(async (cause: unknown) => {
    await Promise.all([backEnd.stop(), transcription.stop(), models.stop()]);
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  });
  const { token } = stack.secrets;
  return {
    client: createAmbitClient({ baseUrl: new URL(stack.urls.desk).origin, token }),
    simulator: { url: stack.urls.graph, token },
    backEnd,
    notices,
    stop: async () => {
      await stack.stop();
      await Promise.all([backEnd.stop(), transcription.stop(), models.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody the business never heard of, or the owner of `phone`, who may have been here in another scenario. */
export async function newCustomer(simulator: SimulatorPlace, phone?: string): Promise<Phone> {
  const known =
    phone === undefined
      ? undefined
      : await findPhone(simulator, phone.replaceAll(/\D/g, '')).catch(() => undefined);
  if (known !== undefined) return known;
  const id = `somebody-${crypto.randomUUID()}`;
  await askSimulator(simulator, 'POST', 'customers', {
    id,
    name: 'Robin Example',
    ...(phone === undefined ? {} : { phone }),
  });
  return findPhone(simulator, id);
}
