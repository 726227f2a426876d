import { createServer, type Server } from 'node:http';

/** An address to listen on, and the environment variables that say so. */
export type Place = {
  readonly host: string;
  readonly port: number;
  readonly variable: string;
  readonly hostVariable?: string;
};

/** Starts listening. Throws naming the port and the variable that changes it when that cannot be. */
export function listen(server: Server, place: Place): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(obstacleTo(place, error), { cause: error })));
    server.listen(place.port, place.host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : place.port);
    });
  });
}

/** Throws, naming every port that cannot be listened on, before anything is started for nothing. */
export async function checkPortsFree(places: readonly Place[]): Promise<void> {
  const obstacles: string[] = [];
  for (const place of places) {
    const server = createServer();
    await listen(server, place).then(
      () => closeServer(server, 0),
      (error: unknown) => obstacles.push(error instanceof Error ? error.message : String(error)),
    );
  }
  if (obstacles.length > 0) throw new Error(obstacles.join('; '));
}

function obstacleTo(place: Place, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE')
    return `Port ${place.port} is in use by another program; stop it, or set ${place.variable} to a free port`;
  if (code === 'EACCES')
    return `Port ${place.port} needs more rights; set ${place.variable} to one above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `${place.host} is not an address of this machine; set ${place.hostVariable ?? place.variable} to one`;
  return `Nothing can listen on ${place.host}:${place.port} (${place.variable}): ${message}`;
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
