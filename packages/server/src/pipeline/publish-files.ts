import type { FileProblem } from '@ambit/core/business/file-problem';
import { keepFormerFlows } from '@ambit/core/business/keep-former-flows';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { keepBusinessFiles } from '../db/business-files.ts';
import { publishBusiness, readBusinessVersion } from '../db/business-versions.ts';
import type { Database } from '../db/database.ts';
import { hashOfFiles } from './import-business.ts';

/**
 * What came of publishing. `same`: the files say what is published already. `moved-on`: somebody published since;
 * `version` is the newest. `refused`: nothing was published.
 */
export type FilesPublished =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'same'; readonly version: number }
  | { readonly kind: 'moved-on'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** `own`: as they were written; `files`: as they are understood; `onTopOf`: the version the publisher looked at. */
export type FilesToPublish = {
  readonly own: ReadonlyMap<string, Uint8Array>;
  readonly files: ReadonlyMap<string, string>;
  readonly onTopOf: number;
  readonly note: string;
};

/**
 * Publishes what files say as the next version, which new turns get. Conversations that are in the middle of a flow
 * keep the version of it they are in. The business's tables (orders, catalogue, appointments) stay as they are.
 */
export async function publishFiles(
  database: Database,
  { own, files, onTopOf, note }: FilesToPublish,
): Promise<FilesPublished> {
  const parsed = parseBusinessFiles(files);
  if (parsed.kind === 'problems') return { kind: 'refused', problems: parsed.problems };
  const contentHash = hashOfFiles(files, parsed.business);
  return database.transaction(async (client): Promise<FilesPublished> => {
    await client.query({ text: 'select only_row from schema_lock for update' });
    const before = await readBusinessVersion(client);
    if (before === undefined) throw new Error('No business is published yet; start the server once first');
    if (before.version !== onTopOf) return { kind: 'moved-on', version: before.version };
    if (before.contentHash === contentHash) return { kind: 'same', version: before.version };
    const kept = keepFormerFlows(parsed.business, before.business);
    if (kept.kind === 'changed') return { kind: 'refused', problems: kept.flows.map(needsVersion) };
    const version = await publishBusiness(client, kept.business, contentHash, note);
    await keepBusinessFiles(client, version, own);
    return { kind: 'published', version };
  });
}

function needsVersion(flow: string): FileProblem {
  return {
    file: 'flows',
    field: 'version',
    message: `the flow "${flow}" has changed, and its version has not: conversations may be in the middle of it`,
    fix: `give "${flow}" the next version number`,
  };
}
