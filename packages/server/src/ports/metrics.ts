import type { Outcome } from '@ambit/core/conversation/outcome';
import type { Call, CallResult } from '@ambit/core/conversation/call';
import type { Reaction, SendOutcome } from './channel.ts';
import type { ReceivedStatus, UnknownPart } from './received.ts';

type NoLabels = Readonly<Record<never, never>>;

/** What is written by one statement for many callers. */
export type Group = 'ingress' | 'statuses' | 'turn-commits' | 'send-records';

/** What only rises, with the labels of each. Every label is one of a closed set; none names a person. */
export type Counters = {
  readonly webhooks: { readonly answer: 200 | 400 | 401 | 403 | 404 | 405 | 413 | 503 };
  readonly unknownParts: { readonly what: UnknownPart['what'] };
  readonly messages: { readonly result: 'stored' | 'duplicate' };
  readonly statuses: { readonly status: ReceivedStatus['status'] };
  readonly turnsOpened: NoLabels;
  readonly turnsEnded: { readonly outcome: Outcome['kind'] | 'fenced' | 'threw' };
  readonly turnsReopened: NoLabels;
  readonly calls: { readonly kind: Call['kind']; readonly result: CallResult['kind'] };
  readonly modelCalls: {
    readonly asked: 'choose-task' | 'write-answer';
    readonly result: 'answered' | 'failed' | 'over-budget';
  };
  readonly modelTokens: { readonly direction: 'input' | 'output' };
  readonly modelTextsRejected: NoLabels;
  readonly drafts: { readonly decision: 'sending' | 'refused' | 'later' };
  readonly sends: { readonly outcome: SendOutcome['kind']; readonly reaction: Reaction['kind'] | 'none' };
  readonly rowsDeleted: {
    readonly what:
      | 'messages'
      | 'turns'
      | 'inbox'
      | 'journal'
      | 'statuses'
      | 'outbox'
      | 'media'
      | 'unrouted'
      | 'alarms'
      | 'model_usage'
      | 'carts'
      | 'appointment_news'
      | 'order_news'
      | 'subscriptions'
      | 'customers'
      | 'knowledge_questions'
      | 'knowledge_suggestions'
      | 'tickets'
      | 'leads';
  };
};

/** What is measured one by one. Seconds, but for sizes, which are numbers of rows. */
export type Histograms = {
  readonly ackSeconds: NoLabels;
  readonly groupSize: { readonly group: Group };
  readonly groupSeconds: { readonly group: Group };
  readonly turnSeconds: NoLabels;
  readonly callSeconds: { readonly kind: Call['kind'] };
  readonly sendSeconds: NoLabels;
  readonly messageToAcceptedSeconds: NoLabels;
};

/** What goes up and down; read when somebody looks. */
export type Gauges = {
  readonly outbox: { readonly status: 'queued' | 'retry' | 'sending' | 'unknown' };
  readonly mailboxes: { readonly state: 'waiting' | 'overdue' | 'leased' };
  readonly alarmsOpen: NoLabels;
  readonly poolConnections: { readonly state: 'in-use' | 'wanted' | 'limit' };
  readonly ready: NoLabels;
};

/** Where numbers go. Cheap enough for the hot path. */
export type Metrics = {
  count<N extends keyof Counters>(name: N, labels: Counters[N], by?: number): void;
  observe<N extends keyof Histograms>(name: N, labels: Histograms[N], value: number): void;
  set<N extends keyof Gauges>(name: N, labels: Gauges[N], value: number): void;
};

/** The numbers as Prometheus reads them. */
export type MetricsPage = { readonly contentType: string; read(): Promise<string> };
