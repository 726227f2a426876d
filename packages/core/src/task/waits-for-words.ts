import type { Moment } from '../conversation/turn-state.ts';
import { readyVersion, topFlow } from './open-flows.ts';

/** Whether the open flow waits for whatever the customer writes next: "done" may be just that. */
export function waitsForWords({ business, conversation }: Moment): boolean {
  const open = topFlow(conversation);
  if (open?.state.position.kind !== 'waiting') return false;
  const ready = readyVersion(business, open.state.flow, open.state.version);
  const node = ready?.nodes.get(open.state.position.node);
  return node?.kind === 'wait' && node.hears === undefined;
}
