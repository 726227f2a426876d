import { flushCompileCache } from 'node:module';
import { restoreInto } from './compose/restore-into.ts';
import { startServer } from './compose/start-server.ts';
import { BadUsage, readConfig, secretsOf } from './config.ts';
import { createLog } from './log/create-log.ts';

/** The server as a process of its own: says where it listens on standard output, ends on SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = createLog(config.logLevel, secretsOf(config));
  if (config.restoreFrom !== undefined) {
    const restored = await restoreInto(config, config.restoreFrom, log);
    process.stdout.write(`${JSON.stringify({ event: 'server.restored', ...restored })}\n`);
    return;
  }
  const server = await startServer(config, log, config.patience);
  process.stdout.write(
    `${JSON.stringify({ event: 'server.listening', role: config.role, webhookUrl: server.webhookUrl, deskUrl: server.deskUrl, monitorUrl: server.monitorUrl })}\n`,
  );
  // Where NODE_COMPILE_CACHE names a folder, what was compiled is kept even if this process is killed.
  flushCompileCache();
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${JSON.stringify({ event: 'fatal', message })}\n`, () =>
    process.exit(error instanceof BadUsage ? 2 : 1),
  );
});
