import { once } from 'node:events';
import type { Server } from 'node:http';

/** A server that only this machine reaches. */
export type LoopbackServer = {
  /** Such as "127.0.0.1:41234". */
  readonly host: string;
  /** Ends it with all that is still connected. */
  stop(): Promise<void>;
};

/** Has a server listen on any free port of this machine. */
export async function listenOnLoopback(server: Server): Promise<LoopbackServer> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return {
    host: `127.0.0.1:${address.port}`,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
