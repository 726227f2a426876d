import { expect, test } from 'vitest';
import { judgeDatabase, judgeSkew, type DatabaseState } from './judge-database.ts';

const sound: DatabaseState = {
  version: 180_004,
  fsync: true,
  fullPageWrites: true,
  synchronousCommit: 'on',
  connections: { limit: 97, used: 10 },
  isReplica: false,
  bytes: 9_000_000,
  schema: { applied: 4, known: 4 },
  skewMs: 3,
  poolSize: 12,
  vectors: { kind: 'absent' },
};

function verdicts(state: Partial<DatabaseState>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    judgeDatabase({ ...sound, ...state }).map(({ name, verdict }) => [name, verdict]),
  );
}

test('a sound database has nothing to mend', () => {
  expect(new Set(Object.values(verdicts({})))).toEqual(new Set(['ok']));
});

test('a database that can lose acknowledged messages is a problem that names the setting', () => {
  const checks = judgeDatabase({ ...sound, fsync: false, synchronousCommit: 'off' });
  expect(checks.find(({ name }) => name === 'durability')).toMatchObject({
    verdict: 'problem',
    fix: 'Turn fsync and synchronous_commit on in the PostgreSQL server.',
  });
});

test('a standby, an old version and missing migrations are problems', () => {
  expect(verdicts({ isReplica: true })['database']).toBe('problem');
  expect(verdicts({ version: 130_004 })['database']).toBe('problem');
  expect(verdicts({ schema: { applied: 3, known: 4 } })['migrations']).toBe('problem');
});

test('too few connections for another node, and clocks apart, are warnings', () => {
  expect(verdicts({ connections: { limit: 20, used: 15 } })['connections']).toBe('warning');
  expect(judgeSkew('clock', -2_001)).toMatchObject({ verdict: 'warning', says: '2.0 s behind this machine' });
});

test('a pgvector that is there and cannot be used is a warning that says what to run', () => {
  expect(verdicts({ vectors: { kind: 'ready', version: '0.8.2', schema: 'public' } })['pgvector']).toBe('ok');
  expect(verdicts({ vectors: { kind: 'old', version: '0.6.0' } })['pgvector']).toBe('warning');
  const checks = judgeDatabase({ ...sound, vectors: { kind: 'not-created', version: '0.8.2' } });
  expect(checks.find(({ name }) => name === 'pgvector')).toMatchObject({
    verdict: 'warning',
    fix: 'Have a superuser run "create extension vector" in it, and start again.',
  });
});
