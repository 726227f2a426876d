import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cleanUp, freePorts, npmStart, processesOf, repository, temporaryFolder } from './real-process.ts';
import { talkTo } from './running-start.ts';

const name = `ambit-test-${process.pid}`;
const isAdded =
  process.getuid?.() === 0 &&
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/bin/false', name]).status === 0;
const uid = isAdded ? Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout) : 0;
const mayRead =
  isAdded &&
  spawnSync('test', ['-r', join(repository, 'node_modules/.bin/node')], { uid, gid: uid }).status === 0;
if (!mayRead)
  console.warn(
    'THE TEST AS AN ORDINARY USER IS SKIPPED: it needs root, useradd, and a checkout that others may read.',
  );

afterAll(async () => {
  await cleanUp();
  if (isAdded) spawnSync('userdel', [name]);
});

test.runIf(mayRead)('npm start works in a clone that belongs to an ordinary user', async () => {
  expect(uid).toBeGreaterThan(0);
  const folder = temporaryFolder();
  const clone = join(folder, 'clone');
  // The packages are shared, and read-only to this user. Times are kept: what is older than the lock file is installed.
  for (const entry of readdirSync(repository).filter(
    (each) => each !== 'node_modules' && !each.startsWith('.'),
  ))
    cpSync(join(repository, entry), join(clone, entry), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(repository, 'node_modules'), join(clone, 'node_modules'));
  spawnSync('chown', ['-R', '--no-dereference', `${uid}:${uid}`, clone]);
  chmodSync(folder, 0o755);

  const { ports, variables } = await freePorts();
  const home = join(clone, '.ambit');
  const ambit = npmStart(
    { HOME: clone, AMBIT_HOME: home, AMBIT_DEBOUNCE_MS: '0', ...variables },
    { cwd: clone, uid },
  );
  await ambit.says('Ambit is running');
  const talk = talkTo(home, ports);
  await talk.settled(await talk.say('maya', 'Where is my order A-1042?'));
  expect((await talk.phoneOf('maya')).length).toBeGreaterThan(0);
  const owners = processesOf(home).map(({ pid }) => ownerOf(pid));
  expect(new Set(owners)).toEqual(new Set([uid]));

  ambit.signalGroup('SIGINT');
  expect(await ambit.ended).toBe(0);
  expect(processesOf(home)).toEqual([]);
});

function ownerOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
