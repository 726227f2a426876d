/** A worker that gives the business's own systems half a minute. A process of its own for `bench:waiting`. */
import { startServer } from '@ambit/server/compose/start-server';
import { readConfig } from '@ambit/server/config';
import { createLog } from '@ambit/server/log/create-log';

const server = await startServer(readConfig(), createLog('error'), { toolTimeoutMs: 30_000 });
process.stdout.write(`${JSON.stringify({ event: 'server.listening' })}\n`);
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
