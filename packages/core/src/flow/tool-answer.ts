import type { SlotValue } from '../slot/slot-type.ts';
import type { FlowResult } from './flow-event.ts';
import { within } from './flow-values.ts';
import type { FlowNode } from './flow-node.ts';

type ToolNode = Extract<FlowNode, { kind: 'tool' }>;

/** What a tool's answer means for its node. `to`: the edge to take; undefined when the node has none for it. */
export type ToolAnswer =
  | { readonly kind: 'answered'; readonly output: SlotValue; readonly to: string }
  | { readonly kind: 'failed' | 'in-doubt'; readonly why: string; readonly to: string | undefined };

/** Reads a tool's answer by its `kind` and the fields that the node relies on; what has another shape has failed. */
export function readToolAnswer(node: ToolNode, result: FlowResult): ToolAnswer {
  const edge = (outcome: string): string | undefined =>
    Object.hasOwn(node.to, outcome) ? node.to[outcome] : undefined;
  switch (result.kind) {
    case 'tool-answered': {
      const kind = within(result.output, ['kind']);
      const reserved = kind === 'failed' || kind === 'in-doubt' || typeof kind !== 'string';
      const to = (reserved ? undefined : edge(kind)) ?? edge('answered');
      if (to === undefined) return unsure(node, `"${node.tool}" answered with an unknown kind`, edge);
      const says = typeof kind === 'string' && edge(kind) !== undefined && saysOnly(result.output, 'kind');
      const missing = Object.entries(says ? {} : node.result).find(
        ([path, type]) =>
          !isOfType(within(result.output, path.split('.')), type) && isExpected(result.output, path),
      );
      if (missing !== undefined)
        return unsure(node, `the answer of "${node.tool}" has no ${missing[1]} "${missing[0]}"`, edge);
      return { kind: 'answered', output: result.output, to };
    }
    case 'tool-failed':
      return unsure(node, `"${node.tool}" failed: ${result.why}`, edge);
    case 'in-doubt':
      return { kind: 'in-doubt', why: `"${node.tool}" is in doubt: ${result.why}`, to: edge('in-doubt') };
    case 'judged':
    case 'retrieved':
    case 'task-chosen':
    case 'transcribed':
    case 'answer-written':
    case 'over-budget':
    case 'phrased':
    case 'answer-phrased':
    case 'not-phrased':
      return unsure(node, `"${node.tool}" came back as ${result.kind}`, edge);
  }
}

/** A call that changes something may have done so before it failed: only a call that reads is known to have done nothing. */
function unsure(
  node: ToolNode,
  why: string,
  edge: (outcome: string) => string | undefined,
): Extract<ToolAnswer, { kind: 'failed' | 'in-doubt' }> {
  const doubt = node.effect ? edge('in-doubt') : undefined;
  if (doubt !== undefined) return { kind: 'in-doubt', why, to: doubt };
  return { kind: 'failed', why, to: edge('failed') };
}

/** An answer that is its kind and nothing else ("not-shown") has no fields to rely on: its edge is the answer. */
function saysOnly(output: SlotValue, field: string): boolean {
  return typeof output === 'object' && output !== null && Object.keys(output).every((each) => each === field);
}

/** A field inside a group that this answer does not have at all ("order.total" of a "not-shown") is not expected of it. */
function isExpected(output: SlotValue, path: string): boolean {
  const [group, ...rest] = path.split('.');
  return rest.length === 0 || within(output, [group ?? '']) !== undefined;
}

function isOfType(value: SlotValue | undefined, type: ToolNode['result'][string]): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return typeof value === 'number';
    case 'true-or-false':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value);
    case 'group':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
  }
}
