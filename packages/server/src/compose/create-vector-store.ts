import type { Database } from '../db/database.ts';
import { createMeaningSets } from '../db/meaning-sets.ts';
import { keepVectors, readVectors } from '../db/meaning-vectors.ts';
import { createVectorExtension } from '../db/vector-extension.ts';
import type { Log } from '../ports/log.ts';
import type { VectorExtension, VectorStore } from '../ports/vector-store.ts';

/** Vectors kept in the database, and searched there if it has pgvector; the log says which. */
export async function createVectorStore(database: Database, log: Log): Promise<VectorStore> {
  const extension = await createVectorExtension(database);
  tell(extension, log);
  return {
    read: (encoder, texts) => readVectors(database, encoder, texts),
    keep: (encoder, vectors) => keepVectors(database, encoder, vectors),
    ...(extension.kind === 'ready' ? { search: createMeaningSets(database, extension.schema) } : {}),
  };
}

function tell(extension: VectorExtension, log: Log): void {
  switch (extension.kind) {
    case 'ready':
      return log.info('knowledge.pgvector', { version: extension.version });
    case 'old':
      return log.warn('knowledge.pgvector-old', {
        version: extension.version,
        message: 'pgvector is older than 0.7: meanings are compared in memory; upgrade it, and start again',
      });
    case 'not-created':
      return log.warn('knowledge.pgvector-not-created', {
        version: extension.version,
        message:
          'the server has pgvector, but this user may not create it: meanings are compared in memory; ' +
          'have a superuser run "create extension vector" in this database, and start again',
      });
    case 'absent':
      return log.debug('knowledge.pgvector-absent', { message: 'meanings are compared in memory' });
  }
}
