import { resolve } from 'node:path';
import { z } from 'zod';

/** The `error` of a schema is what stands behind the variable's name, missing or wrong alike: what it should be. */
const wholeNumber = (from: number, to: number) => {
  const error = `a whole number from ${from} to ${to}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(from, { error }).max(to, { error }));
};
const port = wholeNumber(0, 65_535);
const url = z.url({ protocol: /^https?$/, error: 'an http(s) URL' });
const text = (error: string, shape = /./s) => z.string({ error }).regex(shape, { error });
const oneOf = <const T extends readonly string[]>(values: T) =>
  z.enum(values, { error: `one of ${values.join(', ')}` });

const hostList = z
  .string()
  .regex(/^[\w.:[\]-]+(,[\w.:[\]-]+)*$/, { error: 'hosts, each with a port or without, joined by ","' })
  .transform((hosts) => hosts.split(','));

/** AMBIT_TOOL_SECRET_SHOP_KEY sets the secret that tool files call secret:shop-key. */
const toolSecretPrefix = 'AMBIT_TOOL_SECRET_';

const secretKeyIs = '32 random bytes in base64 (openssl rand -base64 32)';

const Environment = z.object({
  AMBIT_ROLE: oneOf(['all', 'ingress', 'worker']).default('all'),
  AMBIT_HOME: z.string().default('.ambit'),
  AMBIT_BUSINESS: z.string().default('businesses/shop'),
  AMBIT_HOST: z.string().default('127.0.0.1'),
  AMBIT_PORT: port.default(3000),
  AMBIT_DESK_PORT: port.default(3001),
  AMBIT_METRICS_PORT: port.optional(),
  AMBIT_TOKEN: text('at least 16 characters; it opens the desk', /.{16}/),
  AMBIT_SECRET_KEY: text(secretKeyIs).refine((key) => Buffer.from(key, 'base64').length === 32, {
    error: secretKeyIs,
  }),
  AMBIT_PUBLIC_URL: url.optional(),
  AMBIT_CLOCK_URL: url.optional(),
  AMBIT_PHONE_URL: url.optional(),
  AMBIT_TOOL_HOSTS: hostList.optional(),
  AMBIT_TOOL_PRIVATE_HOSTS: hostList.default([]),
  AMBIT_TRANSCRIPTION_URL: url.optional(),
  AMBIT_TRANSCRIPTION_MODEL: z.string().default('whisper-1'),
  AMBIT_TRANSCRIPTION_KEY: z.string().optional(),
  AMBIT_TRANSCRIPTION_SECONDS: wholeNumber(1, 3_600).default(180),
  AMBIT_ENCODER: oneOf(['off', 'english', 'folder', 'api']).default('off'),
  AMBIT_ENCODER_FOLDER: z.string().optional(),
  AMBIT_ENCODER_URL: url.optional(),
  AMBIT_ENCODER_MODEL: z.string().optional(),
  AMBIT_ENCODER_KEY: z.string().optional(),
  AMBIT_ENCODER_LANGUAGES: z
    .string()
    .regex(/^(all|[a-z]{2,3}(-[A-Za-z]+)*(,[a-z]{2,3}(-[A-Za-z]+)*)*)$/, {
      error: '"all", or languages such as "en,pt,hi-Latn"',
    })
    .default('all'),
  AMBIT_ENCODER_PREFIX: z.string().default(''),
  AMBIT_ENCODER_TIMEOUT_MS: wholeNumber(50, 60_000).default(2_000),
  AMBIT_THROW_AWAY: oneOf(['true', 'false']).default('false'),
  AMBIT_DEBOUNCE_MS: wholeNumber(0, 20_000).default(1_200),
  AMBIT_MARK_READ: oneOf(['true', 'false']).default('true'),
  AMBIT_SUBMIT_TEMPLATES: oneOf(['true', 'false']).default('false'),
  AMBIT_LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  AMBIT_POOL_SIZE: wholeNumber(2, 200).default(12),
  AMBIT_KEEP_MESSAGES_DAYS: wholeNumber(1, 36_500).default(90),
  AMBIT_KEEP_INBOX_DAYS: wholeNumber(8, 36_500).default(30),
  AMBIT_KEEP_CUSTOMERS_DAYS: wholeNumber(30, 36_500).optional(),
  AMBIT_LEASE_MS: wholeNumber(500, 600_000).default(30_000),
  AMBIT_SENDING_MS: wholeNumber(1_000, 600_000).default(60_000),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, { error: 'a URL such as postgres://user:password@host:5432/ambit' })
    .optional(),
  WHATSAPP_API_URL: url.default('https://graph.facebook.com'),
  WHATSAPP_API_VERSION: z
    .string()
    .regex(/^(v\d+\.\d+)?$/, { error: 'a version such as v24.0, or nothing for none' })
    .default('v24.0'),
  WHATSAPP_AUTH_HEADER: z
    .string()
    .regex(/^[\w-]+$/, { error: 'the name of an HTTP header' })
    .default('Authorization'),
  WHATSAPP_PHONE_NUMBER_ID: text('digits, from WhatsApp Manager; several joined by ","', /^\d+(,\d+)*$/),
  WHATSAPP_BUSINESS_ACCOUNT_ID: text('digits, from WhatsApp Manager', /^\d+$/).optional(),
  WHATSAPP_ACCESS_TOKEN: text('the token of a system user, from Meta Business Suite'),
  WHATSAPP_APP_SECRET: text("the app's secret, from Meta's App Dashboard; webhooks are signed with it"),
  WHATSAPP_VERIFY_TOKEN: text('the word you give Meta when you set up the webhook'),
  WHATSAPP_MESSAGES_PER_SECOND: wholeNumber(1, 1_000).default(80),
});

/** What the deployment is told from outside, checked once. */
export type Config = {
  readonly role: 'all' | 'ingress' | 'worker';
  /** A backup to restore into an empty database, instead of running. */
  readonly restoreFrom: string | undefined;
  readonly home: string;
  readonly business: string;
  readonly webhook: { readonly host: string; readonly port: number };
  /** Loopback only, until there is sign-in. */
  readonly desk: { readonly port: number };
  /** Where the `worker` role, which else listens on nothing, serves its health and metrics; loopback only. */
  readonly monitor: { readonly port: number } | undefined;
  readonly token: string;
  readonly secretKey: Uint8Array;
  /** Where customers and Meta reach the webhook's port; undefined: no links to it are given out. */
  readonly publicUrl: string | undefined;
  /** The simulator's clock, followed instead of this machine's. */
  readonly clockUrl: string | undefined;
  readonly phoneUrl: string | undefined;
  readonly throwAway: boolean;
  readonly debounceMs: number;
  readonly markRead: boolean;
  readonly logLevel: string;
  /** How long this node waits for what may have died. */
  readonly patience: {
    readonly leaseMs: number;
    readonly sendingExpiresMs: number;
    readonly unknownToldAfterMs: number;
  };
  /** A collector's base address; undefined: no traces. */
  readonly tracesUrl: string | undefined;
  readonly tools: {
    /** Hosts that tools may reach; undefined: any that is public. */
    readonly hosts: readonly string[] | undefined;
    /** Hosts that tools may reach though they are private, and without TLS. */
    readonly privateHosts: readonly string[];
    /** By the name that tool files use. */
    readonly secrets: ReadonlyMap<string, string>;
  };
  /** Who writes down voice notes; undefined: nobody, customers are asked to type. */
  readonly transcription:
    | { readonly baseUrl: string; readonly model: string; readonly apiKey: string | undefined }
    | undefined;
  /** Which sentence encoder the scope guard asks beside words and letters. */
  readonly encoder:
    | { readonly kind: 'none' | 'english' }
    | {
        readonly kind: 'onnx';
        readonly folder: string;
        readonly languages: 'all' | string[];
        readonly prefix: string;
      }
    | {
        readonly kind: 'api';
        readonly baseUrl: string;
        readonly model: string;
        readonly apiKey?: string;
        readonly languages: 'all' | string[];
        readonly timeoutMs: number;
      };
  /** What `env:NAME` in a business's models.yaml may mean: variables that end in _KEY or _TOKEN and are not Ambit's. */
  readonly modelKeys: ReadonlyMap<string, string>;
  /** Longer voice notes are asked for in writing. */
  readonly voiceSeconds: number;
  /**
   * Days for which messages are kept, what only the engine needed of them, and customers of whom nobody has heard since
   * (undefined: for good).
   */
  readonly keepDays: {
    readonly messages: number;
    readonly inbox: number;
    readonly customers?: number | undefined;
  };
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
    /** The WhatsApp Business Account whose templates may be sent; undefined: Meta is not asked for their status. */
    readonly accountId: string | undefined;
    /** Whether templates that Meta lacks are handed in for review when they are published. */
    readonly submitsTemplates: boolean;
  };
};

/** A configuration that cannot be used, said so that it can be mended. */
class BadConfiguration extends Error {}
/** A command line that cannot be understood. */
export class BadUsage extends Error {}

/**
 * Reads the configuration from the environment and the command line (`--role ROLE`, or `--restore FILE`).
 * A variable that is set to nothing counts as not set. Throws BadConfiguration naming every value that is missing or
 * wrong, and BadUsage for a command line that is.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const { role, restoreFrom } = readArguments(argv);
  const given = Object.fromEntries(
    Object.entries({ ...environment, ...(role === undefined ? {} : { AMBIT_ROLE: role }) }).filter(
      ([name, value]) => value !== undefined && (value.trim() !== '' || name === 'WHATSAPP_API_VERSION'),
    ),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new BadConfiguration(describe(parsed.error, given));
  const values = parsed.data;
  const config: Config = {
    role: values.AMBIT_ROLE,
    restoreFrom,
    home: values.AMBIT_HOME,
    business: values.AMBIT_BUSINESS,
    webhook: { host: values.AMBIT_HOST, port: values.AMBIT_PORT },
    desk: { port: values.AMBIT_DESK_PORT },
    monitor: values.AMBIT_METRICS_PORT === undefined ? undefined : { port: values.AMBIT_METRICS_PORT },
    token: values.AMBIT_TOKEN,
    secretKey: Buffer.from(values.AMBIT_SECRET_KEY, 'base64'),
    publicUrl: values.AMBIT_PUBLIC_URL?.replace(/\/+$/, ''),
    clockUrl: values.AMBIT_CLOCK_URL,
    phoneUrl: values.AMBIT_PHONE_URL,
    throwAway: values.AMBIT_THROW_AWAY === 'true',
    debounceMs: values.AMBIT_DEBOUNCE_MS,
    markRead: values.AMBIT_MARK_READ === 'true',
    logLevel: values.AMBIT_LOG_LEVEL,
    patience: {
      leaseMs: values.AMBIT_LEASE_MS,
      sendingExpiresMs: values.AMBIT_SENDING_MS,
      unknownToldAfterMs: 2 * values.AMBIT_SENDING_MS,
    },
    tracesUrl: values.OTEL_EXPORTER_OTLP_ENDPOINT,
    tools: {
      hosts: values.AMBIT_TOOL_HOSTS,
      privateHosts: values.AMBIT_TOOL_PRIVATE_HOSTS,
      secrets: toolSecretsIn(given),
    },
    transcription:
      values.AMBIT_TRANSCRIPTION_URL === undefined
        ? undefined
        : {
            baseUrl: values.AMBIT_TRANSCRIPTION_URL,
            model: values.AMBIT_TRANSCRIPTION_MODEL,
            apiKey: values.AMBIT_TRANSCRIPTION_KEY,
          },
    voiceSeconds: values.AMBIT_TRANSCRIPTION_SECONDS,
    encoder: encoderOf(values),
    modelKeys: modelKeysIn(given),
    keepDays: {
      messages: values.AMBIT_KEEP_MESSAGES_DAYS,
      inbox: values.AMBIT_KEEP_INBOX_DAYS,
      customers: values.AMBIT_KEEP_CUSTOMERS_DAYS,
    },
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
      accountId: values.WHATSAPP_BUSINESS_ACCOUNT_ID,
      submitsTemplates: values.AMBIT_SUBMIT_TEMPLATES === 'true',
    },
  };
  checkTogether(config);
  return config;
}

/** What must never be seen in a log. */
export function secretsOf({
  token,
  secretKey,
  whatsapp,
  database,
  tools,
  transcription,
  modelKeys,
  encoder,
}: Config): readonly string[] {
  const { accessToken, appSecret, verifyToken } = whatsapp;
  const key = Buffer.from(secretKey).toString('base64');
  return [
    token,
    key,
    accessToken,
    appSecret,
    verifyToken,
    ...tools.secrets.values(),
    ...modelKeys.values(),
    ...(encoder.kind === 'api' && encoder.apiKey !== undefined ? [encoder.apiKey] : []),
    ...(transcription?.apiKey === undefined ? [] : [transcription.apiKey]),
    ...(database.url === undefined ? [] : [database.url]),
  ];
}

/** Which encoder is asked, with what it needs. Throws BadConfiguration naming what is missing. */
function encoderOf(values: z.output<typeof Environment>): Config['encoder'] {
  const needed = (name: 'AMBIT_ENCODER_FOLDER' | 'AMBIT_ENCODER_URL' | 'AMBIT_ENCODER_MODEL'): string => {
    const value = values[name];
    if (value !== undefined) return value;
    throw new BadConfiguration(
      `AMBIT_ENCODER is ${values.AMBIT_ENCODER}, which needs ${name}; set it, or set AMBIT_ENCODER to off`,
    );
  };
  const listed = values.AMBIT_ENCODER_LANGUAGES;
  const languages = listed === 'all' ? 'all' : listed.split(',');
  switch (values.AMBIT_ENCODER) {
    case 'off':
      return { kind: 'none' };
    case 'english':
      return { kind: 'english' };
    case 'folder':
      return {
        kind: 'onnx',
        folder: resolve(needed('AMBIT_ENCODER_FOLDER')),
        languages,
        prefix: values.AMBIT_ENCODER_PREFIX,
      };
    case 'api': {
      const apiKey = values.AMBIT_ENCODER_KEY;
      return {
        kind: 'api',
        baseUrl: needed('AMBIT_ENCODER_URL'),
        model: needed('AMBIT_ENCODER_MODEL'),
        ...(apiKey === undefined ? {} : { apiKey }),
        languages,
        timeoutMs: values.AMBIT_ENCODER_TIMEOUT_MS,
      };
    }
  }
}

/** A business's file may name any key of a model, but none of the keys that Ambit itself is opened with. */
function modelKeysIn(given: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(given).flatMap(([name, value]) =>
      /^[A-Z][A-Z0-9_]*_(KEY|TOKEN)$/.test(name) && !/^(AMBIT|WHATSAPP)_/.test(name) && value !== undefined
        ? [[name, value] as const]
        : [],
    ),
  );
}

function toolSecretsIn(given: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(given).flatMap(([variable, value]) =>
      variable.startsWith(toolSecretPrefix) && value !== undefined
        ? [[variable.slice(toolSecretPrefix.length).toLowerCase().replaceAll('_', '-'), value] as const]
        : [],
    ),
  );
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

function readArguments(argv: readonly string[]): {
  role: string | undefined;
  restoreFrom: string | undefined;
} {
  const [first, second, ...rest] = argv;
  if (first === undefined) return { role: undefined, restoreFrom: undefined };
  const [name, inline] = first.split(/=(.*)/s, 2);
  const value = inline ?? second;
  const isComplete =
    value !== undefined && rest.length === 0 && (inline === undefined || second === undefined);
  if (name === '--role' && isComplete) return { role: value, restoreFrom: undefined };
  if (name === '--restore' && isComplete) return { role: undefined, restoreFrom: value };
  throw new BadUsage(
    `Unknown argument "${argv.join(' ')}"; there are --role ingress|worker|all and --restore FILE`,
  );
}

function describe(error: z.ZodError, given: Readonly<Record<string, unknown>>): string {
  const problems = new Map(
    error.issues.map(({ path, message }) => {
      const name = path.join('.');
      return [name, `${name} is ${name in given ? 'wrong' : 'not set'}: it must be ${message}`];
    }),
  );
  return `The configuration cannot be used. ${[...problems.values()].join('; ')}.`;
}
