import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What tells a process from a later one that got the same number: its start time, as the system spells it. */
export type RunningProcess = { readonly pid: number; readonly startedAt: string; readonly command: string };

/** The process with this number, or nothing if it has ended; a zombie has ended. */
export function findProcess(pid: number): RunningProcess | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** Source: proc_pid_stat(5). The name in field 2 may hold spaces and brackets, so fields count from the last one. */
function fromProc(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    const startedAt = fields[19];
    if (state === 'Z' || state === 'X' || startedAt === undefined) return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, startedAt, command };
  } catch {
    // Gone between two reads, or never there: both mean that it does not run.
    return undefined;
  }
}

function fromPs(pid: number): RunningProcess | undefined {
  const ps = spawnSync('ps', ['-o', 'state=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
  });
  const line = /^(\S+)\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(ps.stdout.trim());
  if (ps.status !== 0 || line === null) return undefined;
  const [, state = '', startedAt = '', command = ''] = line;
  return state.startsWith('Z') ? undefined : { pid, startedAt, command };
}
