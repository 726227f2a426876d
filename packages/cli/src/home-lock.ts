import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Holder = z.object({ pid: z.number().int().positive(), startedAt: z.string() });
const TakenAlready = z.object({ code: z.literal('EEXIST') });

/**
 * Makes this process the only one that runs on a data folder, until the returned function is called; who was killed
 * holds it no longer. Throws, naming the other process, if one runs there, or if the folder cannot be written.
 */
export function lockHome(home: string): () => void {
  const file = join(home, 'running.json');
  const release = (): void => rmSync(file, { force: true });
  for (;;) {
    try {
      mkdirSync(home, { recursive: true, mode: 0o700 });
      if (takeLock(file)) return release;
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(
        `The data folder ${home} cannot be used: ${reason}; mend that, or set AMBIT_HOME to another folder`,
        { cause },
      );
    }
    const pid = holderOf(file);
    if (pid !== undefined)
      throw new Error(
        `Ambit is already running in ${home} (process ${pid}); stop it first, or set AMBIT_HOME and the ports ` +
          `(AMBIT_PORT, AMBIT_DESK_PORT, AMBIT_SIM_PORT) to run another one beside it`,
      );
    release();
  }
}

function takeLock(file: string): boolean {
  try {
    const self = { pid: process.pid, startedAt: startOf(process.pid) };
    writeFileSync(file, JSON.stringify(self), { mode: 0o600, flag: 'wx' });
    return true;
  } catch (cause) {
    if (TakenAlready.safeParse(cause).success) return false;
    rmSync(file, { force: true });
    throw cause;
  }
}

/** The process that holds the lock, if it lives. A file that was cut short holds nothing. */
function holderOf(file: string): number | undefined {
  try {
    const { pid, startedAt } = Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isAlive(pid) && startOf(pid) === startedAt ? pid : undefined;
  } catch {
    // Cut short by a kill or a full disk, or released just now.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return z.object({ code: z.literal('EPERM') }).safeParse(cause).success;
  }
}

/** What tells a process from a later one of the same number, where the system says it. Source: proc_pid_stat(5). */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    // No such file system: the number alone has to do.
    return '';
  }
}
