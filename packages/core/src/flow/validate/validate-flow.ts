import type { Flow } from '../flow.ts';
import { linkFlow } from '../link-flow.ts';
import { checkEdges } from './check-edges.ts';
import { checkForms } from './check-forms.ts';
import { checkGraph } from './check-graph.ts';
import { checkHosts } from './check-hosts.ts';
import { checkReferences } from './check-references.ts';
import { checkResults } from './check-results.ts';
import { checkSettings } from './check-settings.ts';
import { checkTexts } from './check-texts.ts';
import { checkVariables } from './check-variables.ts';
import { checkWindow } from './check-window.ts';
import { blocking, type FlowFinding, type FlowSurroundings } from './flow-finding.ts';

/**
 * Everything that is wrong with a flow in its business, node by node in the order of the flow. A
 * flow without a blocking finding never runs into a missing node, never turns in circles, and leads
 * to a person whenever it fails.
 */
export function validateFlow(flow: Flow, around: FlowSurroundings): readonly FlowFinding[] {
  const linked = linkFlow(flow, around.flows);
  if (linked.kind === 'problems')
    return linked.problems.map(({ node, message, fix }) => blocking('unknown-flow', node, message, fix));
  const edges = checkEdges(linked.flow, around);
  // Where edges lead nowhere, what can be reached says nothing.
  const graph = edges.some(
    ({ code }) => code === 'unknown-node' || code === 'no-start' || code === 'several-starts',
  )
    ? []
    : [
        ...checkGraph(linked.flow, around),
        ...checkVariables(linked.flow, around),
        ...checkWindow(linked.flow, around),
      ];
  const found = [
    ...edges,
    ...graph,
    ...checkTexts(linked.flow, around),
    ...checkReferences(linked.flow, around),
    ...checkResults(linked.flow, around),
    ...checkSettings(linked.flow, around),
    ...checkHosts(linked.flow, around),
    ...checkForms(linked.flow, around),
  ];
  const order = new Map(linked.flow.nodes.map(({ id }, place) => [id, place]));
  return found.toSorted((a, b) => (order.get(a.node) ?? 0) - (order.get(b.node) ?? 0));
}
