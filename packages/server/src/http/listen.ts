import type { Server } from 'node:http';

/** Starts listening. Throws naming the port and the variable that changes it when it is taken. */
export function listen(
  server: Server,
  place: { host: string; port: number; variable: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `Port ${place.port} is in use by another program; stop it, or set ${place.variable} to a free port`,
              { cause: error },
            )
          : error,
      );
    });
    server.listen(place.port, place.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : place.port);
    });
  });
}

/** Stops taking connections and waits for those that are busy, `graceMs` at most. */
export async function closeServer(server: Server, graceMs: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}
