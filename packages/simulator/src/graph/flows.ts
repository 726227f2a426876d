import { z } from 'zod';
import { checkFlowJson } from '../flows/check-flow-json.ts';
import { setFlowStatus } from '../flows/flow-webhook.ts';
import type { Flow } from '../flows/flow-store.ts';
import { mediumUrl, type World } from '../world.ts';
import {
  answered,
  chosen,
  refused,
  succeeded,
  unknownObject,
  type GraphCall,
  type GraphReply,
} from './call.ts';
import { flag, parsed } from './field.ts';
import { graphError } from './graph-error.ts';
import { paged } from './paging.ts';

const categories = z
  .array(
    z.enum([
      'SIGN_UP',
      'SIGN_IN',
      'APPOINTMENT_BOOKING',
      'LEAD_GENERATION',
      'CONTACT_US',
      'CUSTOMER_SUPPORT',
      'SURVEY',
      'SHOPPING',
      'OTHER',
    ]),
  )
  .min(1);
const NewFlow = z.looseObject({
  name: z.string().min(1).max(200),
  categories,
  clone_flow_id: z.string().optional(),
  endpoint_uri: z.url().optional(),
  flow_json: z.union([z.string(), z.looseObject({})]).optional(),
  publish: flag.optional(),
});
const FlowChange = z.looseObject({
  name: z.string().min(1).max(200).optional(),
  categories: categories.optional(),
  endpoint_uri: z.url().optional(),
});

/** `POST /{waba}/flows`. */
export function createFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return parsed(NewFlow, call.body, (asked) => {
    if (world.flows.all().some((flow) => flow.name === asked.name))
      return refused({
        ...graphError(100, `There is already a flow named ${asked.name}.`),
        subcode: 4016019,
      });
    const source = asked.clone_flow_id === undefined ? undefined : world.flows.find(asked.clone_flow_id);
    const flow: Flow = {
      id: world.ids.objectId(),
      name: asked.name,
      status: 'DRAFT',
      categories: asked.categories,
      endpointUri: asked.endpoint_uri ?? source?.endpointUri,
      json: source?.json,
      validationErrors: source?.validationErrors ?? [],
      previewToken: world.ids.code(24),
      createdMs: world.clock.nowMs(),
      sentThisHour: { hour: 0, count: 0 },
    };
    if (asked.flow_json !== undefined) takeJson(flow, asked.flow_json);
    world.flows.add(flow);
    if (asked.publish === true && flow.json !== undefined && flow.validationErrors.length === 0)
      setFlowStatus(world, flow, 'PUBLISHED');
    world.live.tell({ kind: 'account' });
    return answered({ id: flow.id, success: true, validation_errors: flow.validationErrors });
  });
}

/** `GET /{waba}/flows`. */
export function listFlows(world: World, call: GraphCall): GraphReply {
  const all = world.flows.all().map((flow) => chosen(onWire(world, flow), call.query));
  return answered(paged(all, call.query, `${world.address.url}${call.path}`));
}

/** `GET /{flow}`. */
export function getFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => answered(chosen(onWire(world, flow), call.query)));
}

/** `POST /{flow}`: name, categories, endpoint. */
export function updateFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) =>
    parsed(FlowChange, call.body, (change) => {
      flow.name = change.name ?? flow.name;
      flow.categories = change.categories ?? flow.categories;
      flow.endpointUri = change.endpoint_uri ?? flow.endpointUri;
      return succeeded();
    }),
  );
}

/** `DELETE /{flow}`: drafts only. */
export function deleteFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => {
    if (flow.status !== 'DRAFT') return refused(graphError(139004, 'Only drafts can be deleted.'));
    world.flows.remove(flow.id);
    world.live.tell({ kind: 'account' });
    return succeeded();
  });
}

