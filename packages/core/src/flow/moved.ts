import type { SlotValue } from '../slot/slot-type.ts';
import { stop, withState, type Run, type Stepped } from './run.ts';

/** What a node came to: the next node, or the end of this step. */
export type Moved =
  | { readonly kind: 'go'; readonly run: Run; readonly to: string }
  | { readonly kind: 'stopped'; readonly stepped: Stepped };

export function go(run: Run, to: string): Moved {
  return { kind: 'go', run, to };
}

export function halt(stepped: Stepped): Moved {
  return { kind: 'stopped', stepped };
}

/** Follows the edge of an outcome that the author named. */
export function edge(run: Run, to: Readonly<Record<string, string>>, outcome: string, node: string): Moved {
  const target = Object.hasOwn(to, outcome) ? to[outcome] : undefined;
  return target === undefined ? halt(lost(run, `"${node}" has no edge for "${outcome}"`)) : go(run, target);
}

/** The flow cannot go on by itself: a person takes over. */
export function lost(run: Run, why: string): Stepped {
  return stop(run, { kind: 'handed-off', why: `Flow "${run.state.flow}": ${why}` });
}

export function withVariable(run: Run, name: string, value: SlotValue): Run {
  return withState(run, { variables: { ...run.state.variables, [name]: value } });
}
