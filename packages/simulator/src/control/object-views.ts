import type { Flow } from '../flows/flow-store.ts';
import type { Group } from '../groups/group-store.ts';
import { bodyText } from '../templates/component.ts';
import type { Template } from '../templates/template.ts';
import type { World } from '../world.ts';

/** A template as the control panel shows it. */
export type TemplateView = Template & {
  readonly body: string;
  /** Sends held for its quality assessment. */
  readonly held: number;
};

export function templateView(world: World, template: Template): TemplateView {
  return {
    ...template,
    body: bodyText(template.components),
    held: world.held.get(template.id)?.length ?? 0,
  };
}

/** A flow as the control panel and the flow player show it. */
export type FlowView = Omit<Flow, 'sentThisHour'>;

export function flowView(flow: Flow): FlowView {
  const { sentThisHour: _hidden, ...shown } = flow;
  return shown;
}

/** A group as the control panel shows it. */
export type GroupView = Omit<Group, 'participants' | 'joinRequests'> & {
  readonly participants: readonly string[];
  readonly joinRequests: readonly { id: string; customer: string }[];
};

export function groupView(group: Group): GroupView {
  return {
    ...group,
    participants: [...group.participants],
    joinRequests: [...group.joinRequests].map(([id, customer]) => ({ id, customer })),
  };
}
