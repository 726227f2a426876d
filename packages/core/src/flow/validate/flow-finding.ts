import type { BusinessTemplate } from '../../template/business-template.ts';
import type { OutputField } from '../../tool/tool-output.ts';
import type { Flow, LinkedFlow } from '../flow.ts';

/**
 * Something wrong with a flow, at a node. A `blocking` one keeps it from being published; `fix` says
 * what to do, in one sentence.
 */
export type FlowFinding = {
  readonly code:
    | 'no-start'
    | 'several-starts'
    | 'unknown-node'
    | 'missing-edge'
    | 'unknown-outcome'
    | 'unreachable-node'
    | 'dead-end'
    | 'no-way-to-person'
    | 'loop-without-bound'
    | 'missing-translation'
    | 'missing-language'
    | 'unknown-language'
    | 'unset-variable'
    | 'maybe-unset-variable'
    | 'reserved-variable'
    | 'title-too-long'
    | 'text-too-long'
    | 'same-title'
    | 'unknown-tool'
    | 'tool-effect'
    | 'unknown-slot-type'
    | 'unknown-template'
    | 'template-value'
    | 'template-language'
    | 'window-closed'
    | 'unknown-flow'
    | 'unknown-task'
    | 'no-knowledge'
    | 'wrong-pattern'
    | 'unconfirmed-effect'
    | 'unasked-consent'
    | 'unknown-host'
    | 'form-unheard'
    | 'unknown-output'
    | 'unknown-format';
  readonly node: string;
  readonly message: string;
  readonly fix: string;
  readonly severity: 'blocking' | 'warning';
};

/**
 * A tool as flows know it. `outcomes`: the kinds its answer may have; none when it has no kinds. `outputs`: the
 * fields its answers may have, where a file of the business declares them.
 */
export type ToolSpec = {
  readonly name: string;
  readonly effect: boolean;
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
  readonly outputs?: Readonly<Record<string, OutputField>> | undefined;
};

/**
 * What a flow is checked against: the business around it. `flows`: those it may name, itself
 * included or not; `slotTypes`: names of the types that are there beside the built-in ones.
 */
export type FlowSurroundings = {
  readonly languages: readonly string[];
  readonly tools: readonly ToolSpec[];
  readonly templates: readonly BusinessTemplate[];
  readonly slotTypes: readonly string[];
  readonly flows: readonly Flow[];
  readonly tasks: readonly string[];
  readonly hasKnowledge: boolean;
  /** Where links and files may lead; left out, that is not looked at. */
  readonly linkHosts?: readonly string[] | undefined;
};

/** One check over a flow whose sub-flows are in their places. */
export type FlowCheck = (flow: LinkedFlow, around: FlowSurroundings) => readonly FlowFinding[];

/** A finding that keeps a flow from being published. */
export function blocking(code: FlowFinding['code'], node: string, message: string, fix: string): FlowFinding {
  return { code, node, message, fix, severity: 'blocking' };
}

/** A finding that an author may live with. */
export function warning(code: FlowFinding['code'], node: string, message: string, fix: string): FlowFinding {
  return { code, node, message, fix, severity: 'warning' };
}
