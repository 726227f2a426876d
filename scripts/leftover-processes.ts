import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const patienceMs = 5_000;

/**
 * Kills the processes that still mention a folder on their command line, and returns those command lines.
 * A process that is just ending gets a few seconds first. Elsewhere than on Linux it finds nothing.
 */
export async function endLeftovers(folder: string): Promise<readonly string[]> {
  const giveUpAt = performance.now() + patienceMs;
  while (findMentioning(folder).length > 0 && performance.now() < giveUpAt) await wait(100);
  const left = findMentioning(folder);
  for (const { pid } of left)
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended just now.
    }
  return left.map(({ command }) => command);
}

function findMentioning(folder: string): readonly { pid: number; command: string }[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const command = readCommand(name);
      return command.includes(`${folder}/`) ? [{ pid: Number(name), command }] : [];
    });
}

function readCommand(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // It ended between the listing and the reading.
    return '';
  }
}
