import { parseArgs } from 'node:util';

/** Something wrong in how a program was called: told in one line, with the exit code 2. */
export class FlagMistake extends Error {}

/**
 * The values of a program's flags, each of which takes one. Undefined when only its usage was asked for, which is
 * written then. Throws a `FlagMistake` for any other argument.
 */
export function readFlags(
  usage: string,
  names: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  const flags = names.map((name) => [name, { type: 'string' }] as const);
  const read = () =>
    parseArgs({ options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } } });
  let values: ReturnType<typeof read>['values'];
  try {
    ({ values } = read());
  } catch (cause) {
    // What follows is advice for other programs.
    const [what = ''] = (cause instanceof Error ? cause.message : String(cause)).split('. ');
    throw new FlagMistake(`${what}; write ${usage.split('\n', 1)[0] ?? ''}`, { cause });
  }
  if (values.help === true) {
    process.stdout.write(`${usage}\n`);
    return undefined;
  }
  return Object.fromEntries(
    names.map((name) => {
      const value = new Map(Object.entries(values)).get(name);
      return [name, typeof value === 'string' ? value : undefined];
    }),
  );
}

/** A whole number that a flag was given. */
export function wholeNumber(name: string, text: string, usage: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new FlagMistake(
    `--${name} takes a whole number, not "${text}"; write ${usage.split('\n', 1)[0] ?? ''}`,
  );
}

/** Runs a program to its end. Its exit code is 0 when what it tried held, and 2 when it was called wrongly. */
export async function runProgram(main: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await main()) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof FlagMistake)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
  }
}
