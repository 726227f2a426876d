import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';
import {
  PublishRequest,
  type BusinessFiles,
  type BusinessVersionList,
  type PublishedTable,
  type PublishOutcome,
} from '@ambit/sdk/business-version';
import { listBusinessVersions, readBusinessFiles } from '../../db/business-files.ts';
import { readBusinessVersion } from '../../db/business-versions.ts';
import type { TableChanges } from '../../db/import/table-changes.ts';
import type { Database } from '../../db/database.ts';
import type { MergeNeeds } from '../../pipeline/merge-tables.ts';
import { publishFiles } from '../../pipeline/publish-files.ts';
import type { Log } from '../../ports/log.ts';
import { apiError } from './api-error.ts';
import { readBody, readQuery } from './read-body.ts';

const mostVersions = 100;
const mostBytes = 40_000_000;
const FilesQuery = z.object({ version: z.coerce.number().int().positive().optional() });

/** `understandFiles`: what the business is parsed from, of files as they are written. Throws naming the file. */
export type PublishingNeeds = {
  readonly database: Database;
  readonly log: Log;
  understandFiles(own: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, string>>;
} & MergeNeeds;

/** The business as files: what is published, and publishing the next version. */
export function addBusinessRoutes(app: Hono, needs: PublishingNeeds & { onWoken(): void }): void {
  const { database, log, understandFiles } = needs;
  app.get('/api/business/versions', async (c) =>
    c.json({
      versions: [...(await listBusinessVersions(database, mostVersions))],
    } satisfies BusinessVersionList),
  );

  app.get('/api/business/files', async (c) => {
    const query = readQuery(c, FilesQuery);
    if (query.kind === 'answer') return query.response;
    const published = await readBusinessVersion(database, query.value.version);
    if (published === undefined)
      return apiError(c, 404, {
        code: 'not-found',
        message: 'There is no such version of the business.',
        fix: 'Fetch the list of versions.',
      });
    const files = await readBusinessFiles(database, published.version);
    return c.json({
      version: published.version,
      files: Object.fromEntries([...files].map(([path, bytes]) => [path, base64Of(bytes)])),
    } satisfies BusinessFiles);
  });

  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) =>
      apiError(c, 422, {
        code: 'invalid',
        message: `The files are more than ${mostBytes / 1_000_000} MB together.`,
        fix: 'Leave out documents that the agent need not know.',
      }),
  });
  app.post('/api/business/versions', limit, async (c) => {
    const body = await readBody(c, PublishRequest);
    if (body.kind === 'answer') return body.response;
    const { files, onTopOf, note } = body.value;
    const outcome = await publish(files, onTopOf, note);
    if (outcome.kind === 'published') {
      log.info('business.published', { version: outcome.version, note });
      needs.onWoken();
    }
    return c.json(outcome);
  });

  async function publish(
    files: Readonly<Record<string, string>>,
    onTopOf: number,
    note: string,
  ): Promise<PublishOutcome> {
    const unread = Object.keys(files).filter((path) => kindOfBusinessFile(path) === undefined);
    if (unread.length > 0)
      return { kind: 'refused', problems: unread.map((file) => ({ file, ...unreadFile })) };
    const own = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, 'base64')]));
    let understood: ReadonlyMap<string, string>;
    try {
      understood = await understandFiles(own);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      return { kind: 'refused', problems: [{ file: '.', message, fix: 'mend the file it names' }] };
    }
    const outcome = await publishFiles(database, { own, files: understood, onTopOf, note }, needs);
    switch (outcome.kind) {
      case 'refused':
        return { ...outcome, problems: [...outcome.problems] };
      case 'published':
        return {
          ...outcome,
          tables: outcome.tables.map(({ table, changes }) => ({ table, changes: plain(changes) })),
        };
      case 'same':
      case 'moved-on':
        return outcome;
    }
  }
}

/** Lists of our own are for reading only. */
function plain({ kept, ...counts }: TableChanges): PublishedTable['changes'] {
  return { ...counts, kept: kept.map(({ row, fields }) => ({ row, fields: [...fields] })) };
}

const unreadFile = {
  message: 'no file of a business has this path',
  fix: 'leave it out, or move it where the guide says',
};

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
