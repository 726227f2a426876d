import type { Moment, Step } from '../conversation/turn-state.ts';
import { pinText } from '../slot/location-slot.ts';
import { readyVersion, topFlow } from './open-flows.ts';
import { placeInFlow } from './run-flow.ts';

/** A pin on the map. */
type Pin = { readonly latitude: number; readonly longitude: number };

/** Gives a pin to the flow that asks for a place, or will; undefined when none does. */
export function pinInFlow(moment: Moment, pin: Pin): Step | undefined {
  const open = topFlow(moment.conversation);
  if (open === undefined || open.state.position.kind !== 'asking') return undefined;
  const ready = readyVersion(moment.business, open.state.flow, open.state.version);
  const node = ready?.nodes.get(open.state.position.node);
  const question =
    node?.kind === 'ask' || node?.kind === 'pick' || node?.kind === 'choice' ? node : undefined;
  const asksForPlace = question?.kind === 'ask' && question.slot.kind === 'location';
  return asksForPlace || question?.onward !== undefined ? placeInFlow(moment, pinText(pin)) : undefined;
}
