import { relative } from 'node:path';
import { styleText } from 'node:util';
import { readEnvironment, type CliEnvironment } from './environment.ts';
import { lockHome } from './home-lock.ts';
import { startStack, type Stack } from './stack.ts';
import type { Notice } from './supervised-process.ts';

/** npm hands a Ctrl-C on to a process that got it from the terminal already; a second one means it later than this. */
const sameKeyPressMs = 1_000;

/** What `start` needs of the world; `programs` replaces Ambit's own in tests. */
export type StartOptions = { readonly programs?: { readonly server: string; readonly simulator: string } };

/** `ambit start`: runs everything until it is told to stop. Returns the exit code. */
export async function start(options: StartOptions = {}): Promise<number> {
  const environment = readEnvironment();
  const release = lockHome(environment.home);
  try {
    return await runUntilStopped(environment, options);
  } finally {
    release();
  }
}

async function runUntilStopped(environment: CliEnvironment, options: StartOptions): Promise<number> {
  const stopAsked = Promise.withResolvers<string>();
  let kill = (): void => undefined;
  let askedAt: number | undefined;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (askedAt === undefined) {
      askedAt = performance.now();
      say(styleText('dim', 'Stopping. Once more to stop at once.'));
      stopAsked.resolve(signal);
    } else if (performance.now() - askedAt > sameKeyPressMs) {
      kill();
      process.exit(130);
    }
  };
  // A terminal that closes takes its output along; what is left to do is to stop in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);

  say(styleText('dim', 'Starting …'));
  const running = await startStack({
    home: environment.home,
    business: environment.business,
    database:
      environment.databaseUrl === undefined
        ? { kind: 'embedded' }
        : { kind: 'server', url: environment.databaseUrl },
    ports: environment.ports,
    inherited: environment.inherited,
    notify,
    ...options,
  });
  kill = running.kill;
  if (askedAt === undefined) say(banner(running));
  const end = await Promise.race([
    stopAsked.promise.then(() => ({ kind: 'asked' as const })),
    running.gaveUp.then((reason) => ({ kind: 'gave-up' as const, reason })),
  ]);
  if (end.kind === 'gave-up') notify({ level: 'error', from: 'ambit', message: `${end.reason}; giving up` });
  await running.stop();
  if (end.kind === 'gave-up') return 1;
  say(styleText('dim', 'Stopped.'));
  return 0;
}

function banner({ urls, home }: Stack): string {
  const place = relative(process.cwd(), home);
  const folder = place.startsWith('..') ? home : place;
  const line = (label: string, value: string): string => `  ${styleText('dim', label.padEnd(9))}${value}`;
  const link = (url: string): string => styleText('cyan', url);
  return [
    '',
    `  ${styleText(['bold', 'green'], 'Ambit is running.')}`,
    '',
    line('Phone', link(urls.phone)),
    line('Desk', link(urls.desk)),
    line('Webhook', urls.webhook),
    line('Data', `${folder} (logs in ${folder}/logs)`),
    '',
    `  ${styleText('dim', 'Ctrl-C stops everything.')}`,
    '',
  ].join('\n');
}

function notify({ level, from, message }: Notice): void {
  const time = new Date().toISOString().slice(11, 19);
  const colour = level === 'error' ? 'red' : level === 'warn' ? 'yellow' : 'dim';
  process.stderr.write(
    `${styleText('dim', time)} ${styleText(colour, level.padEnd(5))} ${from}: ${message}\n`,
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
