/**
 * The dependency rule: which part of the repository ("room") may import which. Imports point inward.
 * A room is a folder; the longest match counts. `rooms`: what it may import of ours beside itself.
 * `external`: which packages and `node:` modules it may import; 'any' leaves that to its package.json.
 */
export type Room = {
  readonly folder: string;
  readonly rooms: readonly string[] | 'all';
  readonly external: readonly string[] | 'any';
};

const core = 'packages/core/src';
const guard = 'packages/guard/src';
const whatsapp = 'packages/whatsapp/src';
const sdk = 'packages/sdk/src';
const server = 'packages/server/src';
const ports = `${server}/ports`;
const db = `${server}/db`;
const pipeline = `${server}/pipeline`;

export const roomRules: readonly Room[] = [
  { folder: core, rooms: [], external: ['zod', 'temporal-polyfill', 'libphonenumber-js', 're2js', 'yaml'] },
  { folder: guard, rooms: [core, `${guard}/encoder`], external: ['zod', 're2js'] },
  { folder: `${guard}/encoder`, rooms: [core, guard], external: 'any' },
  { folder: `${guard}/worker`, rooms: [core, guard, `${guard}/encoder`], external: 'any' },
  { folder: `${guard}/command`, rooms: [core, guard, `${guard}/encoder`], external: 'any' },
  { folder: `${guard}/training`, rooms: [core, guard, `${guard}/encoder`], external: 'any' },
  { folder: whatsapp, rooms: [core], external: 'any' },
  { folder: 'packages/simulator/src', rooms: [], external: 'any' },
  { folder: sdk, rooms: [], external: ['zod'] },
  { folder: server, rooms: [core, ports], external: 'any' },
  { folder: `${server}/compose`, rooms: 'all', external: 'any' },
  { folder: `${server}/main.ts`, rooms: 'all', external: 'any' },
  { folder: `${server}/postgres`, rooms: [], external: 'any' },
  { folder: ports, rooms: [core], external: 'any' },
  { folder: `${server}/channels`, rooms: [core, ports, whatsapp], external: 'any' },
  { folder: `${server}/models`, rooms: [core, ports], external: 'any' },
  { folder: `${server}/metrics`, rooms: [core, ports], external: 'any' },
  { folder: `${server}/backup`, rooms: [core, ports, db], external: 'any' },
  { folder: `${server}/doctor`, rooms: [core, ports, `${server}/health`], external: 'any' },
  { folder: `${server}/traces`, rooms: [core, ports], external: 'any' },
  { folder: `${server}/health`, rooms: [core, ports], external: 'any' },
  { folder: `${server}/blobs`, rooms: [core, ports], external: 'any' },
  { folder: `${server}/business-files`, rooms: [core, ports, `${server}/knowledge`], external: 'any' },
  { folder: `${server}/tools`, rooms: [core, ports, db, `${server}/tools/outbound`], external: 'any' },
  { folder: `${server}/tools/outbound`, rooms: [core], external: 'any' },
  {
    folder: `${server}/knowledge`,
    rooms: [core, ports, db, guard, `${guard}/encoder`, `${server}/tools/outbound`],
    external: 'any',
  },
  { folder: `${server}/calendar`, rooms: [core, ports, db], external: 'any' },
  { folder: db, rooms: [core, ports], external: 'any' },
  { folder: pipeline, rooms: [core, ports, db], external: 'any' },
  { folder: `${server}/http`, rooms: [core, ports, db, pipeline, sdk], external: 'any' },
  { folder: `${server}/worker`, rooms: [core, ports, pipeline], external: 'any' },
  { folder: 'packages/cli/src', rooms: [core, sdk], external: 'any' },
  { folder: 'scripts', rooms: [], external: 'any' },
  { folder: 'tests', rooms: 'all', external: 'any' },
  { folder: 'benches', rooms: 'all', external: 'any' },
];

/** What tests may import beyond their room: the runner, and Node, which core's own code may not touch. */
export const testPackages: readonly string[] = ['vitest', 'fast-check'];

/** The files that may read the environment, of which each package has one that does. */
export const environmentReaders: readonly string[] = ['config.ts', 'environment.ts', 'main.ts'];

/** Names that say nothing of what a file knows. */
export const emptyNames: readonly string[] = [
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'shared',
  'misc',
  'index',
];

export const longestFileLines = 400;

/** Files that may be longer, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {
  'packages/core/src/policy/packs/2026-11-21-rules.ts':
    'a dated pack is data, one entry per rule with its sources',
};
