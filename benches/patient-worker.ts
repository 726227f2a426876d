/**
 * A worker that gives the business's own systems half a minute, and tells whoever asks what it holds. A process of
 * its own for `bench:waiting`.
 */
import { createServer } from 'node:http';
import { startServer } from '@ambit/server/compose/start-server';
import { readConfig } from '@ambit/server/config';
import { createLog } from '@ambit/server/log/create-log';

const server = await startServer(readConfig(), createLog('error'), { toolTimeoutMs: 30_000 });
// What is left after two collections is in use: the first one only lets go of what waits to be finalised.
const memory = createServer((_, response) => {
  globalThis.gc?.();
  setImmediate(() => {
    globalThis.gc?.();
    response.end(JSON.stringify(process.memoryUsage()));
  });
});
await new Promise<void>((settle) => memory.listen(0, '127.0.0.1', settle));
process.stdout.write(`${JSON.stringify({ event: 'server.listening', memory: memory.address() })}\n`);
process.on('SIGTERM', () => {
  memory.close();
  void server.stop().then(() => process.exit(0));
});
