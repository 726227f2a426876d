import { resolve } from 'node:path';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { readSchemaState } from '../db/migrate.ts';
import { freeDiskBytes, leastFreeBytes } from '../health/free-disk.ts';
import { createNodeHealth, type DrainableHealth, type Probe } from '../health/node-health.ts';

/** The health of a node: what it takes to store a webhook and to run a turn. */
export function createHealth(config: Config, database: Database): DrainableHealth {
  const migrated: Probe = async () => {
    const { applied, known } = await readSchemaState(database);
    return applied < known ? 'database-not-migrated' : undefined;
  };
  const space: Probe = async () =>
    (await freeDiskBytes(resolve(config.home))) < leastFreeBytes ? 'disk-nearly-full' : undefined;
  const probes = config.database.url === undefined ? [migrated, space] : [migrated];
  return createNodeHealth({ probes, monotonicMs: () => performance.now() });
}
