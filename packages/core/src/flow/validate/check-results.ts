import { suggestion } from '../../business/did-you-mean.ts';
import type { OutputField } from '../../tool/tool-output.ts';
import type { LinkedFlow, LinkedNode } from '../flow.ts';
import { pathsIn, unknownFormatsIn } from '../text-template.ts';
import { warning, type FlowCheck, type FlowFinding, type FlowSurroundings } from './flow-finding.ts';
import { everySetOf } from './node-variables.ts';

/** What a variable can hold, and the tool that says so. */
type Held = { readonly tool: string; readonly field: OutputField };

/**
 * Fields of a tool's answer that its file does not declare, and ways of writing a value that there are not. Both would
 * show nothing, or the bare value, and nobody would be told.
 */
export const checkResults: FlowCheck = (flow, around) => {
  const held = heldBy(flow, around);
  return flow.nodes.flatMap((node): readonly FlowFinding[] => [
    ...[...new Set(pathsOf(node))].flatMap((path) => missing(node.id, path, held)),
    ...unknownFormatsIn(JSON.stringify(node)).map((format) =>
      warning(
        'unknown-format',
        node.id,
        `"|${format}" is no way to write a value, so it is shown as it is`,
        suggestion(format, ['date', 'time', 'number', 'money', 'each', 'lines']),
      ),
    ),
  ]);
};

/** The variables that nothing but declared tools set. */
function heldBy({ nodes }: LinkedFlow, { tools }: FlowSurroundings): ReadonlyMap<string, Held> {
  const held = new Map<string, Held>();
  const others = new Set<string>();
  for (const node of nodes) {
    const spec = node.kind === 'tool' ? tools.find(({ name }) => name === node.tool) : undefined;
    for (const name of everySetOf(node)) {
      const before = held.get(name)?.field;
      const former = before?.type === 'group' ? before.fields : {};
      if (spec?.outputs === undefined) others.add(name);
      else
        held.set(name, {
          tool: spec.name,
          field: { type: 'group', at: '', required: true, fields: { ...former, ...spec.outputs } },
        });
    }
  }
  return new Map([...held].filter(([name]) => !others.has(name)));
}

function pathsOf(node: LinkedNode): readonly string[] {
  const named =
    node.kind === 'condition'
      ? node.if.groups.flatMap(({ tests }) => tests.map(({ variable }) => variable))
      : node.kind === 'ask' && node.slot.kind === 'pick'
        ? [node.slot.from]
        : [];
  return [...named, ...pathsIn(JSON.stringify(node))];
}

function missing(node: string, path: string, held: ReadonlyMap<string, Held>): readonly FlowFinding[] {
  const [root = '', ...rest] = path.split('.');
  const holder = held.get(root);
  if (holder === undefined) return [];
  let at: OutputField = holder.field;
  for (const step of rest) {
    if (at.type === 'list') {
      if (!/^\d+$/.test(step)) return [];
      at = at.each;
      continue;
    }
    if (at.type !== 'group') return [];
    const known = Object.keys(at.fields);
    const next: OutputField | undefined = Object.hasOwn(at.fields, step) ? at.fields[step] : undefined;
    if (next === undefined)
      return at === holder.field && step === 'kind'
        ? []
        : [
            warning(
              'unknown-output',
              node,
              `"${path}" is read, but "${holder.tool}" gives no "${step}"`,
              suggestion(step, known),
            ),
          ];
    at = next;
  }
  return [];
}
