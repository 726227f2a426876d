import { resolve } from 'node:path';
import { z } from 'zod';

/** What the command line reads from the environment; the only file of this package that does. */
export type CliEnvironment = {
  /** The data folder, absolute. */
  readonly home: string;
  /** The business's folder, absolute. */
  readonly business: string;
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Opens a desk that was told its token by the environment. */
  readonly token: string | undefined;
  readonly ports: StackPorts;
  /** Everything, to hand on to child processes. */
  readonly inherited: Readonly<Record<string, string>>;
};

/** TCP ports on loopback: the webhook listener, the desk page, the simulated Cloud API with its phone page. */
export type StackPorts = { readonly webhook: number; readonly desk: number; readonly simulator: number };

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'is not a number' })
    .int({ error: 'is not a whole number' })
    .min(1, { error: 'is below 1' })
    .max(65_535, { error: 'is above 65535' })
    .default(fallback);
const folder = (fallback: string) => z.string().default(fallback);

const Environment = z.object({
  AMBIT_HOME: folder('.ambit'),
  AMBIT_BUSINESS: folder('businesses/shop'),
  AMBIT_PORT: port(3000),
  AMBIT_DESK_PORT: port(3001),
  AMBIT_SIM_PORT: port(3002),
  AMBIT_ROLE: z
    .literal('all', {
      error:
        'is not for this command, which runs everything in one process; unset it, or run packages/server/src/main.ts for a single role',
    })
    .optional(),
  AMBIT_TOKEN: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres|postgresql|socket):/, {
      error: 'is not a PostgreSQL address (postgresql://user:password@host/database)',
    })
    .optional(),
});

/** Throws an error that names each wrong variable, its value and what is wrong with it. */
export function readEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  folderNow: string = process.cwd(),
): CliEnvironment {
  const inherited = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  // Set to nothing counts as not set.
  const given = Object.fromEntries(Object.entries(inherited).filter(([, value]) => value.trim() !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => {
      const name = String(path[0]);
      return name === 'DATABASE_URL' ? `${name} ${message}` : `${name}="${inherited[name] ?? ''}" ${message}`;
    });
    throw new Error(`Wrong configuration: ${wrong.join('; ')}`);
  }
  const { data } = parsed;
  const ports = { webhook: data.AMBIT_PORT, desk: data.AMBIT_DESK_PORT, simulator: data.AMBIT_SIM_PORT };
  const names = { webhook: 'AMBIT_PORT', desk: 'AMBIT_DESK_PORT', simulator: 'AMBIT_SIM_PORT' };
  if (new Set(Object.values(ports)).size < 3)
    throw new Error(`Wrong configuration: ${Object.values(names).join(', ')} must be three different ports`);
  return {
    home: resolve(folderNow, data.AMBIT_HOME),
    business: resolve(folderNow, data.AMBIT_BUSINESS),
    databaseUrl: data.DATABASE_URL,
    token: data.AMBIT_TOKEN,
    ports,
    inherited,
  };
}

/** Where the desk of the running server is, and what opens it. `kept`: the token in the data folder, if there is one. */
export function deskOf(
  { ports, token }: Pick<CliEnvironment, 'ports' | 'token'>,
  kept: string | undefined,
): { readonly baseUrl: string; readonly token: string } | undefined {
  const known = token ?? kept;
  return known === undefined ? undefined : { baseUrl: `http://127.0.0.1:${ports.desk}`, token: known };
}
