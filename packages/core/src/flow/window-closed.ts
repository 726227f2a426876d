import { edgesOf } from './flow-node.ts';
import type { LinkedFlow, LinkedNode } from './flow.ts';

/** The service window is open for so long after the customer's last word, less its margin, in minutes. */
const windowMinutes = 24 * 60 - 1;

/**
 * The nodes that would say something free-form where the service window is sure to be closed: after
 * waiting for longer than it lasts, or, `closedAtStart`, before the customer has said anything. Only
 * templates may go then.
 */
export function saidAfterWindow(flow: LinkedFlow, closedAtStart: boolean): readonly LinkedNode[] {
  const silent = longestSilence(flow, closedAtStart ? windowMinutes : 0);
  return flow.nodes.filter((node) => (silent.get(node.id) ?? 0) >= windowMinutes && isFreeForm(node));
}

/** For each node that can be reached: how long the customer may have been silent there at most, in minutes, up to the window. */
function longestSilence(flow: LinkedFlow, atStart: number): ReadonlyMap<string, number> {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const start = flow.nodes.find(({ kind }) => kind === 'start')?.id ?? '';
  const silent = new Map<string, number>([[start, atStart]]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    for (const [outcome, target] of edgesOf(node)) {
      const after = Math.min(windowMinutes, silenceAfter(node, outcome, silent.get(id) ?? 0));
      const before = silent.get(target);
      // How often a way back is taken is not known here; clearance looks again.
      const back = node.kind === 'jump' && outcome === 'then';
      if (before !== undefined && (back || before >= after)) continue;
      silent.set(target, after);
      open.push(target);
    }
  }
  return silent;
}

function silenceAfter(node: LinkedNode, outcome: string, before: number): number {
  switch (node.kind) {
    case 'ask':
    case 'choice':
    case 'pick':
      if (outcome === 'silent') return before + (node.silence?.minutes ?? 0);
      // An empty list is not asked about.
      return outcome === 'empty' ? before : 0;
    case 'wait':
      return outcome === 'timed-out' ? before + node.minutes : 0;
    case 'start':
    case 'message':
    case 'condition':
    case 'set':
    case 'tool':
    case 'knowledge':
    case 'model':
    case 'detect-language':
    case 'jump':
    case 'split':
    case 'consent':
    case 'hand-off':
    case 'resolve':
    case 'end':
      return before;
  }
}

function isFreeForm(node: LinkedNode): boolean {
  switch (node.kind) {
    case 'message':
      return node.say.kind !== 'template';
    case 'ask':
    case 'choice':
    case 'pick':
    case 'knowledge':
    case 'model':
      return true;
    case 'hand-off':
    case 'resolve':
      return node.text !== undefined;
    case 'start':
    case 'condition':
    case 'set':
    case 'tool':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'split':
    case 'consent':
    case 'end':
      return false;
  }
}
