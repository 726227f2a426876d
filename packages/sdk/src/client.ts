import { z } from 'zod';
import { AlarmList } from './alarm.ts';
import { ApiError } from './api-error.ts';
import { BusinessEventTaken, type BusinessEvent } from './business-event.ts';
import {
  BusinessFiles,
  BusinessVersionList,
  PublishOutcome,
  type PublishRequest,
} from './business-version.ts';
import { CatalogueReport } from './catalogue-drift.ts';
import { ChannelList } from './channel.ts';
import { Conversation, type ConversationQuery } from './conversation.ts';
import { ConversationList, type ConversationListQuery } from './conversation-list.ts';
import {
  OwnerChanged,
  ReplyTaken,
  type GiveBackRequest,
  type ReplyRequest,
  type TakeRequest,
} from './desk-command.ts';
import { CalendarList } from './calendar.ts';
import { DeskStatus } from './desk-status.ts';
import { DoctorReport } from './doctor.ts';
import { FeedChange } from './feed.ts';
import { LeadList, type LeadListQuery } from './lead.ts';
import { InboundTrace } from './inbound-trace.ts';
import { PaymentSet, type PaymentRequest } from './order-payment.ts';
import { RequestFailed } from './request-failed.ts';
import { Suggestion, SuggestionList, type SuggestionDecision, type SuggestionQuery } from './suggestion.ts';
import {
  TableImportLine,
  type ImportTable,
  type TableImportOutcome,
  type TableImportRequest,
} from './table-import.ts';
import { UnroutedList } from './unrouted.ts';
import { McpLook, ToolList, ToolTried, type McpLookRequest, type ToolTryRequest } from './tool.ts';
import { CrawlTaken, WebsiteList, type CrawlRequest } from './website.ts';

type Fetch = (url: string, init: RequestInit) => Promise<Response>;
type Place = { readonly channelId: string; readonly conversationId: string };

