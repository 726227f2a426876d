import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAmbitClient, type AmbitClient } from '@ambit/sdk/client';
import { freePorts, serverAlone, type RealProcess } from '../processes/real-process.ts';
import { serverEnvironment } from '../processes/server-environment.ts';

export type Role = 'all' | 'ingress' | 'worker';

/** A server process that can be killed, paused and started again as a service manager would. */
export type Node = {
  readonly name: string;
  readonly role: Role;
  readonly webhookPort: number | undefined;
  readonly desk: AmbitClient | undefined;
  isUp(): boolean;
  /** It ended without having been told to. */
  crashed(): boolean;
  start(): Promise<void>;
  kill(): Promise<void>;
  pause(): void;
  wake(): void;
  /** Ends it in order; returns its exit code or signal. */
  stop(): Promise<number | string>;
  output(): string;
};

/** Short, so that what has died is noticed within a round. */
export const leaseMs = 1_500;
const sendingMs = 2_000;

/** A node, not yet started. `environment`: what all nodes of the round share. */
export async function prepareNode(options: {
  name: string;
  role: Role;
  folder: string;
  graphUrl: string;
  databaseUrl: string;
  environment: Readonly<Record<string, string>>;
}): Promise<Node> {
  const { name, role, folder, environment } = options;
  const { ports, variables } = await freePorts();
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  const settings = serverEnvironment({
    ...variables,
    AMBIT_HOME: home,
    AMBIT_LOG_LEVEL: 'warn',
    AMBIT_LEASE_MS: String(leaseMs),
    AMBIT_SENDING_MS: String(sendingMs),
    DATABASE_URL: `${options.databaseUrl}&application_name=${name}`,
    WHATSAPP_API_URL: options.graphUrl,
    ...environment,
  });
  const faces = role !== 'worker';
  let running: RealProcess | undefined;
  let said = '';
  let crashed = false;

  return {
    name,
    role,
    webhookPort: faces ? ports.webhook : undefined,
    desk: faces
      ? createAmbitClient({
          baseUrl: `http://127.0.0.1:${ports.desk}`,
          token: String(settings['AMBIT_TOKEN']),
        })
      : undefined,
    isUp: () => running !== undefined,
    crashed: () => crashed,
    async start() {
      const started = serverAlone(settings, ['--role', role]);
      await started.says('server.listening');
      running = started;
      void started.ended.then(() => {
        if (running !== started) return;
        running = undefined;
        crashed = true;
        said += started.output();
      });
    },
    async kill() {
      const killed = running;
      running = undefined;
      if (killed === undefined) return;
      killed.signal('SIGKILL');
      await killed.ended;
      said += killed.output();
    },
    pause: () => running?.signal('SIGSTOP'),
    wake: () => running?.signal('SIGCONT'),
    async stop() {
      const ending = running;
      running = undefined;
      if (ending === undefined) return 0;
      ending.signal('SIGCONT');
      ending.signal('SIGTERM');
      const code = await ending.ended;
      said += ending.output();
      return code;
    },
    output: () => said + (running?.output() ?? ''),
  };
}
