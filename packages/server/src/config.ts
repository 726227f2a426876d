import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const optionalText = z
  .string()
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const Environment = z.object({
  AMBIT_ROLE: z.enum(['all', 'ingress', 'worker']).default('all'),
  AMBIT_HOME: z.string().min(1).default('.ambit'),
  AMBIT_BUSINESS: z.string().min(1).default('businesses/shop'),
  AMBIT_HOST: z.string().min(1).default('127.0.0.1'),
  AMBIT_PORT: port.default(3000),
  AMBIT_DESK_PORT: port.default(3001),
  AMBIT_TOKEN: z.string().min(16, 'at least 16 characters; it opens the desk'),
  AMBIT_SECRET_KEY: z
    .string()
    .refine(
      (key) => Buffer.from(key, 'base64').length === 32,
      '32 random bytes in base64 (openssl rand -base64 32)',
    ),
  AMBIT_CLOCK_URL: optionalText.pipe(z.url().optional()),
  AMBIT_PHONE_URL: optionalText.pipe(z.url().optional()),
  AMBIT_THROW_AWAY: z.enum(['true', 'false']).default('false'),
  AMBIT_DEBOUNCE_MS: z.coerce.number().int().min(0).max(20_000).default(1_200),
  AMBIT_MARK_READ: z.enum(['true', 'false']).default('true'),
  AMBIT_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  AMBIT_POOL_SIZE: z.coerce.number().int().min(2).max(200).default(12),
  DATABASE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'a URL such as postgres://user:password@host:5432/ambit')
      .optional(),
  ),
  WHATSAPP_API_URL: z.url().default('https://graph.facebook.com'),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^(v\d+\.\d+)?$/, 'a version such as v24.0')
    .default('v24.0'),
  WHATSAPP_AUTH_HEADER: z.string().min(1).default('Authorization'),
  WHATSAPP_PHONE_NUMBER_ID: z
    .string()
    .regex(/^\d+(,\d+)*$/, 'digits, from WhatsApp Manager; several joined by ","'),
  WHATSAPP_ACCESS_TOKEN: z.string().min(1),
  WHATSAPP_APP_SECRET: z.string().min(1),
  WHATSAPP_VERIFY_TOKEN: z.string().min(1),
  WHATSAPP_MESSAGES_PER_SECOND: z.coerce.number().positive().max(1_000).default(80),
});

/** What the deployment is told from outside, checked once. */
export type Config = {
  readonly role: 'all' | 'ingress' | 'worker';
  readonly home: string;
  readonly business: string;
  readonly webhook: { readonly host: string; readonly port: number };
  /** Loopback only, until there is sign-in. */
  readonly desk: { readonly port: number };
  readonly token: string;
  readonly secretKey: Uint8Array;
  /** The simulator's clock, followed instead of this machine's. */
  readonly clockUrl: string | undefined;
  readonly phoneUrl: string | undefined;
  readonly throwAway: boolean;
  readonly debounceMs: number;
  readonly markRead: boolean;
  readonly logLevel: string;
  readonly database: { readonly url: string | undefined; readonly poolSize: number };
  readonly whatsapp: {
    readonly apiUrl: string;
    readonly apiVersion: string;
    readonly authHeader: string;
    readonly phoneNumberIds: readonly string[];
    readonly accessToken: string;
    readonly appSecret: string;
    readonly verifyToken: string;
    readonly messagesPerSecond: number;
  };
};

/** A configuration that cannot be used, said so that it can be mended. */
export class BadConfiguration extends Error {}

/**
 * Reads the configuration from the environment and the command line (`--role ROLE`).
 * Throws BadConfiguration naming every value that is missing or wrong.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const role = roleArgument(argv);
  const parsed = Environment.safeParse({
    ...environment,
    ...(role === undefined ? {} : { AMBIT_ROLE: role }),
  });
  if (!parsed.success) throw new BadConfiguration(describe(parsed.error, environment));
  const values = parsed.data;
  const config: Config = {
    role: values.AMBIT_ROLE,
    home: values.AMBIT_HOME,
    business: values.AMBIT_BUSINESS,
    webhook: { host: values.AMBIT_HOST, port: values.AMBIT_PORT },
    desk: { port: values.AMBIT_DESK_PORT },
    token: values.AMBIT_TOKEN,
    secretKey: Buffer.from(values.AMBIT_SECRET_KEY, 'base64'),
    clockUrl: values.AMBIT_CLOCK_URL,
    phoneUrl: values.AMBIT_PHONE_URL,
    throwAway: values.AMBIT_THROW_AWAY === 'true',
    debounceMs: values.AMBIT_DEBOUNCE_MS,
    markRead: values.AMBIT_MARK_READ === 'true',
    logLevel: values.AMBIT_LOG_LEVEL,
    database: { url: values.DATABASE_URL, poolSize: values.AMBIT_POOL_SIZE },
    whatsapp: {
      apiUrl: values.WHATSAPP_API_URL,
      apiVersion: values.WHATSAPP_API_VERSION,
      authHeader: values.WHATSAPP_AUTH_HEADER,
      phoneNumberIds: values.WHATSAPP_PHONE_NUMBER_ID.split(','),
      accessToken: values.WHATSAPP_ACCESS_TOKEN,
      appSecret: values.WHATSAPP_APP_SECRET,
      verifyToken: values.WHATSAPP_VERIFY_TOKEN,
      messagesPerSecond: values.WHATSAPP_MESSAGES_PER_SECOND,
    },
  };
  checkTogether(config);
  return config;
}

function checkTogether(config: Config): void {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  if (config.clockUrl !== undefined && !loopback.includes(new URL(config.whatsapp.apiUrl).hostname)) {
    throw new BadConfiguration(
      'AMBIT_CLOCK_URL makes the server follow a simulated clock, but WHATSAPP_API_URL is not on this machine; unset AMBIT_CLOCK_URL for real traffic',
    );
  }
  if (config.webhook.port !== 0 && config.webhook.port === config.desk.port) {
    throw new BadConfiguration(
      `AMBIT_PORT and AMBIT_DESK_PORT are both ${config.desk.port}; give them different ports`,
    );
  }
}

function roleArgument(argv: readonly string[]): string | undefined {
  const [first, ...rest] = argv;
  if (first === undefined) return undefined;
  if (first === '--role' && rest.length === 1) return rest[0];
  if (first.startsWith('--role=') && rest.length === 0) return first.slice('--role='.length);
  throw new BadConfiguration(
    `Unknown argument "${argv.join(' ')}"; the only one is --role ingress|worker|all`,
  );
}

function describe(error: z.ZodError, environment: Readonly<Record<string, string | undefined>>): string {
  const lines = error.issues.map((issue) => {
    const name = issue.path.join('.');
    return environment[name] === undefined && name !== 'AMBIT_ROLE'
      ? `${name} is not set`
      : `${name} is not usable: ${issue.message}`;
  });
  return `The configuration is not complete. ${lines.join('; ')}. See README.md, "Configuration".`;
}
