import { spawn } from 'node:child_process';
import type { Postmaster } from './postmaster.ts';

/**
 * Ends PostgreSQL when this process ends, however it ends: a tiny shell holds the other end of a pipe, which the
 * system closes even on kill -9. Returns what calls the watch off.
 */
export function endWithOwner({ pid }: Postmaster): () => void {
  const watch = spawn('/bin/sh', ['-c', 'cat >/dev/null; kill -INT "$1" 2>/dev/null', 'sh', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watch.unref();
  // A pipe that breaks means that the watch is gone, which only calling it off does.
  watch.stdin.on('error', () => undefined);
  return () => {
    watch.kill('SIGKILL');
  };
}
