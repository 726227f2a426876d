import { appointmentToolSpecs } from '@ambit/core/appointment/appointment-tools';
import type { Business } from '@ambit/core/business/business';
import { suggestion } from '@ambit/core/business/did-you-mean';
import type { FileProblem } from '@ambit/core/business/file-problem';
import { isFlowFile } from '@ambit/core/business/read-flows';
import type { Flow } from '@ambit/core/flow/flow';
import { parseFlow } from '@ambit/core/flow/parse-flow';
import { validateFlow } from '@ambit/core/flow/validate/validate-flow';
import { leadToolSpecs } from '@ambit/core/lead/lead-tools';
import { linkHosts } from '@ambit/core/order/link-hosts';
import { slotTypes } from '@ambit/core/slot/slot-types';
import { subscriptionToolSpecs } from '@ambit/core/subscription/subscription-tools';
import { orderToolSpecs } from '@ambit/core/tool/order-tools';
import { ownOrdersSpec } from '@ambit/core/tool/own-orders';
import { toolSpecs } from '@ambit/core/tool/tool-specs';

type ReadFlow = { readonly file: string; readonly flow: Flow; lineOf(node: string): number };

/** What an author of flows may live with. The parser keeps it to itself, as it refuses nothing for it. */
export function flowWarnings(files: ReadonlyMap<string, string>, business: Business): readonly FileProblem[] {
  const read = [...files]
    .filter(([file]) => isFlowFile(file))
    .flatMap(([file, text]): readonly ReadFlow[] => {
      const parsed = parseFlow(file, text);
      return parsed.kind === 'problems' ? [] : [{ ...parsed, file }];
    });
  const around = {
    languages: business.languages,
    tools: [
      ...toolSpecs(business.tools),
      ...leadToolSpecs,
      ownOrdersSpec,
      ...(files.has('data/orders.csv') ? orderToolSpecs : []),
      ...(files.has('data/resources.csv') ? appointmentToolSpecs : []),
      ...(files.has('data/subscriptions.csv') ? subscriptionToolSpecs : []),
    ],
    templates: business.templates,
    slotTypes: [...slotTypes.keys()],
    flows: read.map(({ flow }) => flow),
    tasks: business.agent.tasks.map(({ id }) => id),
    hasKnowledge: business.knowledge.length > 0,
    linkHosts: linkHosts(business),
  };
  return read.flatMap((each) => [
    ...validateFlow(each.flow, around)
      .filter(({ severity }) => severity === 'warning')
      .map(({ node, message, fix }) => ({
        file: each.file,
        // A node of a sub-flow is found at the node that names the sub-flow.
        line: each.lineOf(node.split('/')[0] ?? node),
        field: node,
        message,
        fix,
      })),
    ...neverRun(each, read, business),
    ...strangeTeams(each, business),
  ]);
}

/** A flow runs for a task, whatever triggers it; a flow of no task only as a part of another. */
function neverRun(
  { file, flow, lineOf }: ReadFlow,
  read: readonly ReadFlow[],
  { agent }: Business,
): readonly FileProblem[] {
  const ofTask = agent.tasks.some(({ does, id, flow: named = id }) => does === 'flow' && named === flow.id);
  const isPart = read.some(({ flow: { nodes } }) =>
    nodes.some((node) => node.kind === 'sub-flow' && node.flow === flow.id),
  );
  if (ofTask || isPart) return [];
  const start = flow.nodes.find(({ kind }) => kind === 'start')?.id ?? '';
  return [
    {
      file,
      line: lineOf(start),
      field: start,
      message: `no task runs this flow, so nothing ever starts it`,
      fix: `write a task with "does: flow" and "flow: ${flow.id}", or name it in a node of kind sub-flow`,
    },
  ];
}

/** A hand-off to a team that there is not goes to whom the routing says. */
function strangeTeams({ file, flow, lineOf }: ReadFlow, { teams }: Business): readonly FileProblem[] {
  const known = teams.map(({ id }) => id);
  if (known.length === 0) return [];
  return flow.nodes.flatMap((node) => {
    const queue = node.kind === 'hand-off' ? node.queue : undefined;
    return queue === undefined || queue.includes('{{') || known.includes(queue)
      ? []
      : [
          {
            file,
            line: lineOf(node.id),
            field: node.id,
            message: `there is no team "${queue}", so the routing decides who gets it`,
            fix: suggestion(queue, known),
          },
        ];
  });
}
