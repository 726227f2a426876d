import { z } from 'zod';
import { maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import type { NumberAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';
import { PhoneNumber, phoneNumberFields } from './phone-number.ts';

type Succeeded = CallResult<{ success: true }>;

const Pin = z.looseObject({ pin: z.string().regex(/^\d{6}$/, 'must be six digits') });
const Code = z.object({ code: z.string().regex(/^\d{4,8}$/, 'must be digits') });
const Prompts = z.looseObject({
  prompts: z.array(z.string().min(1).max(80)).max(4).optional(),
  commands: z
    .array(
      z.object({ command_name: z.string().min(1).max(32), command_description: z.string().min(1).max(256) }),
    )
    .max(30)
    .optional(),
});

/** What the phone shows to a person who opens the chat. */
export type ConversationalAutomation = {
  enable_welcome_message?: boolean;
  prompts?: readonly string[];
  commands?: readonly { command_name: string; command_description: string }[];
};

const Settings = z.looseObject({
  calling: maybe(z.looseObject({ status: maybe(z.string()) })),
  payload_encryption: maybe(z.looseObject({ status: maybe(z.string()) })),
  storage_configuration: maybe(z.looseObject({ status: maybe(z.string()) })),
  user_identity_change: maybe(z.looseObject({ enable_identity_key_check: maybe(z.boolean()) })),
});
export type NumberSettings = z.output<typeof Settings>;

export type PhoneNumberClient = {
  /** `fields`: comma-separated. */
  get(signal: AbortSignal, fields?: string): Promise<CallResult<PhoneNumber>>;
  /** `dataRegion`: where messages are kept, as an ISO country code. Wrong PINs lock the number. */
  register(how: { pin: string; dataRegion?: string }, signal: AbortSignal): Promise<Succeeded>;
  deregister(signal: AbortSignal): Promise<Succeeded>;
  /** Sets the two-step verification PIN. */
  setPin(pin: string, signal: AbortSignal): Promise<Succeeded>;
  requestCode(how: { by: 'SMS' | 'VOICE'; language: string }, signal: AbortSignal): Promise<Succeeded>;
  verifyCode(code: string, signal: AbortSignal): Promise<Succeeded>;
  settings(signal: AbortSignal): Promise<CallResult<NumberSettings>>;
  /** As on the wire; what is not named stays as it is. */
  changeSettings(change: Readonly<Record<string, unknown>>, signal: AbortSignal): Promise<Succeeded>;
  setAutomation(automation: ConversationalAutomation, signal: AbortSignal): Promise<Succeeded>;
};

/**
 * One business phone number.
 * Source: Meta's OpenAPI file of the Business Messaging API, v23.0; Cloud API docs, "Conversational
 * components", for the limits of prompts and commands.
 */
export function createPhoneNumberClient(options: NumberAccess): PhoneNumberClient {
  const call = createGraphCaller(options);
  const number = options.phoneNumberId;
  const post = (
    edge: string,
    json: object,
    rules: z.ZodType | undefined,
    signal: AbortSignal,
  ): Promise<Succeeded> =>
    call(
      {
        method: 'POST',
        path: [number, edge],
        body: { kind: 'json', json, ...(rules === undefined ? {} : { rules }) },
        answer: Success,
      },
      signal,
    );
  return {
    get: (signal, fields = phoneNumberFields) =>
      call({ method: 'GET', path: [number], query: { fields }, answer: PhoneNumber }, signal),
    register: ({ pin, dataRegion }, signal) => {
      const region = dataRegion === undefined ? {} : { data_localization_region: dataRegion };
      return post('register', { messaging_product: 'whatsapp', pin, ...region }, Pin, signal);
    },
    deregister: (signal) => post('deregister', {}, undefined, signal),
    setPin: (pin, signal) => post('', { pin }, Pin, signal),
    requestCode: ({ by, language }, signal) =>
      post('request_code', { code_method: by, language }, undefined, signal),
    verifyCode: (code, signal) => post('verify_code', { code }, Code, signal),
    settings: (signal) => call({ method: 'GET', path: [number, 'settings'], answer: Settings }, signal),
    changeSettings: (change, signal) => post('settings', change, undefined, signal),
    setAutomation: (automation, signal) => post('conversational_automation', automation, Prompts, signal),
  };
}
