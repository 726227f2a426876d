import { z } from 'zod';
import { WireId, maybe } from '../webhook/wire-value.ts';
import type { CallResult } from './call-result.ts';
import { Flow, FlowAsset, FlowMetric, Validated, ValidationErrors } from './flow.ts';
import type { AccountAccess } from './graph-access.ts';
import { createGraphCaller, Success } from './graph-caller.ts';
import { pageOf, pagesOf, type Page } from './paging.ts';

const category = z.enum([
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'SHOPPING',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
]);

/** `flow_json`: the Flow JSON as text; `publish` needs it. `clone_flow_id`: a Flow to begin from. */
const FlowToCreate = z.strictObject({
  name: z.string().min(1).max(200),
  categories: z.array(category).min(1),
  clone_flow_id: z.string().optional(),
  endpoint_uri: z.url().optional(),
  flow_json: z.string().optional(),
  publish: z.boolean().optional(),
});
export type FlowToCreate = z.input<typeof FlowToCreate>;

const FlowChange = FlowToCreate.pick({ name: true, categories: true, endpoint_uri: true }).partial();
export type FlowChange = z.input<typeof FlowChange>;

const Created = z.looseObject({ id: WireId, validation_errors: ValidationErrors });
const Preview = z
  .object({ preview: z.object({ preview_url: z.string(), expires_at: maybe(z.string()) }) })
  .transform(({ preview }) => preview);
const Measured = z.object({ metric: FlowMetric }).transform(({ metric }) => metric);

/** `since` and `until`: days, as YYYY-MM-DD. */
export type FlowMetricQuery = {
  name:
    | 'ENDPOINT_REQUEST_COUNT'
    | 'ENDPOINT_REQUEST_ERROR'
    | 'ENDPOINT_REQUEST_ERROR_RATE'
    | 'ENDPOINT_REQUEST_LATENCY_SECONDS_CEIL'
    | 'ENDPOINT_AVAILABILITY';
  granularity: 'HOUR' | 'DAY' | 'LIFETIME';
  since?: string;
  until?: string;
};

type Succeeded = CallResult<{ success: true }>;

export type FlowsClient = {
  create(flow: FlowToCreate, signal: AbortSignal): Promise<CallResult<z.output<typeof Created>>>;
  list(signal: AbortSignal): AsyncGenerator<CallResult<Page<Flow>>, void, undefined>;
  get(flowId: string, signal: AbortSignal, fields?: string): Promise<CallResult<Flow>>;
  change(flowId: string, change: FlowChange, signal: AbortSignal): Promise<Succeeded>;
  /** Replaces the Flow JSON of a draft; what is wrong with it is in the result. */
  uploadJson(flowId: string, flowJson: string, signal: AbortSignal): Promise<CallResult<Validated>>;
  /** Where the Flow JSON can be read; the address needs no token. */
  assets(flowId: string, signal: AbortSignal): AsyncGenerator<CallResult<Page<FlowAsset>>, void, undefined>;
  /** Cannot be undone. */
  publish(flowId: string, signal: AbortSignal): Promise<Succeeded>;
  /** Takes a published Flow out of use. */
  deprecate(flowId: string, signal: AbortSignal): Promise<Succeeded>;
  /** Only a draft can be deleted. */
  delete(flowId: string, signal: AbortSignal): Promise<Succeeded>;
  /** `invalidate`: makes a new address; the old one no longer works. */
  preview(
    flowId: string,
    how: { invalidate: boolean },
    signal: AbortSignal,
  ): Promise<CallResult<z.output<typeof Preview>>>;
  metric(flowId: string, query: FlowMetricQuery, signal: AbortSignal): Promise<CallResult<FlowMetric>>;
};

/**
 * The Flows of one account.
 * Source: WhatsApp Flows docs, "Flows API"; Meta's OpenAPI file of the Business Messaging API, v23.0.
 */
export function createFlowsClient(options: AccountAccess): FlowsClient {
  const call = createGraphCaller(options);
  const path = [options.wabaId, 'flows'];
  const act = (flowId: string, edge: string, signal: AbortSignal) =>
    call({ method: 'POST', path: [flowId, edge], answer: Success }, signal);
  const postJson = <S extends z.ZodType>(
    to: readonly string[],
    json: object,
    { rules, answer }: { rules: z.ZodType; answer: S },
    signal: AbortSignal,
  ) => call({ method: 'POST', path: to, body: { kind: 'json', json, rules }, answer }, signal);

  return {
    create: (flow, signal) => postJson(path, flow, { rules: FlowToCreate, answer: Created }, signal),
    list: (signal) =>
      pagesOf((after) => call({ method: 'GET', path, query: { after }, answer: pageOf(Flow) }, signal)),
    get: (flowId, signal, fields) =>
      call({ method: 'GET', path: [flowId], query: { fields }, answer: Flow }, signal),
    change: (flowId, change, signal) =>
      postJson([flowId], change, { rules: FlowChange, answer: Success }, signal),
    uploadJson: (flowId, flowJson, signal) => {
      const form = new FormData();
      form.set('name', 'flow.json');
      form.set('asset_type', 'FLOW_JSON');
      form.set('file', new Blob([flowJson], { type: 'application/json' }), 'flow.json');
      const body = { kind: 'form', form } as const;
      return call({ method: 'POST', path: [flowId, 'assets'], body, answer: Validated }, signal);
    },
    assets: (flowId, signal) =>
      pagesOf((after) =>
        call(
          { method: 'GET', path: [flowId, 'assets'], query: { after }, answer: pageOf(FlowAsset) },
          signal,
        ),
      ),
    publish: (flowId, signal) => act(flowId, 'publish', signal),
    deprecate: (flowId, signal) => act(flowId, 'deprecate', signal),
    delete: (flowId, signal) => call({ method: 'DELETE', path: [flowId], answer: Success }, signal),
    preview: (flowId, { invalidate }, signal) =>
      call(
        {
          method: 'GET',
          path: [flowId],
          query: { fields: `preview.invalidate(${invalidate})` },
          answer: Preview,
        },
        signal,
      ),
    metric: (flowId, { name, granularity, since, until }, signal) => {
      const from = since === undefined ? '' : `.since(${since})`;
      const to = until === undefined ? '' : `.until(${until})`;
      const fields = `metric.name(${name}).granularity(${granularity})${from}${to}`;
      return call({ method: 'GET', path: [flowId], query: { fields }, answer: Measured }, signal);
    },
  };
}
