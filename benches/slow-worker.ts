/** A worker whose tools take a second, as a business's own systems may. A process of its own for `bench:nodes`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { startServer } from '@ambit/server/compose/start-server';
import { readConfig } from '@ambit/server/config';
import { createLog } from '@ambit/server/log/create-log';

const backEndMs = 1_000;
const server = await startServer(readConfig(), createLog('error'), {}, (tool) => ({
  ...tool,
  async call(input, key, signal, asker) {
    await sleep(backEndMs);
    return tool.call(input, key, signal, asker);
  },
}));
process.stdout.write(`${JSON.stringify({ event: 'server.listening' })}\n`);
process.on('SIGTERM', () => {
  void server.stop().then(() => process.exit(0));
});
