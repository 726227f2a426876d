import type { World } from '../world.ts';
import type { Flow, FlowStatus } from './flow-store.ts';

/** Changes a flow's status and tells it in a `flows` webhook. */
export function setFlowStatus(world: World, flow: Flow, status: FlowStatus): void {
  const before = flow.status;
  if (before === status) return;
  flow.status = status;
  world.queue.enqueue([
    {
      lane: `flow|${flow.id}`,
      field: 'flows',
      value: {
        event: 'FLOW_STATUS_CHANGE',
        message: `Flow ${flow.name} has changed from ${before} to ${status}.`,
        flow_id: flow.id,
        old_status: before,
        new_status: status,
      },
    },
  ]);
  world.live.tell({ kind: 'account' });
}