/** Ambit's HTTP interface, typed. Every call rejects with RequestFailed when the server says no. */
export type AmbitClient = {
  conversations(query?: ConversationListQuery): Promise<ConversationList>;
  conversation(place: Place, query?: ConversationQuery): Promise<Conversation>;
  take(place: Place, request: TakeRequest): Promise<OwnerChanged>;
  giveBack(place: Place, request: GiveBackRequest): Promise<OwnerChanged>;
  reply(place: Place, request: ReplyRequest): Promise<ReplyTaken>;
  /** Tells what happened in the business's own systems. */
  tellEvent(event: BusinessEvent): Promise<BusinessEventTaken>;
  inbound(messageId: string): Promise<InboundTrace>;
  alarms(): Promise<AlarmList>;
  clearAlarm(alarmId: string): Promise<void>;
  unrouted(): Promise<UnroutedList>;
  channels(): Promise<ChannelList>;
  resumeChannel(channelId: string): Promise<void>;
  websites(): Promise<WebsiteList>;
  crawl(request: CrawlRequest): Promise<CrawlTaken>;
  /** The tools that the business declares. */
  tools(): Promise<ToolList>;
  /** Makes one real call of a tool. */
  tryTool(request: ToolTryRequest): Promise<ToolTried>;
  /** Asks an MCP server which tools it has. */
  lookAtMcp(request: McpLookRequest): Promise<McpLook>;
  suggestions(query?: SuggestionQuery): Promise<SuggestionList>;
  decideSuggestion(suggestionId: string, decision: SuggestionDecision): Promise<Suggestion>;
  status(): Promise<DeskStatus>;
  doctor(): Promise<DoctorReport>;
  calendars(): Promise<CalendarList>;
  leads(query?: LeadListQuery): Promise<LeadList>;
  businessVersions(): Promise<BusinessVersionList>;
  /** The files a version was made of; the newest without a number. */
  businessFiles(version?: number): Promise<BusinessFiles>;
  publish(request: PublishRequest): Promise<PublishOutcome>;
  /** Reads files into a built-in table. `onProgress`: told how many rows are done. */
  importTable(
    table: ImportTable,
    request: TableImportRequest,
    onProgress?: (done: number, of: number) => void,
  ): Promise<TableImportOutcome>;
  /** How the catalogue differs from those at Meta; `read`: reads those first. */
  catalogueDrift(query?: { read?: 'now' }): Promise<CatalogueReport>;
  setPayment(orderNumber: string, request: PaymentRequest): Promise<PaymentSet>;
  /** The whole database as a gzipped backup; whole only if its last line is there. */
  backup(signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  /** What changed, as it changes; ends when `signal` aborts or the server goes away. */
  feed(signal: AbortSignal): AsyncGenerator<FeedChange>;
};

/** `baseUrl`: where the desk listens, such as "http://127.0.0.1:7788". `token`: printed when Ambit starts. */
export function createAmbitClient(options: { baseUrl: string; token: string; fetch?: Fetch }): AmbitClient {
  const base = options.baseUrl.replace(/\/+$/, '');
  const send: Fetch = options.fetch ?? ((url, init) => fetch(url, init));

  async function request(path: string, init: RequestInit): Promise<Response> {
    const response = await send(`${base}/api${path}`, {
      ...init,
      headers: { authorization: `Bearer ${options.token}`, 'content-type': 'application/json' },
    });
    if (!response.ok) throw await failure(path, response);
    return response;
  }

  async function get<T extends z.ZodType>(schema: T, path: string): Promise<z.output<T>> {
    const response = await request(path, {});
    return schema.parse(await response.json());
  }

  async function post<T extends z.ZodType>(schema: T, path: string, body: unknown): Promise<z.output<T>> {
    const response = await request(path, { method: 'POST', body: JSON.stringify(body) });
    return schema.parse(await response.json());
  }

  return {
    conversations: (query = {}) => get(ConversationList, `/conversations${queryText(query)}`),
    conversation: (place, query = {}) => get(Conversation, `${pathOf(place)}${queryText(query)}`),
    take: (place, body) => post(OwnerChanged, `${pathOf(place)}/take`, body),
    giveBack: (place, body) => post(OwnerChanged, `${pathOf(place)}/give-back`, body),
    reply: (place, body) => post(ReplyTaken, `${pathOf(place)}/replies`, body),
    tellEvent: (body) => post(BusinessEventTaken, '/events', body),
    inbound: (messageId) => get(InboundTrace, `/inbound/${encodeURIComponent(messageId)}`),
    alarms: () => get(AlarmList, '/alarms'),
    clearAlarm: async (alarmId) => {
      await post(z.object({}), `/alarms/${encodeURIComponent(alarmId)}/clear`, {});
    },
    unrouted: () => get(UnroutedList, '/unrouted'),
    channels: () => get(ChannelList, '/channels'),
    resumeChannel: async (channelId) => {
      await post(z.object({}), `/channels/${encodeURIComponent(channelId)}/resume`, {});
    },
    websites: () => get(WebsiteList, '/websites'),
    crawl: (body) => post(CrawlTaken, '/websites/crawl', body),
    tools: () => get(ToolList, '/tools'),
    tryTool: (body) => post(ToolTried, '/tools/try', body),
    lookAtMcp: (body) => post(McpLook, '/tools/mcp', body),
    suggestions: (query = {}) => get(SuggestionList, `/suggestions${queryText(query)}`),
    decideSuggestion: (suggestionId, decision) =>
      post(Suggestion, `/suggestions/${encodeURIComponent(suggestionId)}/decide`, decision),
    status: () => get(DeskStatus, '/status'),
    doctor: () => get(DoctorReport, '/doctor'),
    calendars: () => get(CalendarList, '/calendars'),
    leads: (query = {}) => get(LeadList, `/leads${queryText(query)}`),
    businessVersions: () => get(BusinessVersionList, '/business/versions'),
    businessFiles: (version) => get(BusinessFiles, `/business/files${queryText({ version })}`),
    publish: (body) => post(PublishOutcome, '/business/versions', body),
    async importTable(table, body, onProgress) {
      const path = `/tables/${table}/import`;
      const response = await request(path, { method: 'POST', body: JSON.stringify(body) });
      if (response.body === null) throw new Error('The server did not say what became of the import');
      for await (const line of lines(response.body)) {
        const said = TableImportLine.parse(readJson(line));
        if (said.kind === 'failed') throw new Error(said.message);
        if (said.kind !== 'progress') return said;
        onProgress?.(said.done, said.of);
      }
      throw new Error('The connection ended before the server said what became of the import');
    },
    catalogueDrift: (query = {}) => get(CatalogueReport, `/catalogue/drift${queryText(query)}`),
    setPayment: (orderNumber, body) =>
      post(PaymentSet, `/orders/${encodeURIComponent(orderNumber)}/payment`, body),
    async backup(signal) {
      const response = await request('/backup', { signal });
      if (response.body === null) throw new Error('The server sent no backup');
      return response.body;
    },
    async *feed(signal) {
      const response = await request('/feed', { signal });
      if (response.body !== null) yield* feedChanges(response.body);
    },
  };
}

function pathOf({ channelId, conversationId }: Place): string {
  return `/conversations/${encodeURIComponent(channelId)}/${encodeURIComponent(conversationId)}`;
}

function queryText(query: Readonly<Record<string, string | number | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) given.set(name, String(value));
  return given.size === 0 ? '' : `?${given.toString()}`;
}

async function failure(path: string, response: Response): Promise<RequestFailed> {
  const text = await response.text();
  const known = z.string().transform(readJson).pipe(ApiError).safeParse(text);
  return new RequestFailed(
    path,
    response.status,
    known.success
      ? known.data.error
      : { code: 'failed', message: `HTTP ${response.status}`, fix: 'Look at the log of the server.' },
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* lines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of body) {
    held += decoder.decode(chunk, { stream: true });
    const whole = held.split('\n');
    held = whole.pop() ?? '';
    yield* whole;
  }
}

async function* feedChanges(body: ReadableStream<Uint8Array>): AsyncGenerator<FeedChange> {
  const decoder = new TextDecoder();
  let held = '';
  for await (const chunk of body) {
    held += decoder.decode(chunk, { stream: true });
    const blocks = held.split('\n\n');
    held = blocks.pop() ?? '';
    for (const block of blocks) {
      const line = block.split('\n').find((one) => one.startsWith('data:'));
      if (line !== undefined) yield FeedChange.parse(readJson(line.slice(5)));
    }
  }
}
