import type { ConversationView } from '../thread-message.ts';
import type { LogEntry } from '../sim-log.ts';

/** What the page uses of the simulator's answers; it talks to it over HTTP only. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly waId?: string;
  readonly username?: string;
  readonly unread: number;
  readonly lastMessage: { readonly atMs: number; readonly from: string; readonly text: string } | null;
};
export type Chaos = {
  readonly duplicate: number;
  readonly reorder: boolean;
  readonly batch: number;
  readonly delayMs: readonly [number, number];
  readonly dropFirstAttempts: number;
};
export type SimState = {
  readonly businessName: string;
  readonly deskUrl: string | null;
  readonly webhookUrl: string;
  readonly numbers: readonly { readonly phoneNumberId: string; readonly displayPhoneNumber: string }[];
  readonly handshake: { readonly kind: string; readonly problem?: string };
  readonly webhooks: {
    readonly waiting: number;
    readonly inFlight: number;
    readonly retrying: number;
    readonly problem: string | null;
  };
  readonly chaos: Chaos;
  readonly faultsLeft: number;
};
export type ClockNow = { readonly now: string; readonly nowMs: number; readonly offsetMs: number };

/** The simulator answered with an error, or not at all (`status` 0). */
export class SimulatorError extends Error {
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const people = (value: unknown): value is { customers: readonly Person[] } => has(value, 'customers');
const conversation = (value: unknown): value is ConversationView => has(value, 'messages', 'window');
const state = (value: unknown): value is SimState => has(value, 'businessName', 'webhooks', 'chaos');
const clock = (value: unknown): value is ClockNow => has(value, 'nowMs', 'offsetMs');
const log = (value: unknown): value is { entries: readonly LogEntry[]; last: number } =>
  has(value, 'entries', 'last');
const anything = (value: unknown): value is unknown => value !== undefined;

export const api = {
  people: () => call('/sim/customers', people),
  conversation: (customer: string, phoneNumberId: string | undefined) =>
    call(`/sim/conversations/${encodeURIComponent(customer)}${queryOf(phoneNumberId)}`, conversation),
  state: () => call('/sim/state', state),
  clock: () => call('/sim/clock', clock),
  log: (after: number, count: number) => call(`/sim/log?after=${after}&count=${count}`, log),
  moveClock: (advanceMs: number) => call('/sim/clock', clock, { advanceMs }),
  act: (customer: string, action: Readonly<Record<string, unknown>>) =>
    call(`/sim/customers/${encodeURIComponent(customer)}/messages`, anything, action),
  read: (customer: string, phoneNumberId: string | undefined) =>
    call(
      `/sim/conversations/${encodeURIComponent(customer)}/read`,
      anything,
      phoneNumberId === undefined ? {} : { phoneNumberId },
    ),
  addPerson: (person: Readonly<Record<string, string>>) => call('/sim/customers', anything, person),
  chaos: (chaos: Partial<Chaos>) => call('/sim/chaos', anything, chaos),
  failNext: (fault: Readonly<Record<string, unknown>>) => call('/sim/fail-next', anything, fault),
  upload: async (file: File): Promise<string> => {
    const response = await fetch('/sim/media', {
      method: 'POST',
      headers: { 'content-type': file.type },
      body: file,
    });
    const answer: unknown = await response.json();
    if (!has(answer, 'id')) throw new SimulatorError(response.status, 'The file was not taken.');
    return String(answer['id']);
  },
};

function queryOf(phoneNumberId: string | undefined): string {
  return phoneNumberId === undefined ? '' : `?phoneNumberId=${encodeURIComponent(phoneNumberId)}`;
}

async function call<T>(
  path: string,
  is: (value: unknown) => value is T,
  body?: Readonly<Record<string, unknown>>,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new SimulatorError(0, 'The simulator is not reachable.', { cause: error });
  }
  const answer: unknown = await response.json();
  if (!response.ok)
    throw new SimulatorError(
      response.status,
      has(answer, 'error') ? String(answer['error']) : `The simulator answered ${response.status}.`,
    );
  if (!is(answer)) throw new SimulatorError(response.status, `${path} answered something unexpected.`);
  return answer;
}

function has(value: unknown, ...keys: readonly string[]): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}
