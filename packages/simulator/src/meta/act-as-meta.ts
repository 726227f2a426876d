import { setFlowStatus } from '../flows/flow-webhook.ts';
import { suspendGroup, welcomeToGroup, leaveGroup } from '../groups/group-acts.ts';
import type { World } from '../world.ts';
import { actOnAccount } from './account-acts.ts';
import type { MetaAct } from './meta-act.ts';
import { actOnNumber } from './number-acts.ts';
import { actOnTemplate } from './template-acts.ts';
import { actOnThread } from './thread-acts.ts';

export type MetaOutcome = { kind: 'done' } | { kind: 'unknown'; what: string };

/** Does what only Meta can do. */
export function actAsMeta(world: World, act: MetaAct): MetaOutcome {
  switch (act.kind) {
    case 'approve-template':
    case 'reject-template':
    case 'recategorise-template':
    case 'rate-template':
    case 'pause-template':
    case 'disable-template':
    case 'reinstate-template':
    case 'hold-template':
    case 'release-template':
      return actOnTemplate(world, act);
    case 'restrict':
    case 'lock':
    case 'ban':
    case 'reinstate':
    case 'set-tier':
    case 'set-verified':
    case 'set-payment-method':
    case 'set-service-used':
    case 'set-direct-send':
    case 'set-international-authentication':
    case 'alert':
    case 'review-account':
      return actOnAccount(world, act);
    case 'rate-number':
    case 'set-throughput':
    case 'review-name':
      return actOnNumber(world, act);
    case 'agent-takes':
    case 'agent-passes':
    case 'agent-says':
    case 'owner-says':
    case 'sync-history':
      return actOnThread(world, act);
    case 'set-flow-status': {
      const flow = world.flows.find(act.flow);
      if (flow === undefined) return { kind: 'unknown', what: `flow ${act.flow}` };
      setFlowStatus(world, flow, act.status);
      return { kind: 'done' };
    }
    case 'join-group':
    case 'leave-group':
    case 'suspend-group': {
      const group = world.groups.find(act.group);
      if (group === undefined) return { kind: 'unknown', what: `group ${act.group}` };
      if (act.kind === 'suspend-group') {
        suspendGroup(world, group, act.suspended);
        return { kind: 'done' };
      }
      const customer = world.customers.find(act.customer);
      if (customer === undefined) return { kind: 'unknown', what: `customer ${act.customer}` };
      if (act.kind === 'join-group') welcomeToGroup(world, group, customer);
      else leaveGroup(world, group, customer);
      return { kind: 'done' };
    }
    case 'webhook':
      world.queue.enqueue([{ lane: `field|${act.field}`, field: act.field, value: act.value }]);
      return { kind: 'done' };
  }
}
