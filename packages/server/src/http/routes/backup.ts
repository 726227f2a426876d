import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { once } from 'node:events';
import type { Hono } from 'hono';
import type { Log } from '../../ports/log.ts';

/** The database of this instant, gzipped. A backup that fails on the way is cut off, which its reader sees. */
export function addBackupRoute(
  app: Hono,
  needs: { log: Log; writeBackup: (write: (text: string) => Promise<void>) => Promise<number> },
): void {
  app.get('/api/backup', (c) => {
    const zipped = createGzip();
    const write = async (text: string): Promise<void> => {
      if (zipped.destroyed) throw new Error('the reader has gone away');
      if (!zipped.write(text)) await once(zipped, 'drain', { signal: ended.signal });
    };
    const ended = new AbortController();
    zipped.on('close', () => ended.abort(new Error('the reader has gone away')));
    zipped.on('error', () => undefined);
    needs.writeBackup(write).then(
      (rows) => {
        needs.log.info('backup.written', { rows });
        zipped.end();
      },
      (error: unknown) => {
        needs.log.error('backup.failed', { error: error instanceof Error ? error.message : String(error) });
        zipped.destroy(new Error('the backup failed'));
      },
    );
    return c.body(Readable.toWeb(zipped), 200, { 'content-type': 'application/gzip' });
  });
}
