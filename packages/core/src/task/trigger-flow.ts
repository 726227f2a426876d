import type { Business, Task } from '../business/business.ts';
import { finish } from '../conversation/reply.ts';
import type { BusinessEvent } from '../conversation/settle-inputs.ts';
import type { Moment, Step } from '../conversation/turn-state.ts';
import { windowIsOpen } from '../conversation/window-open.ts';
import type { FlowNode } from '../flow/flow-node.ts';
import { saidAfterWindow } from '../flow/window-closed.ts';
import { newestFlow } from './open-flows.ts';
import { beginFlow } from './run-flow.ts';

type Trigger = Extract<FlowNode, { kind: 'start' }>['triggers'][number];

/** The task whose flow is started by something, as the newest version of the flow has it. */
function triggeredTask(business: Business, fits: (trigger: Trigger) => boolean): Task | undefined {
  return business.agent.tasks.find(({ does, id, flow = id }) => {
    const ready = does === 'flow' ? newestFlow(business, flow) : undefined;
    const start = ready?.nodes.get(ready.first);
    return start?.kind === 'start' && start.triggers.some(fits);
  });
}

/** The task that starts with an event of the business's own systems. */
export function taskOfEvent(business: Business, event: string): Task | undefined {
  return triggeredTask(business, (trigger) => trigger.kind === 'event' && trigger.event === event);
}

/** Whether a task's flow says nothing but templates until the customer has answered. */
export function beginsWithTemplates(business: Business, { id, flow = id }: Task): boolean {
  const ready = newestFlow(business, flow);
  return ready !== undefined && saidAfterWindow(ready.flow, true).length === 0;
}

/**
 * Starts the flow of the first event that has one, with what its details give. Once the service
 * window is closed only templates may go: where the flow would say anything else, nothing is said, and
 * people are told that the event waits.
 */
export function startByEvent(moment: Moment, events: readonly BusinessEvent[]): Step | undefined {
  const place = events.findIndex(({ event }) => taskOfEvent(moment.business, event) !== undefined);
  const first = events[place];
  const task = first === undefined ? undefined : taskOfEvent(moment.business, first.event);
  if (first === undefined || task === undefined) return undefined;
  const others = events.filter((each) => each !== first);
  if (windowIsOpen(moment) || beginsWithTemplates(moment.business, task)) {
    const told = withEventsLeft(moment, others);
    return beginFlow({ ...told, turn: { ...told.turn, unasked: true } }, task, '', first.details);
  }
  const closed = withAlarm(
    withEventsLeft(moment, others),
    'event-waiting',
    `"${first.event}" waits for a template: the service window of contact ${moment.turn.contactId} is closed`,
  );
  return finish(closed, closed.conversation, {
    outcome: { kind: 'ignored', rule: 'event-waits-for-template' },
  });
}

/** Tells people of events that came while something else had to be answered. */
export function withEventsLeft(moment: Moment, events: readonly BusinessEvent[]): Moment {
  return events.reduce(
    (told, { event }) =>
      withAlarm(
        told,
        'event-left',
        `"${event}" came while contact ${told.turn.contactId} was served otherwise`,
      ),
    moment,
  );
}

/** Starts the flow of the ad that the customer came through; undefined when none is for it. */
export function startByAd(moment: Moment, text: string): Step | undefined {
  const { ad } = moment.turn;
  if (ad === undefined) return undefined;
  const own = triggeredTask(moment.business, (trigger) => trigger.kind === 'ad-click' && trigger.ad === ad);
  const task =
    own ??
    triggeredTask(moment.business, (trigger) => trigger.kind === 'ad-click' && trigger.ad === undefined);
  return task === undefined ? undefined : beginFlow(moment, task, text);
}

function withAlarm(moment: Moment, kind: string, about: string): Moment {
  const { carried } = moment.turn;
  const alarms = [...carried.alarms, { kind, about }];
  return { ...moment, turn: { ...moment.turn, carried: { ...carried, alarms } } };
}
