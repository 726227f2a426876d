import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '@ambit/server/db/database';

/**
 * A PostgreSQL that ends right after its first answer, so that answer and farewell arrive together.
 * Source: PostgreSQL 18 docs, "Frontend/Backend Protocol".
 */
const message = (type: string, body: string): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(Buffer.byteLength(body) + 4, 1);
  return Buffer.concat([head, Buffer.from(body)]);
};
const ready = message('Z', 'I');
const welcome = Buffer.concat([message('R', '\0\0\0\0'), ready]);
const farewell = message(
  'E',
  'SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0',
);
const answerAndFarewell = Buffer.concat([message('C', 'SELECT 0\0'), ready, farewell]);

let server: Server;
let port = 0;
beforeAll(async () => {
  server = createServer((socket: Socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', () => {
      if (greeted) socket.end(answerAndFarewell);
      else socket.write(welcome);
      greeted = true;
    });
  });
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  const address = server.address();
  if (typeof address === 'object' && address !== null) port = address.port;
});
afterAll(() => server.close());

test('a database that ends between two users of a connection fails the second, and does not end the process', async () => {
  const connectionString = `postgresql://ambit:secret@127.0.0.1:${port}/ambit?sslmode=disable`;
  const database = openDatabase({ connectionString, poolSize: 1, onError: () => undefined });
  const first = database.query({ text: 'select 1' });
  const second = database.transaction(() => Promise.resolve('done'));
  await expect(first).resolves.toBeDefined();
  await expect(second).rejects.toThrow(/terminat|not queryable/i);
  await database.close();
});
