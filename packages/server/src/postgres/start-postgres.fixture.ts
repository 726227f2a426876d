import { startPostgres } from './start-postgres.ts';

const [, , dataDir = '', endsWithOwner] = process.argv;
const log = { info: () => undefined, warn: () => undefined };
const { pid } = await startPostgres({ dataDir, log, endsWithOwner: endsWithOwner === 'true' });
process.stdout.write(`${pid}\n`);
setInterval(() => undefined, 60_000);
