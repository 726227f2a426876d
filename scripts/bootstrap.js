// Runs before `npm start`, `npm test` and `npm run say`, under whatever Node is there, with nothing installed yet:
// plain JavaScript, Node's own modules only. It installs the packages if they are missing, half-installed or older
// than package-lock.json, and makes sure that `node` inside npm scripts is Node 24. Everything it says goes to
// standard error, so that the command's own output stays clean.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = 20;
const neededNode = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
const stamp = join(modules, '.ambit-installed');
const npmsOwnLock = join(modules, '.package-lock.json');
const nodeLink = join(modules, '.bin', 'node');

main().catch((error) => {
  console.error(`ambit: ${error.message}`);
  process.exit(1);
});

async function main() {
  if (majorOf(process.version) < oldestNode)
    throw new Error(
      `Node ${process.version} is too old; install Node ${oldestNode} or newer (https://nodejs.org) and run the same command again`,
    );
  if (!isInstalled()) await underLock(install);
  if (!hasNode()) await underLock(repairNode);
}

/** Whether the packages of this very lock file are there, all of them. */
function isInstalled() {
  if (!existsSync(npmsOwnLock)) return false;
  if (
    existsSync(stamp)
      ? readFileSync(stamp, 'utf8') !== lockHash()
      : isOlder(npmsOwnLock, join(root, 'package-lock.json'))
  )
    return false;
  const { packages } = JSON.parse(readFileSync(npmsOwnLock, 'utf8'));
  return Object.entries(packages).every(
    ([path, entry]) => entry.optional === true || existsSync(join(root, path)),
  );
}

async function install() {
  // Somebody else may have finished it while this one waited.
  if (isInstalled()) return;
  console.error('ambit: installing the packages (npm ci), once; this takes half a minute …');
  try {
    // Gone first, so that an install that is killed half-way is seen as such.
    for (const file of [stamp, npmsOwnLock]) rmSync(file, { force: true });
  } catch (error) {
    throw new Error(
      `${modules} belongs to another user and is out of date; run npm ci as that user (${error.code})`,
    );
  }
  await npm(
    ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'],
    root,
  );
  writeFileSync(stamp, lockHash());
}

/** The `node` that npm scripts find first must run and be new enough; without one, the system's may do. */
function hasNode() {
  const version = versionOf(nodeLink);
  if (version !== undefined) return majorOf(version) >= neededNode;
  return !existsSync(nodeLink) && majorOf(process.version) >= neededNode;
}

/** An install without scripts leaves the package `node` without its program, which its own script then fetches. */
async function repairNode() {
  if (hasNode()) return;
  const folder = join(modules, 'node');
  const program = join(folder, 'bin', 'node');
  if (versionOf(program) === undefined && majorOf(process.version) < neededNode && existsSync(folder)) {
    console.error(`ambit: fetching Node ${neededNode} …`);
    await run(process.execPath, ['installArchSpecificPackage.js'], folder);
  }
  const target = [program, process.execPath].find((path) => {
    const version = versionOf(path);
    return version !== undefined && majorOf(version) >= neededNode;
  });
  if (target === undefined)
    throw new Error(
      `Node ${neededNode} could not be installed for ${process.platform}-${process.arch}; install Node ${neededNode} or newer yourself (https://nodejs.org) and run the same command again`,
    );
  mkdirSync(dirname(nodeLink), { recursive: true });
  if (lstatSync(nodeLink, { throwIfNoEntry: false }) !== undefined) rmSync(nodeLink);
  symlinkSync(target, nodeLink);
}

async function npm(args, cwd) {
  const own = process.env.npm_execpath;
  if (own !== undefined && /npm-cli\.c?js$/.test(own)) await run(process.execPath, [own, ...args], cwd);
  else await run('npm', args, cwd);
}

/** Runs a program with its output on standard error; throws with the likely reason if it fails. */
async function run(program, args, cwd) {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 2, 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
    process.stderr.write(chunk);
  });
  const code = await new Promise((settle, fail) => {
    child.once('error', fail);
    child.once('close', settle);
  });
  if (code === 0) return;
  throw new Error(`the packages could not be installed: ${reasonIn(said)}`);
}

function reasonIn(said) {
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(
      said,
    )
  )
    return 'npm does not reach its registry; check the network or the proxy and run the same command again';
  if (/ENOSPC/.test(said)) return 'the disk is full; free some space and run the same command again';
  if (/EACCES|EPERM|EROFS/.test(said)) return `${root} cannot be written by this user`;
  return 'npm says why above';
}

/** One install at a time per folder; a lock whose holder has died is taken over. */
async function underLock(work) {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `ambit-install-${process.getuid ? process.getuid() : 'me'}-${name}`);
  while (!takeLock(lock)) {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    else await new Promise((settle) => setTimeout(settle, 200));
  }
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function takeLock(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isOlder(file, than) {
  // npm writes the two within a moment of each other.
  const slackMs = 5000;
  return statSync(file).mtimeMs + slackMs < statSync(than).mtimeMs;
}

function lockHash() {
  return createHash('sha256')
    .update(`${process.platform}-${process.arch}\n`)
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

function versionOf(program) {
  const shown = existsSync(program) ? spawnSync(program, ['--version'], { encoding: 'utf8' }) : undefined;
  return shown !== undefined && shown.status === 0 ? shown.stdout.trim() : undefined;
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}
