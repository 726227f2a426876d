import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { StackPorts } from './environment.ts';
import {
  serverEnvironment,
  simulatorEnvironment,
  stackUrls,
  type StackSettings,
} from './stack-environment.ts';
import { keepStackSecrets, type StackSecrets } from './stack-secrets.ts';
import { addStandInForms, formsIn } from './stand-in-forms.ts';
import { SupervisedProcess, type Notice } from './supervised-process.ts';

export type StackOptions = {
  /** The data folder, absolute; made if it is missing. */
  readonly home: string;
  /** The business's folder, absolute. */
  readonly business: string;
  readonly database: StackSettings['database'];
  readonly ports: StackPorts;
  /** How long a turn waits for more from the customer; left out, the environment or the server decides. */
  readonly debounceMs?: number;
  /** Environment to hand on, such as PATH. */
  readonly inherited: Readonly<Record<string, string>>;
  notify(notice: Notice): void;
  /** Other programs than Ambit's own, for tests. */
  readonly programs?: { readonly server: string; readonly simulator: string };
};

/** A running server and simulator. */
export type Stack = {
  readonly home: string;
  readonly secrets: StackSecrets;
  /** The pages carry the token; `graph` is the simulated Cloud API, `clock` its clock. */
  readonly urls: {
    readonly phone: string;
    readonly desk: string;
    readonly webhook: string;
    readonly graph: string;
    readonly clock: string;
  };
  /** Stops the simulator, then the server, which stops its PostgreSQL; returns once they are gone. */
  stop(): Promise<void>;
  /** Ends both at once. A PostgreSQL that this leaves behind is adopted by the next start. */
  kill(): void;
  /** Settles with the reason if one of them had to be given up. */
  readonly gaveUp: Promise<string>;
};

const ownPrograms = {
  server: fileURLToPath(new URL('../../server/src/main.ts', import.meta.url)),
  simulator: fileURLToPath(new URL('../../simulator/src/main.ts', import.meta.url)),
};
const SimulatorListening = z.object({ url: z.url() });
const ServerListening = z.object({ webhookUrl: z.url(), deskUrl: z.url() });

/**
 * Starts the simulator and the server and waits until both listen. Throws with the failing program's own words; then
 * nothing is left running.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { home, business, ports, database, inherited, notify, debounceMs, programs = ownPrograms } = options;
  if (!existsSync(business))
    throw new Error(`There is no business folder ${business}; set AMBIT_BUSINESS, or --business, to one`);
  const secrets = keepStackSecrets(home);
  const settings = {
    home,
    business,
    businessName: readBusinessName(business),
    ports,
    secrets,
    database,
    debounceMs,
  };
  const gaveUp = Promise.withResolvers<string>();
  const supervise = (
    name: 'server' | 'simulator',
    environment: Readonly<Record<string, string>>,
  ): SupervisedProcess =>
    new SupervisedProcess({
      name,
      program: programs[name],
      environment,
      readyEvent: `${name}.listening`,
      logFile: join(home, 'logs', `${name}.log`),
      notify,
      gaveUp: gaveUp.resolve,
    });
  const simulator = supervise('simulator', simulatorEnvironment(settings, inherited));
  const server = supervise('server', serverEnvironment(settings, inherited));
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= simulator.stop().then(() => server.stop());
    return stopped;
  };
  try {
    // The server follows the simulator's clock, so that one comes first.
    const simulated = SimulatorListening.parse(await simulator.start());
    const graph = simulated.url.replace(/\/$/, '');
    await addStandInForms({ url: graph, token: secrets.token }, formsIn(business));
    const served = ServerListening.parse(await server.start());
    return {
      home,
      secrets,
      urls: {
        phone: withToken(simulated.url, secrets.token),
        desk: withToken(served.deskUrl, secrets.token),
        webhook: served.webhookUrl,
        graph,
        clock: stackUrls(settings).clock,
      },
      stop,
      kill: () => {
        simulator.kill();
        server.kill();
      },
      gaveUp: gaveUp.promise,
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function withToken(url: string, token: string): string {
  const page = new URL(url);
  page.searchParams.set('token', token);
  return page.href;
}

/** The phone page's heading; the server reads the file properly and says what is wrong with it. */
function readBusinessName(business: string): string {
  const file = join(business, 'business.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, double, single, plain] =
    /^ {0,2}name:[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^#\n]+))/m.exec(text) ?? [];
  return (double ?? single ?? plain)?.trim() ?? basename(business);
}
