import { join } from 'node:path';
import { repository, run } from '../processes/real-process.ts';
import type { RunningStack } from './running-stack.ts';

/**
 * Runs `ambit` as a program of its own against the server of a stack, whose business is `folder`. `home`: a folder
 * of the test's. Resolves with its exit code and all that it said; `cleanUp` of the processes ends what is left.
 */
export async function runAmbit(
  { stack, home, folder }: { readonly stack: RunningStack; readonly home: string; readonly folder: string },
  args: readonly string[],
): Promise<{ code: number | string; said: string }> {
  const main = join(repository, 'packages/cli/src/main.ts');
  const program = run(process.execPath, ['--conditions=ambit-source', main, ...args], {
    AMBIT_HOME: join(home, 'none'),
    AMBIT_BUSINESS: folder,
    AMBIT_TOKEN: stack.token,
    AMBIT_DESK_PORT: new URL(stack.server.deskUrl ?? '').port,
  });
  return { code: await program.ended, said: program.output() };
}
