import { edgesOf } from '../flow-node.ts';
import type { LinkedFlow, LinkedNode } from '../flow.ts';
import { blocking, warning, type FlowCheck, type FlowFinding } from './flow-finding.ts';

/** How a node fails, whatever its kind. */
const failures = new Set(['failed', 'in-doubt', 'exceeded']);

/** What can be reached, what cannot be left, what fails without a person, and what turns in circles. */
export const checkGraph: FlowCheck = (flow) => {
  const start = flow.nodes.find(({ kind }) => kind === 'start')?.id ?? '';
  const reached = reachable([start], forward(flow));
  const back = backward(flow);
  const leaves = reachable(idsOf(flow, ['hand-off', 'resolve', 'end']), back);
  const toPerson = reachable(idsOf(flow, ['hand-off']), back);
  return [
    ...flow.nodes.flatMap((node): readonly FlowFinding[] => {
      if (!reached.has(node.id))
        return [
          warning('unreachable-node', node.id, 'no way leads here', 'lead an edge to it, or take it out'),
        ];
      return [
        ...(leaves.has(node.id)
          ? []
          : [
              blocking(
                'dead-end',
                node.id,
                'from here the flow never ends',
                'lead it to a node of kind end, resolve or hand-off',
              ),
            ]),
        ...edgesOf(node)
          .filter(([outcome, target]) => failures.has(outcome) && !toPerson.has(target))
          .map(([outcome]) =>
            blocking(
              'no-way-to-person',
              node.id,
              `when it comes out as "${outcome}", no way leads to a person`,
              'lead it to a node of kind hand-off',
            ),
          ),
      ];
    }),
    ...(toPerson.size === 0
      ? [
          blocking(
            'no-way-to-person',
            start,
            'no part of the flow leads to a person',
            'add a node of kind hand-off for what the flow cannot do',
          ),
        ]
      : []),
    ...loops(flow, start),
  ];
};

type Edges = ReadonlyMap<string, readonly string[]>;

function forward(flow: LinkedFlow): Edges {
  return new Map(flow.nodes.map((node) => [node.id, edgesOf(node).map(([, target]) => target)]));
}

function backward(flow: LinkedFlow): Edges {
  const back = new Map<string, string[]>();
  for (const node of flow.nodes)
    for (const [, target] of edgesOf(node)) back.set(target, [...(back.get(target) ?? []), node.id]);
  return back;
}

function reachable(from: readonly string[], edges: Edges): ReadonlySet<string> {
  const reached = new Set(from);
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const target of edges.get(id) ?? [])
      if (!reached.has(target)) {
        reached.add(target);
        open.push(target);
      }
  return reached;
}

function idsOf(flow: LinkedFlow, kinds: readonly LinkedNode['kind'][]): readonly string[] {
  return flow.nodes.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
}

/** A way back that is not a jump; each is found at the edge that closes the circle. */
function loops(flow: LinkedFlow, start: string): readonly FlowFinding[] {
  const edges = new Map(
    flow.nodes.map((node) => [
      node.id,
      edgesOf(node)
        .filter(([outcome]) => node.kind !== 'jump' || outcome !== 'then')
        .map(([, target]) => target),
    ]),
  );
  const found: FlowFinding[] = [];
  const done = new Set<string>();
  const entries = [start, ...flow.nodes.map(({ id }) => id)];
  for (const entry of entries) {
    const way: { readonly id: string; next: number }[] = [{ id: entry, next: 0 }];
    const onWay = new Set([entry]);
    if (done.has(entry)) continue;
    for (let at = way.at(-1); at !== undefined; at = way.at(-1)) {
      const target = edges.get(at.id)?.[at.next];
      at.next += 1;
      if (target === undefined) {
        done.add(at.id);
        onWay.delete(at.id);
        way.pop();
      } else if (onWay.has(target))
        found.push(
          blocking(
            'loop-without-bound',
            at.id,
            `it leads back to "${target}" without a limit`,
            'go back through a node of kind jump, which has a maximum',
          ),
        );
      else if (!done.has(target)) {
        onWay.add(target);
        way.push({ id: target, next: 0 });
      }
    }
  }
  return found;
}
