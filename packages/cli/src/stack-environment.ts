import { join } from 'node:path';
import type { StackPorts } from './environment.ts';
import type { StackSecrets } from './stack-secrets.ts';

/** All that the two programs of a stack are told. */
export type StackSettings = {
  readonly home: string;
  readonly business: string;
  readonly businessName: string;
  readonly ports: StackPorts;
  readonly secrets: StackSecrets;
  /** `embedded` keeps its data in `home`; `throw-away` too, and ends however its owner ends. */
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'throw-away' }
    | { readonly kind: 'server'; readonly url: string };
  /** How long a turn waits for more from the customer; undefined leaves it to the environment. */
  readonly debounceMs: number | undefined;
};

type Environment = Readonly<Record<string, string>>;

/** The simulated number and account. Source: the example ids in Meta's Cloud API documentation. */
const phoneNumberId = '106540352242922';
const businessAccountId = '102290129340398';

/** Where everything is on loopback. */
export function stackUrls({ ports }: Pick<StackSettings, 'ports'>): {
  webhook: string;
  desk: string;
  simulator: string;
  clock: string;
} {
  const simulator = `http://127.0.0.1:${ports.simulator}`;
  return {
    webhook: `http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`,
    desk: `http://127.0.0.1:${ports.desk}`,
    simulator,
    clock: `${simulator}/sim/clock`,
  };
}

/** The server's environment. `inherited`: what the supervisor itself was started with. */
export function serverEnvironment(settings: StackSettings, inherited: Environment): Environment {
  const { home, business, ports, secrets, database, debounceMs } = settings;
  const urls = stackUrls(settings);
  return {
    ...(database.kind === 'throw-away' ? {} : compileCache(home)),
    ...withoutOurs(inherited),
    ...cloudApiEnvironment(settings),
    AMBIT_HOME: home,
    AMBIT_BUSINESS: business,
    AMBIT_PORT: String(ports.webhook),
    AMBIT_DESK_PORT: String(ports.desk),
    AMBIT_TOKEN: secrets.token,
    AMBIT_SECRET_KEY: secrets.secretKey,
    AMBIT_PUBLIC_URL: new URL(urls.webhook).origin,
    AMBIT_CLOCK_URL: urls.clock,
    AMBIT_PHONE_URL: urls.simulator,
    AMBIT_SUBMIT_TEMPLATES: 'true',
    ...(database.kind === 'server' ? { DATABASE_URL: database.url } : {}),
    ...(database.kind === 'throw-away' ? { AMBIT_THROW_AWAY: 'true' } : {}),
    ...(debounceMs === undefined ? {} : { AMBIT_DEBOUNCE_MS: String(debounceMs) }),
    WHATSAPP_API_URL: urls.simulator,
    WHATSAPP_API_VERSION: 'v24.0',
  };
}

/** The simulator's environment. */
export function simulatorEnvironment(settings: StackSettings, inherited: Environment): Environment {
  const urls = stackUrls(settings);
  return {
    ...withoutOurs(inherited),
    ...cloudApiEnvironment(settings),
    AMBIT_SIM_HOST: '127.0.0.1',
    AMBIT_SIM_PORT: String(settings.ports.simulator),
    AMBIT_SIM_WEBHOOK_URL: urls.webhook,
    AMBIT_SIM_BUSINESS_NAME: settings.businessName,
    AMBIT_TOKEN: settings.secrets.token,
    AMBIT_DESK_URL: urls.desk,
    WHATSAPP_API_URL: urls.simulator,
    WHATSAPP_API_VERSION: 'v24.0',
  };
}

function cloudApiEnvironment({ secrets }: StackSettings): Environment {
  return {
    WHATSAPP_PHONE_NUMBER_ID: phoneNumberId,
    WHATSAPP_BUSINESS_ACCOUNT_ID: businessAccountId,
    WHATSAPP_ACCESS_TOKEN: secrets.accessToken,
    WHATSAPP_APP_SECRET: secrets.appSecret,
    WHATSAPP_VERIFY_TOKEN: secrets.verifyToken,
  };
}

/** What a first start compiles is there for the next, which then takes a third less work and some 30 MB less. */
function compileCache(home: string): Environment {
  return { NODE_COMPILE_CACHE: join(home, 'compile-cache') };
}

/** A stack is told everything above; what the terminal happens to hold of these names must not leak in. */
function withoutOurs(inherited: Environment): Environment {
  const ours = [
    'DATABASE_URL',
    'AMBIT_HOME',
    'AMBIT_BUSINESS',
    'AMBIT_PORT',
    'AMBIT_DESK_PORT',
    'AMBIT_TOKEN',
    'AMBIT_SECRET_KEY',
    'AMBIT_CLOCK_URL',
    'AMBIT_PHONE_URL',
    'AMBIT_THROW_AWAY',
    'AMBIT_DESK_URL',
  ];
  const isOurs = (name: string): boolean => ours.includes(name) || name.startsWith('WHATSAPP_');
  return Object.fromEntries(Object.entries(inherited).filter(([name]) => !isOurs(name)));
}
