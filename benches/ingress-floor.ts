/**
 * The floor of the ingress bench, a process of its own: bare node:http, HMAC, JSON.parse and a
 * group-committed insert. It shares the pool, the grouping and the inbox's table shape and key
 * with the real thing, but knows no identity, no mailbox and no dedupe.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { openDatabase } from '@ambit/server/db/database';
import { createGroupCommit } from '@ambit/server/pipeline/group-commit';

const [connectionString = '', appSecret = ''] = process.argv.slice(2);
const database = openDatabase({ connectionString, poolSize: 12, onError: () => undefined });
await database.query({
  text: `create table if not exists floor_inbox (
           channel_id text not null, conversation_id uuid not null, seq bigint not null, message_id text not null,
           said_at timestamptz not null, content jsonb not null, raw jsonb, received_at timestamptz not null default now(),
           primary key (channel_id, conversation_id, seq))`,
});
let seq = 0;
const group = createGroupCommit<string, void>({
  name: 'floor',
  slots: 2,
  mostPerFlush: 1_000,
  mostWaiting: 20_000,
  gatherMs: 3,
  isItemsFault: () => false,
  flush: async (bodies) => {
    await database.query({
      name: 'floor',
      text: `insert into floor_inbox (channel_id, conversation_id, seq, message_id, said_at, content)
             select 'floor', '00000000-0000-0000-0000-000000000000', seq, 'm', now(), content
               from unnest($1::bigint[], $2::jsonb[]) as i (seq, content)`,
      values: [bodies.map(() => (seq += 1)), bodies],
    });
    return bodies.map(() => undefined);
  },
});

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    const wanted = Buffer.from(`sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`);
    const given = Buffer.from(String(request.headers['x-hub-signature-256']));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      response.writeHead(401, { 'content-length': 0 }).end();
      return;
    }
    const webhook: unknown = JSON.parse(body.toString('utf8'));
    group.add(JSON.stringify({ kind: 'text', webhook: typeof webhook })).then(
      () => response.writeHead(200, { 'content-length': 2 }).end('ok'),
      () => response.writeHead(503, { 'content-length': 0 }).end(),
    );
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ event: 'floor.listening', port })}\n`);
});
process.on('SIGTERM', () => process.exit(0));
