import type { Business } from '../business/business.ts';
import type { ConversationState, OpenFlow } from '../conversation/state.ts';
import type { Flow } from '../flow/flow.ts';
import { linkFlow } from '../flow/link-flow.ts';
import { prepareFlow, type FlowSetting, type ReadyFlow } from '../flow/ready-flow.ts';
import { dayMs, type Instant } from '../schedule/instant.ts';
import { linkHosts } from '../order/link-hosts.ts';
import { slotTypes } from '../slot/slot-types.ts';

/** So many flows may wait at once, the newest on top; what is put aside longest is forgotten first. */
const mostOpen = 3;

/** The flow a customer is in, if any: the newest of those that wait. */
export function topFlow(conversation: ConversationState): OpenFlow | undefined {
  return conversation.flows?.at(-1);
}

/** The conversation with this flow on top; gone from it once it is over. */
export function withFlow(conversation: ConversationState, open: OpenFlow): ConversationState {
  const others = (conversation.flows ?? []).filter(({ task }) => task !== open.task);
  const over = open.state.position.kind === 'over';
  const flows = over ? others : [...others, open].slice(-mostOpen);
  const flowQuestions = Math.max(conversation.flowQuestions ?? 0, open.state.asked);
  return { ...withoutFlows(conversation), ...(flows.length === 0 ? {} : { flows }), flowQuestions };
}

/** The conversation in no flow. How many questions flows have asked stays: old buttons must stay old. */
export function withoutFlows(conversation: ConversationState): ConversationState {
  const { flows: _flows, ...rest } = conversation;
  return rest;
}

/** Without questions asked more than a day ago, flows whose task is gone, and versions nobody has kept. */
export function withoutLapsedFlows(
  business: Business,
  conversation: ConversationState,
  at: Instant,
): ConversationState {
  const { flows } = conversation;
  if (flows === undefined) return conversation;
  const current = flows.filter(({ task, state, at: since }) => {
    const old = state.position.kind === 'asking' && at - since >= dayMs;
    const known = business.agent.tasks.some(({ id }) => id === task);
    return known && !old && readyVersion(business, state.flow, state.version) !== undefined;
  });
  if (current.length === flows.length) return conversation;
  return current.length === 0 ? withoutFlows(conversation) : { ...conversation, flows: current };
}

/** The newest version of a flow: what new conversations start with. */
export function newestFlow(business: Business, id: string): ReadyFlow | undefined {
  const [newest] = business.flows.filter((flow) => flow.id === id).toSorted((a, b) => b.version - a.version);
  return newest === undefined ? undefined : readyVersion(business, id, newest.version);
}

/** One version of a flow: what a conversation goes on with. */
export function readyVersion(business: Business, id: string, version: number): ReadyFlow | undefined {
  const known = prepared.get(business) ?? new Map<Flow, ReadyFlow>();
  prepared.set(business, known);
  const flow = business.flows.find((each) => each.id === id && each.version === version);
  if (flow === undefined) return undefined;
  const before = known.get(flow);
  if (before !== undefined) return before;
  const linked = linkFlow(flow, business.flows);
  if (linked.kind === 'problems') return undefined;
  const ready = prepareFlow(linked.flow, settingOf(business));
  known.set(flow, ready);
  return ready;
}

/** Making a flow ready takes longer than a turn; a business is never changed, only replaced. */
const prepared = new WeakMap<Business, Map<Flow, ReadyFlow>>();

function settingOf(business: Business): FlowSetting {
  return {
    businessName: business.name,
    timeZone: business.hours.timeZone,
    country: business.defaultCountry,
    currency: business.currency,
    slotTypes,
    linkHosts: linkHosts(business),
    templates: business.templates,
  };
}