/** `GET /{flow}/assets`: where the flow JSON can be fetched. */
export function getFlowAssets(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => {
    if (flow.json === undefined) return answered({ data: [] });
    const asset = world.media.add({
      id: `flow-${flow.id}`,
      mimeType: 'application/json',
      bytes: Buffer.from(JSON.stringify(flow.json)),
      from: 'business',
      nowMs: world.clock.nowMs(),
    });
    return answered({
      data: [{ name: 'flow.json', asset_type: 'FLOW_JSON', download_url: mediumUrl(world, asset.id) }],
    });
  });
}

/** `POST /{flow}/assets`: the flow JSON as a file. */
export function uploadFlowAssets(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => {
    const file = call.files.find((part) => part.name === 'file');
    if (file === undefined)
      return refused(graphError(100, 'The parameter file is required as multipart/form-data.'));
    if (flow.status !== 'DRAFT') return refused(graphError(139001, 'Only drafts can be changed.'));
    takeJson(flow, file.bytes.toString('utf8'));
    world.live.tell({ kind: 'account' });
    return answered({ success: true, validation_errors: flow.validationErrors });
  });
}

/** `POST /{flow}/publish`: once the JSON is there and without errors. */
export function publishFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => {
    if (flow.status !== 'DRAFT') return refused(graphError(139002, 'Only drafts can be published.'));
    if (flow.json === undefined || flow.validationErrors.length > 0)
      return refused(graphError(139002, 'The flow JSON is missing or has validation errors.'));
    if (flow.json['data_api_version'] !== undefined) {
      if (flow.endpointUri === undefined) return refused(graphError(139002, 'The flow has no endpoint_uri.'));
      if ([...world.lines.values()].every((line) => line.publicKey === undefined))
        return refused(graphError(139002, 'No number has a public key for the data endpoint.'));
    }
    setFlowStatus(world, flow, 'PUBLISHED');
    return succeeded();
  });
}

/** `POST /{flow}/deprecate`. */
export function deprecateFlow(world: World, call: GraphCall): GraphReply | Promise<GraphReply> {
  return withFlow(world, call, (flow) => {
    if (flow.status !== 'PUBLISHED' && flow.status !== 'THROTTLED' && flow.status !== 'BLOCKED')
      return refused(graphError(139003, 'Only published flows can be deprecated.'));
    setFlowStatus(world, flow, 'DEPRECATED');
    return succeeded();
  });
}

function withFlow(
  world: World,
  call: GraphCall,
  then: (flow: Flow) => GraphReply | Promise<GraphReply>,
): GraphReply | Promise<GraphReply> {
  const flow = world.flows.find(call.id);
  return flow === undefined ? unknownObject(call.id) : then(flow);
}

function takeJson(flow: Flow, given: unknown): void {
  const checked = checkFlowJson(given);
  flow.json = checked.json;
  flow.validationErrors = checked.errors;
}

function onWire(world: World, flow: Flow): Readonly<Record<string, unknown>> {
  const hasEndpoint = flow.json?.['data_api_version'] !== undefined;
  return {
    id: flow.id,
    name: flow.name,
    status: flow.status,
    categories: flow.categories,
    validation_errors: flow.validationErrors,
    ...(flow.json === undefined ? {} : { json_version: flow.json['version'] }),
    ...(hasEndpoint ? { data_api_version: flow.json?.['data_api_version'] } : {}),
    ...(flow.endpointUri === undefined ? {} : { endpoint_uri: flow.endpointUri }),
    preview: {
      preview_url: `${world.address.url}/flows/${flow.id}/preview?token=${flow.previewToken}`,
      expires_at: new Date(world.clock.nowMs() + 30 * 86_400_000).toISOString(),
    },
    health_status: {
      can_send_message:
        flow.status === 'BLOCKED' ? 'BLOCKED' : flow.status === 'THROTTLED' ? 'LIMITED' : 'AVAILABLE',
      entities: [
        {
          entity_type: 'FLOW',
          id: flow.id,
          can_send_message: flow.status === 'BLOCKED' ? 'BLOCKED' : 'AVAILABLE',
        },
      ],
    },
    whatsapp_business_account: { id: world.account.id, name: world.account.name },
    application: { id: world.account.appId, name: 'Simulated app' },
  };
}
