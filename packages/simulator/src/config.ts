import { z } from 'zod';
import type { BusinessNumber, SimulatorOptions } from './options.ts';

export type ConfigOutcome =
  | { kind: 'config'; options: SimulatorOptions }
  | { kind: 'invalid'; problems: readonly string[] };

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((value) => value <= 65_535, 'must be a port number from 0 to 65535');
const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' });
const secret = (what: string) => z.string({ error: `is missing: ${what}` }).min(1, `is empty: ${what}`);

const Environment = z.object({
  AMBIT_SIM_PORT: port.default(4_080),
  AMBIT_SIM_HOST: z.string().min(1).default('127.0.0.1'),
  AMBIT_SIM_WEBHOOK_URL: z
    .string({ error: 'is missing: the URL of the webhook of the server under test' })
    .pipe(url),
  AMBIT_SIM_BUSINESS_NAME: z.string().min(1).default('Harbour Outfitters'),
  AMBIT_SIM_GRAPH_VERSION: z
    .string()
    .regex(/^v\d{1,2}\.\d$/, 'must look like v24.0')
    .default('v24.0'),
  AMBIT_SIM_NUMBERS: z.string().optional(),
  AMBIT_SIM_SEED: z
    .string()
    .regex(/^\d{1,10}$/, 'must be a whole number')
    .transform(Number)
    .optional(),
  AMBIT_SIM_CLOSED_WINDOW: z.enum(['refuse', 'fail-by-webhook']).default('refuse'),
  AMBIT_SIM_AUTO_READ: z.enum(['never', 'when-delivered']).default('never'),
  AMBIT_SIM_LIMITS: z.enum(['meta', 'none']).default('meta'),
  AMBIT_DESK_URL: url.optional(),
  AMBIT_TOKEN: secret('the token that opens the page and the control API'),
  WHATSAPP_PHONE_NUMBER_ID: z.string().min(1).default('106540352242922'),
  WHATSAPP_DISPLAY_PHONE_NUMBER: z.string().min(1).default('15550783881'),
  WHATSAPP_BUSINESS_ACCOUNT_ID: z.string().min(1).default('102290129340398'),
  WHATSAPP_ACCESS_TOKEN: secret('the bearer token Graph calls must carry'),
  WHATSAPP_APP_SECRET: secret('the secret webhooks are signed with'),
  WHATSAPP_VERIFY_TOKEN: secret('the token of the webhook handshake'),
});

/** Reads the environment of the stand-alone simulator; every problem names its variable. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): ConfigOutcome {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success)
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    };
  const values = parsed.data;
  const numbers = readNumbers(values.AMBIT_SIM_NUMBERS ?? '');
  if (numbers === undefined)
    return {
      kind: 'invalid',
      problems: ['AMBIT_SIM_NUMBERS must be pairs like "1065001=15550783882,1065002=15550783883"'],
    };
  return {
    kind: 'config',
    options: {
      host: values.AMBIT_SIM_HOST,
      port: values.AMBIT_SIM_PORT,
      graphVersion: values.AMBIT_SIM_GRAPH_VERSION,
      phoneNumberId: values.WHATSAPP_PHONE_NUMBER_ID,
      displayPhoneNumber: values.WHATSAPP_DISPLAY_PHONE_NUMBER,
      numbers,
      wabaId: values.WHATSAPP_BUSINESS_ACCOUNT_ID,
      businessName: values.AMBIT_SIM_BUSINESS_NAME,
      accessToken: values.WHATSAPP_ACCESS_TOKEN,
      appSecret: values.WHATSAPP_APP_SECRET,
      verifyToken: values.WHATSAPP_VERIFY_TOKEN,
      webhookUrl: values.AMBIT_SIM_WEBHOOK_URL,
      controlToken: values.AMBIT_TOKEN,
      closedWindow: values.AMBIT_SIM_CLOSED_WINDOW,
      autoRead: values.AMBIT_SIM_AUTO_READ,
      limits: values.AMBIT_SIM_LIMITS,
      ...(values.AMBIT_SIM_SEED === undefined ? {} : { seed: values.AMBIT_SIM_SEED }),
      ...(values.AMBIT_DESK_URL === undefined ? {} : { deskUrl: values.AMBIT_DESK_URL }),
    },
  };
}

function readNumbers(text: string): readonly BusinessNumber[] | undefined {
  if (text.trim() === '') return [];
  const numbers: BusinessNumber[] = [];
  for (const pair of text.split(',')) {
    const match = /^\s*(\d+)=\+?(\d+)\s*$/.exec(pair);
    if (match === null) return undefined;
    numbers.push({ phoneNumberId: match[1] ?? '', displayPhoneNumber: match[2] ?? '' });
  }
  return numbers;
}
