import { edgesOf } from '../flow-node.ts';
import { fixedNames } from '../flow-values.ts';
import type { LinkedFlow, LinkedNode } from '../flow.ts';
import { blocking, warning, type FlowCheck, type FlowFinding } from './flow-finding.ts';
import { confirms, everySetOf, readsOf, setsOf } from './node-variables.ts';

/** Stands for "the customer agreed" among the variables; no variable can have this name. */
const agreed = '(agreed)';
const saidYes = '(said yes)';

/** Variables that are read before they are set, and changes that nobody was asked about. */
export const checkVariables: FlowCheck = (flow) => {
  const start = flow.nodes.find(({ kind }) => kind === 'start')?.id ?? '';
  const known = [...flow.given, ...fixedNames];
  const always = setOnEveryWay(flow, start, known);
  const sometimes = new Set([...known, ...flow.nodes.flatMap(everySetOf)]);
  return flow.nodes.flatMap((node): readonly FlowFinding[] => {
    const here = always.get(node.id);
    // What cannot be reached has its own finding.
    if (here === undefined) return [];
    const reads = new Map<string, boolean>();
    for (const { name, optional } of readsOf(node)) reads.set(name, (reads.get(name) ?? true) && optional);
    const unset = [...reads].flatMap(([name, optional]): readonly FlowFinding[] => {
      if (here.has(name)) return [];
      if (!sometimes.has(name))
        return [
          blocking(
            'unset-variable',
            node.id,
            `"${name}" is read, but nothing sets it`,
            'save it in an earlier node, or list it under "given"',
          ),
        ];
      return optional
        ? []
        : [
            warning(
              'maybe-unset-variable',
              node.id,
              `"${name}" is not set on every way that leads here`,
              'set it on each of them, or ask with a condition of kind set first',
            ),
          ];
    });
    const reserved = everySetOf(node)
      .filter((name) => fixedNames.includes(name))
      .map((name) =>
        blocking('reserved-variable', node.id, `"${name}" cannot be set by a flow`, 'use another name'),
      );
    const unasked =
      node.kind === 'tool' && node.effect && !here.has(agreed)
        ? [
            warning(
              'unconfirmed-effect',
              node.id,
              `"${node.tool}" changes something, but a way leads here on which nobody agreed to it`,
              'ask with a choice before it',
            ),
          ]
        : [];
    return [...unset, ...reserved, ...unasked, ...unagreed(flow, node, here.has(saidYes))];
  });
};

/** Consent that nobody gave, unless the business's own systems tell of one that was given elsewhere. */
function unagreed(flow: LinkedFlow, node: LinkedNode, hasAgreed: boolean): readonly FlowFinding[] {
  if (node.kind !== 'consent' || !node.given || hasAgreed) return [];
  const start = flow.nodes.find((each) => each.kind === 'start');
  const triggers = start?.kind === 'start' ? start.triggers : [];
  if (triggers.length > 0 && triggers.every(({ kind }) => kind === 'event')) return [];
  return [
    blocking(
      'unasked-consent',
      node.id,
      'a way leads here on which nobody agreed to be written to',
      'ask with a choice that names the business and what it will send',
    ),
  ];
}

/** For each node that can be reached: what is set on every way to it. The sets only get smaller, so this ends. */
function setOnEveryWay(
  flow: LinkedFlow,
  start: string,
  known: readonly string[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const always = new Map<string, ReadonlySet<string>>([[start, new Set(known)]]);
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = nodes.get(id);
    const here = always.get(id);
    if (node === undefined || here === undefined) continue;
    for (const [outcome, target] of edgesOf(node)) {
      const after = new Set([
        ...here,
        ...setsOf(node, outcome),
        ...(confirms(node, outcome) ? [agreed] : []),
        ...(node.kind === 'choice' && outcome !== 'no' && confirms(node, outcome) ? [saidYes] : []),
      ]);
      const before = always.get(target);
      const both = before === undefined ? after : new Set([...before].filter((name) => after.has(name)));
      if (before !== undefined && both.size === before.size) continue;
      always.set(target, both);
      open.push(target);
    }
  }
  return always;
}
