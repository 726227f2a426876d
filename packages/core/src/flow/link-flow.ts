import type { Flow, LinkedFlow, LinkedNode } from './flow.ts';
import type { FlowNode } from './flow-node.ts';

/** Why a flow cannot be put together, at which of its nodes. */
export type LinkProblem = { readonly node: string; readonly message: string; readonly fix: string };

export type LinkResult =
  | { readonly kind: 'linked'; readonly flow: LinkedFlow }
  | { readonly kind: 'problems'; readonly problems: readonly LinkProblem[] };

const deepest = 5;
const mostNodes = 1_000;

/**
 * Puts sub-flows in their places: their nodes get the place before their ids, their `end` is the
 * node that follows. The result runs by itself, so a conversation that started with it is not
 * touched by later versions of its parts. `others`: the flows it may name, newest version of each.
 */
export function linkFlow(flow: Flow, others: readonly Flow[]): LinkResult {
  const problems: LinkProblem[] = [];
  const nodes = inline(flow, others, { place: '', inside: [flow.id], problems });
  if (nodes.length > mostNodes)
    problems.push({
      node: flow.nodes[0]?.id ?? '',
      message: `with its sub-flows the flow has ${nodes.length} nodes`,
      fix: `keep it to ${mostNodes}`,
    });
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'linked', flow: { ...flow, nodes } };
}

type Place = { readonly place: string; readonly inside: readonly string[]; readonly problems: LinkProblem[] };

function inline(
  flow: Flow,
  others: readonly Flow[],
  { place, inside, problems }: Place,
): readonly LinkedNode[] {
  const entries = new Map<string, string>();
  const parts: LinkedNode[] = [];
  for (const node of flow.nodes) {
    if (node.kind !== 'sub-flow') continue;
    const here = `${place}${node.id}`;
    const sub = subFlow(node, others, inside);
    if ('message' in sub) {
      problems.push({ ...sub, node: here });
      continue;
    }
    const inner = inline(sub, others, { place: `${here}/`, inside: [...inside, sub.id], problems });
    const start = inner.find(({ kind }) => kind === 'start');
    if (start?.kind !== 'start') {
      problems.push({
        node: here,
        message: `flow "${sub.id}" has no start`,
        fix: 'add a node of kind start to it',
      });
      continue;
    }
    const ends = new Set(
      inner
        .filter(({ id, kind }) => kind === 'end' && !id.slice(here.length + 1).includes('/'))
        .map(({ id }) => id),
    );
    const follows = `${place}${node.to.ended}`;
    entries.set(node.id, ends.has(start.to.then) ? follows : start.to.then);
    parts.push(
      ...inner
        .filter(({ id }) => id !== start.id && !ends.has(id))
        .map((each) => moved(each, each.id, (target) => (ends.has(target) ? follows : target))),
    );
  }
  const own = flow.nodes.flatMap((node): readonly LinkedNode[] =>
    node.kind === 'sub-flow' ? [] : [moved(node, `${place}${node.id}`, (target) => `${place}${target}`)],
  );
  // A sub-flow that follows another is entered through the first node of its own.
  const redirect = (target: string): string => followed(target, place, entries);
  return [...own, ...parts].map((node) => moved(node, node.id, redirect));
}

function followed(target: string, place: string, entries: ReadonlyMap<string, string>): string {
  let at = target;
  for (let count = 0; count <= entries.size; count += 1) {
    const entry = at.startsWith(place) ? entries.get(at.slice(place.length)) : undefined;
    if (entry === undefined) return at;
    at = entry;
  }
  return at;
}

function subFlow(
  node: Extract<FlowNode, { kind: 'sub-flow' }>,
  others: readonly Flow[],
  inside: readonly string[],
): Flow | { readonly message: string; readonly fix: string } {
  if (inside.includes(node.flow))
    return { message: `flow "${node.flow}" would contain itself`, fix: 'go back with a jump instead' };
  if (inside.length >= deepest)
    return { message: 'flows are nested too deeply', fix: `keep to ${deepest} levels` };
  const found = others.filter(({ id }) => id === node.flow).toSorted((a, b) => b.version - a.version)[0];
  return (
    found ?? {
      message: `there is no flow "${node.flow}"`,
      fix: `add flows/${node.flow}.yaml, or name one that is there`,
    }
  );
}

/** The node with another id and with its edges led elsewhere. */
function moved(node: LinkedNode, id: string, lead: (target: string) => string): LinkedNode {
  switch (node.kind) {
    case 'start':
    case 'message':
    case 'set':
    case 'model':
    case 'consent':
      return { ...node, id, to: { then: lead(node.to.then) } };
    case 'ask': {
      const { filled, failed, skipped, onward, silent } = node.to;
      return {
        ...node,
        id,
        to: {
          filled: lead(filled),
          failed: lead(failed),
          ...(skipped === undefined ? {} : { skipped: lead(skipped) }),
          ...(onward === undefined ? {} : { onward: lead(onward) }),
          ...(silent === undefined ? {} : { silent: lead(silent) }),
        },
      };
    }
    case 'pick': {
      const { picked, failed, empty, none, more, refined, onward, silent } = node.to;
      return {
        ...node,
        id,
        to: {
          picked: lead(picked),
          failed: lead(failed),
          empty: lead(empty),
          ...(none === undefined ? {} : { none: lead(none) }),
          ...(more === undefined ? {} : { more: lead(more) }),
          ...(refined === undefined ? {} : { refined: lead(refined) }),
          ...(onward === undefined ? {} : { onward: lead(onward) }),
          ...(silent === undefined ? {} : { silent: lead(silent) }),
        },
      };
    }
    case 'condition':
      return { ...node, id, to: { yes: lead(node.to.yes), no: lead(node.to.no) } };
    case 'knowledge': {
      const { answered, unknown, failed } = node.to;
      return { ...node, id, to: { answered: lead(answered), unknown: lead(unknown), failed: lead(failed) } };
    }
    case 'detect-language':
      return { ...node, id, to: { spoken: lead(node.to.spoken), other: lead(node.to.other) } };
    case 'wait':
      return { ...node, id, to: { replied: lead(node.to.replied), 'timed-out': lead(node.to['timed-out']) } };
    case 'jump':
      return { ...node, id, to: { then: lead(node.to.then), exceeded: lead(node.to.exceeded) } };
    case 'choice':
    case 'tool':
    case 'split':
      return { ...node, id, to: mapped(node.to, lead) };
    case 'hand-off':
    case 'resolve':
    case 'end':
      return { ...node, id };
  }
}

function mapped(
  to: Readonly<Record<string, string>>,
  lead: (target: string) => string,
): Record<string, string> {
  return Object.fromEntries(Object.entries(to).map(([outcome, target]) => [outcome, lead(target)]));
}
