import type { FlowView } from '../control/object-views.ts';
import type { ThreadMessage } from '../thread-message.ts';
import { api } from './api.ts';
import { playFlow, type FlowStart } from './flow-player.ts';
import { recordsOf, textOf, type JsonRecord } from './json-value.ts';

/** Opens the flow a message carries. Throws if the simulator has no such flow. */
export async function openFlow(
  message: ThreadMessage,
  asked: { flowId: string; flowToken: string; data?: JsonRecord },
  opened: {
    businessName: string;
    phoneNumberId: string;
    host: HTMLElement;
    act: (action: JsonRecord) => Promise<unknown>;
  },
): Promise<void> {
  const { flows } = await api.flows();
  const flow = flows.find((one) => one.id === asked.flowId || one.name === asked.flowId);
  if (flow === undefined)
    throw new Error(`The message opens the flow ${asked.flowId}, which does not exist.`);
  const { bubble } = message;
  const fromBubble =
    bubble.kind === 'flow'
      ? { action: bubble.action, ...(bubble.screen === undefined ? {} : { screen: bubble.screen }) }
      : startOfTemplate(flow);
  const start: FlowStart = {
    flowToken: asked.flowToken,
    data: asked.data ?? {},
    ...fromBubble,
    isPreview: false,
  };
  play(flow, start, { ...opened, replyTo: message.wamid });
}

/** Plays a flow without a message, with the examples of its JSON as data; the answers go into the thread. */
export function previewFlow(
  flow: FlowView,
  opened: {
    businessName: string;
    phoneNumberId: string;
    host: HTMLElement;
    act: (action: JsonRecord) => Promise<unknown>;
  },
): void {
  const start: FlowStart = { flowToken: 'preview', data: {}, ...startOfTemplate(flow), isPreview: true };
  play(flow, start, { ...opened, replyTo: undefined });
}

function play(
  flow: FlowView,
  start: FlowStart,
  opened: {
    businessName: string;
    phoneNumberId: string;
    host: HTMLElement;
    act: (action: JsonRecord) => Promise<unknown>;
    replyTo: string | undefined;
  },
): void {
  const { businessName, phoneNumberId, host, act, replyTo } = opened;
  playFlow(
    flow,
    start,
    {
      businessName,
      exchange: (request) => api.exchangeFlow({ ...request, phoneNumberId }),
      finish: async (answers, flowToken) => {
        await act({
          kind: 'flow-reply',
          response: answers,
          flowToken,
          ...(replyTo === undefined ? {} : { replyTo }),
        });
      },
    },
    host,
  );
}

/** The button of a template says neither: with an endpoint the phone asks it, else it begins with the first screen. */
function startOfTemplate(flow: FlowView): { action: FlowStart['action']; screen?: string } {
  if (flow.endpointUri !== undefined && flow.json?.['data_api_version'] !== undefined)
    return { action: 'data_exchange' };
  return { action: 'navigate', screen: textOf(recordsOf(flow.json?.['screens'])[0]?.['id']) };
}
