import type { Business } from '../business/business.ts';
import { agreesTo } from '../conversation/consents.ts';
import { finish } from '../conversation/reply.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import type { FlowNode } from '../flow/flow-node.ts';
import type { ReadyFlow } from '../flow/ready-flow.ts';
import { dayMs } from '../schedule/instant.ts';
import type { TemplateCategory } from '../template/business-template.ts';
import { newestFlow, topFlow } from './open-flows.ts';
import { beginFlow } from './run-flow.ts';

type Schedule = Extract<
  Extract<FlowNode, { kind: 'start' }>['triggers'][number],
  { readonly kind: 'schedule' }
>;

/**
 * A flow that begins at times of its own, with every customer who agreed to the category of what it
 * sends. `timer`: the name under which a conversation's own timer carries it.
 */
export type ScheduledFlow = {
  readonly task: string;
  readonly timer: string;
  readonly schedules: readonly Schedule[];
  readonly purpose: TemplateCategory;
};

/** Every flow of the business that has a schedule. */
export function scheduledFlows(business: Business): readonly ScheduledFlow[] {
  return business.agent.tasks.flatMap(({ id, does, flow = id }) => {
    const ready = does === 'flow' ? newestFlow(business, flow) : undefined;
    const start = ready?.nodes.get(ready.first);
    if (ready === undefined || start?.kind !== 'start') return [];
    const schedules = start.triggers.filter((trigger) => trigger.kind === 'schedule');
    if (schedules.length === 0) return [];
    return [{ task: id, timer: `schedule:${id}`, schedules, purpose: purposeOf(business, ready) }];
  });
}

/** One promotion makes all of it promotional. */
function purposeOf({ templates }: Business, { flow }: ReadyFlow): TemplateCategory {
  const sent = flow.nodes.flatMap((node) =>
    node.kind === 'message' && node.say.kind === 'template' ? [node.say.name] : [],
  );
  return templates.some(({ name, category }) => category === 'marketing' && sent.includes(name))
    ? 'marketing'
    : 'utility';
}

/** Of flows whose time has come together, the next begins so much after the one before. */
const apartMs = 60_000;

/**
 * Starts the flow whose time has come; undefined when none of the timers is one's. Of several the first begins, and
 * the others get their turn later. Nothing is said to somebody who no longer agrees, or who is being asked something.
 */
export function startBySchedule(before: Moment, timers: readonly string[]): Step | undefined {
  const { business, conversation, at } = before;
  if (!timers.some((name) => name.startsWith('schedule:'))) return undefined;
  const [due, ...others] = scheduledFlows(business).filter(({ timer }) => timers.includes(timer));
  const setTimers = others.map(({ timer }, place) => ({ name: timer, dueAt: at + (place + 1) * apartMs }));
  const carried = { ...before.turn.carried, setTimers };
  const moment = { ...before, turn: { ...before.turn, carried } };
  const task = business.agent.tasks.find(({ id }) => id === due?.task);
  const left = (rule: string): Step => finish(moment, conversation, { outcome: { kind: 'ignored', rule } });
  if (due === undefined || task === undefined) return left('schedule-gone');
  if (!agreesTo(conversation, due.purpose)) return left('schedule-without-consent');
  const open = topFlow(conversation);
  const asked = open?.state.position.kind === 'asking' && at - open.at < dayMs;
  if (asked || conversation.pending !== undefined) return left('schedule-while-asking');
  return beginFlow({ ...moment, turn: { ...moment.turn, unasked: true } }, task, '');
}
