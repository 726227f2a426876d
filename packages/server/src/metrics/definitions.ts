import type { Counters, Gauges, Histograms } from '../ports/metrics.ts';

type Definition<Labels> = {
  readonly name: string;
  readonly help: string;
  readonly labels: readonly (keyof Labels & string)[];
};

/** Counters as Prometheus knows them. */
export const counters: { readonly [N in keyof Counters]: Definition<Counters[N]> } = {
  webhooks: { name: 'ambit_webhooks_total', help: 'Webhook requests by HTTP answer.', labels: ['answer'] },
  unknownParts: {
    name: 'ambit_webhook_unknown_total',
    help: 'What webhooks held that this version does not know; stored all the same.',
    labels: ['what'],
  },
  messages: {
    name: 'ambit_messages_received_total',
    help: "Customers' messages, stored or known already.",
    labels: ['result'],
  },
  statuses: {
    name: 'ambit_statuses_received_total',
    help: 'Delivery statuses from Meta, repeats included.',
    labels: ['status'],
  },
  turnsOpened: { name: 'ambit_turns_opened_total', help: 'Turns this node began to run.', labels: [] },
  turnsEnded: {
    name: 'ambit_turns_ended_total',
    help: 'Turns by outcome; fenced: another node, or a person, had taken over; threw: tried again later.',
    labels: ['outcome'],
  },
  turnsReopened: {
    name: 'ambit_turns_reopened_total',
    help: 'Turns that took in messages which came while they ran.',
    labels: [],
  },
  calls: {
    name: 'ambit_calls_total',
    help: 'Calls of turns by kind and by what came of them.',
    labels: ['kind', 'result'],
  },
  modelCalls: {
    name: 'ambit_model_calls_total',
    help: 'Calls of language models by what was asked and what came of it; over-budget: none was made.',
    labels: ['asked', 'result'],
  },
  modelTokens: {
    name: 'ambit_model_tokens_total',
    help: 'Tokens that the providers counted, of all attempts.',
    labels: ['direction'],
  },
  modelTextsRejected: {
    name: 'ambit_model_texts_rejected_total',
    help: 'Texts of models that failed the checks and were asked for once more.',
    labels: [],
  },
  drafts: {
    name: 'ambit_drafts_marked_total',
    help: 'What the sender decided of due drafts; refused: by policy; later: pace or budget.',
    labels: ['decision'],
  },
  sends: {
    name: 'ambit_sends_total',
    help: 'Calls to the Cloud API by outcome, and the reaction to a rejection.',
    labels: ['outcome', 'reaction'],
  },
  rowsDeleted: {
    name: 'ambit_rows_deleted_total',
    help: 'Rows deleted because their time of keeping was over.',
    labels: ['what'],
  },
};

/** Histograms as Prometheus knows them. */
export const histograms: {
  readonly [N in keyof Histograms]: Definition<Histograms[N]> & { readonly buckets: readonly number[] };
} = {
  ackSeconds: {
    name: 'ambit_webhook_ack_seconds',
    help: 'From the first byte of a webhook to its answer.',
    labels: [],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  groupSize: {
    name: 'ambit_group_rows',
    help: 'Rows written by one statement.',
    labels: ['group'],
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
  },
  groupSeconds: {
    name: 'ambit_group_seconds',
    help: 'How long such a statement took, waiting for a connection included.',
    labels: ['group'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
  },
  turnSeconds: {
    name: 'ambit_turn_seconds',
    help: 'From the start of a turn on this node to its commit.',
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  },
  callSeconds: {
    name: 'ambit_call_seconds',
    help: 'How long calls of turns took.',
    labels: ['kind'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1, 2.5, 5, 10],
  },
  sendSeconds: {
    name: 'ambit_send_seconds',
    help: 'How long the Cloud API took to answer a send.',
    labels: [],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
  },
  messageToAcceptedSeconds: {
    name: 'ambit_message_to_accepted_seconds',
    help: 'From the storing of the first message of a turn to its reply being accepted, both by this node; debounce included.',
    labels: [],
    buckets: [0.025, 0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 60, 300],
  },
};

/** Gauges as Prometheus knows them. */
export const gauges: { readonly [N in keyof Gauges]: Definition<Gauges[N]> } = {
  outbox: { name: 'ambit_outbox_messages', help: 'Messages of ours that are not over.', labels: ['status'] },
  mailboxes: {
    name: 'ambit_mailboxes',
    help: 'Conversations with messages waiting, overdue (for two minutes), or leased by a node.',
    labels: ['state'],
  },
  alarmsOpen: { name: 'ambit_alarms_open', help: 'Alarms at the desk that nobody has cleared.', labels: [] },
  poolConnections: {
    name: 'ambit_pool_connections',
    help: "This process's database connections in use; wanted: callers that wait for one; limit: AMBIT_POOL_SIZE.",
    labels: ['state'],
  },
  ready: { name: 'ambit_ready', help: '1 if this node takes traffic, else 0.', labels: [] },
};
