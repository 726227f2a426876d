import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { importTables } from '@ambit/core/business/read-import';
import { PaymentRequest, type PaymentSet } from '@ambit/sdk/order-payment';
import { TableImportOutcome, TableImportRequest, type TableImportLine } from '@ambit/sdk/table-import';
import type { Database } from '../../db/database.ts';
import { importFiles } from '../../pipeline/import-files.ts';
import type { MergeNeeds } from '../../pipeline/merge-tables.ts';
import type { createPaymentTeller } from '../../pipeline/tell-payments.ts';
import type { Log } from '../../ports/log.ts';
import { apiError } from './api-error.ts';
import { readBody } from './read-body.ts';

const mostBytes = 40_000_000;

/** `onWoken`: told when a customer may have something to hear. */
export type TableNeeds = Omit<MergeNeeds, 'payments'> & {
  readonly database: Database;
  readonly log: Log;
  readonly payments: ReturnType<typeof createPaymentTeller>;
  onWoken(): void;
};

/** Reads files into the built-in tables of a running business, and says how orders are paid. */
export function addTableRoutes(app: Hono, needs: TableNeeds): void {
  const { database, log, payments, onWoken } = needs;
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) =>
      apiError(c, 422, {
        code: 'invalid',
        message: `The files are more than ${mostBytes / 1_000_000} MB together.`,
        fix: 'Import them in parts, without "replace".',
      }),
  });

  app.post('/api/tables/:table/import', limit, async (c) => {
    const table = importTables.find((each) => each === c.req.param('table'));
    if (table === undefined)
      return apiError(c, 404, {
        code: 'not-found',
        message: 'There is no such table.',
        fix: `The tables are ${importTables.join(', ')}.`,
      });
    const body = await readBody(c, TableImportRequest);
    if (body.kind === 'answer') return body.response;
    const { files, replace, removeAll, skipBad, dryRun } = body.value;
    c.header('content-type', 'application/x-ndjson');
    return stream(c, async (out) => {
      const tell = async (line: TableImportLine): Promise<void> => {
        await out.write(`${JSON.stringify(line)}\n`);
      };
      try {
        const outcome = await importFiles(
          database,
          {
            table,
            files: new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')])),
            replace,
            removeAll,
            skipBad,
            dryRun,
            onRows: (done, of) => tell({ kind: 'progress', done, of }),
          },
          needs,
        );
        if (outcome.kind === 'imported' && !dryRun) {
          const { added, changed, unchanged, removed } = outcome.changes;
          log.info('table.imported', { table, added, changed, unchanged, removed });
          onWoken();
        }
        await tell(TableImportOutcome.parse(outcome));
      } catch (error) {
        log.error('table.import-failed', {
          table,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
        await tell({ kind: 'failed', message: 'The server could not do this; the reason is in its log.' });
      }
    });
  });

  app.post('/api/orders/:orderNumber/payment', async (c) => {
    const body = await readBody(c, PaymentRequest);
    if (body.kind === 'answer') return body.response;
    const orderNumber = c.req.param('orderNumber');
    const { status } = body.value;
    const outcome = await database.transaction((client) => payments.set(client, orderNumber, status));
    if (outcome.kind === 'no-order')
      return apiError(c, 404, {
        code: 'not-found',
        message: 'There is no such order.',
        fix: 'Write its number as your table of orders has it.',
      });
    if (outcome.kind === 'set') onWoken();
    return c.json(outcome satisfies PaymentSet);
  });
}
