import type { AccountView } from '../control/account-view.ts';
import type { ClockView, StateView } from '../control/control.ts';
import type { CustomerView } from '../control/conversation-view.ts';
import type { FlowView, GroupView, TemplateView } from '../control/object-views.ts';
import type { FlowAnswer } from '../flows/exchange-flow.ts';
import type { LogEntry } from '../sim-log.ts';
import type { ConversationView } from '../thread-message.ts';
import { isRecord, type JsonRecord } from './json-value.ts';

/** The simulator answered with an error, or not at all (`status` 0). */
export class SimulatorError extends Error {
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

export type WebhookAnswer = { readonly kind: string; readonly status?: number; readonly problem?: string };

const people = (value: unknown): value is { customers: readonly CustomerView[] } => has(value, 'customers');
const conversation = (value: unknown): value is ConversationView => has(value, 'messages', 'window');
const state = (value: unknown): value is StateView => has(value, 'businessName', 'webhooks', 'chaos');
const clock = (value: unknown): value is ClockView => has(value, 'nowMs', 'offsetMs');
const log = (value: unknown): value is { entries: readonly LogEntry[]; last: number } =>
  has(value, 'entries', 'last');
const account = (value: unknown): value is AccountView => has(value, 'standing', 'numbers', 'charges');
const templates = (value: unknown): value is { templates: readonly TemplateView[] } =>
  has(value, 'templates');
const flows = (value: unknown): value is { flows: readonly FlowView[] } => has(value, 'flows');
const groups = (value: unknown): value is { groups: readonly GroupView[] } => has(value, 'groups');
const flowAnswer = (value: unknown): value is FlowAnswer => has(value, 'kind');
const webhookAnswer = (value: unknown): value is WebhookAnswer => has(value, 'kind');
const anything = (value: unknown): value is unknown => value !== undefined;

const person = (id: string): string => `/sim/customers/${encodeURIComponent(id)}`;
const thread = (id: string): string => `/sim/conversations/${encodeURIComponent(id)}`;

/** The control API as the page uses it; the page talks to the simulator over HTTP only. */
export const api = {
  people: () => call('/sim/customers', people),
  conversation: (customer: string, phoneNumberId: string | undefined) =>
    call(`${thread(customer)}${queryOf(phoneNumberId)}`, conversation),
  state: () => call('/sim/state', state),
  clock: () => call('/sim/clock', clock),
  log: (after: number, count: number) => call(`/sim/log?after=${after}&count=${count}`, log),
  account: () => call('/sim/account', account),
  templates: () => call('/sim/templates', templates),
  flows: () => call('/sim/flows', flows),
  groups: () => call('/sim/groups', groups),
  moveClock: (advanceMs: number) => call('/sim/clock', clock, { advanceMs }),
  setClock: (setTo: number) => call('/sim/clock', clock, { setTo }),
  act: (customer: string, action: JsonRecord) => call(`${person(customer)}/messages`, anything, action),
  actTogether: (messages: readonly JsonRecord[]) => call('/sim/messages/batch', anything, { messages }),
  changePerson: (customer: string, change: JsonRecord) =>
    call(`${person(customer)}/changes`, anything, change),
  play: (wamid: string) => call(`/sim/messages/${encodeURIComponent(wamid)}/play`, anything, {}),
  read: (customer: string, phoneNumberId: string | undefined) =>
    call(`${thread(customer)}/read`, anything, phoneNumberId === undefined ? {} : { phoneNumberId }),
  addPerson: (added: JsonRecord) => call('/sim/customers', anything, added),
  addTemplate: (template: JsonRecord) => call('/sim/templates', anything, template),
  meta: (act: JsonRecord) => call('/sim/meta', anything, act),
  changeSettings: (change: JsonRecord) => call('/sim/settings', anything, change),
  chaos: (chaos: JsonRecord) => call('/sim/chaos', anything, chaos),
  failNext: (fault: JsonRecord) => call('/sim/fail-next', anything, fault),
  sendRaw: (raw: JsonRecord) => call('/sim/raw-webhook', webhookAnswer, raw),
  exchangeFlow: (exchange: JsonRecord) => call('/sim/flows/exchange', flowAnswer, exchange),
  upload: async (file: File): Promise<string> => {
    const response = await fetch('/sim/media', {
      method: 'POST',
      headers: { 'content-type': file.type === '' ? 'application/octet-stream' : file.type },
      body: file,
    });
    const answer: unknown = await response.json();
    if (!has(answer, 'id'))
      throw new SimulatorError(response.status, wordsOf(answer) ?? 'The file was not taken.');
    return String(answer['id']);
  },
};

function queryOf(phoneNumberId: string | undefined): string {
  return phoneNumberId === undefined ? '' : `?phoneNumberId=${encodeURIComponent(phoneNumberId)}`;
}

async function call<T>(path: string, is: (value: unknown) => value is T, body?: JsonRecord): Promise<T> {
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
      wordsOf(answer) ?? `The simulator answered ${response.status}.`,
    );
  if (!is(answer)) throw new SimulatorError(response.status, `${path} answered something unexpected.`);
  return answer;
}

function wordsOf(answer: unknown): string | undefined {
  return has(answer, 'error') ? String(answer['error']) : undefined;
}

function has(value: unknown, ...keys: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && keys.every((key) => key in value);
}
