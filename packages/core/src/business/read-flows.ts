import type { Flow } from '../flow/flow.ts';
import { linkFlow } from '../flow/link-flow.ts';
import { parseFlow } from '../flow/parse-flow.ts';
import type { FlowFinding, ToolSpec } from '../flow/validate/flow-finding.ts';
import { validateFlow } from '../flow/validate/validate-flow.ts';
import { slotTypes } from '../slot/slot-types.ts';
import type { BusinessTemplate } from '../template/business-template.ts';
import type { Task } from './business.ts';
import { suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';
import { packFlow, packFlowFile, readPackFlow } from './pack-flow.ts';

/** What the flows of a business are checked against. */
export type FlowFileSurroundings = {
  readonly languages: readonly string[];
  readonly tasks: readonly Task[];
  readonly tools: readonly ToolSpec[];
  readonly templates: readonly BusinessTemplate[];
  readonly hasKnowledge: boolean;
  /** Where links and files may lead; undefined where business.yaml could not be read. */
  readonly linkHosts?: readonly string[] | undefined;
  /** Where a task says its flow, by its id. */
  readonly places?: ReadonlyMap<string, { readonly file: string; readonly line: number }>;
  /** Findings that say nothing, as the files that they are about could not all be read. */
  readonly unsaid?: ReadonlySet<FlowFinding['code']>;
};

type ReadFlow = { readonly file: string; readonly flow: Flow; lineOf(node: string): number };

/**
 * Reads every `flows/*.yaml`, one flow each, and checks them in their business. Two files may hold
 * two versions of one flow. Sub-flows are put in their places, so that a version is what it was for
 * good. What an author may live with is not a problem here.
 */
export function readFlows(
  files: ReadonlyMap<string, string>,
  around: FlowFileSurroundings,
): { readonly flows: readonly Flow[]; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const read: ReadFlow[] = [];
  const flowFiles = [...files].filter(([file]) => isFlowFile(file)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  for (const [file, text] of flowFiles) {
    const parsed = parseFlow(file, text);
    if (parsed.kind === 'problems') problems.push(...parsed.problems);
    else read.push({ file, flow: parsed.flow, lineOf: (node) => parsed.lineOf(node) });
  }
  const own = new Set(read.map(({ flow }) => flow.id));
  for (const task of around.tasks) {
    const { pack, does, id, flow = id } = task;
    const parsed = pack === undefined ? undefined : readPackFlow(files, pack);
    // What a business has written itself takes the place of what comes with the pack.
    if (pack === undefined || parsed === undefined || does !== 'flow' || own.has(flow)) continue;
    const taken = packFlow(parsed, { ...task, pack }, around.languages);
    problems.push(...taken.problems);
    if (taken.flow !== undefined)
      read.push({ file: packFlowFile(pack), flow: taken.flow, lineOf: (node) => taken.lineOf(node) });
  }
  // A flow that could not be read would look as if it were not there.
  if (problems.length > 0) return { flows: [], problems };
  const flows = read.map(({ flow }) => flow);
  return {
    flows: flows.map((flow) => {
      const linked = linkFlow(flow, flows);
      return linked.kind === 'linked' ? { ...linked.flow, nodes: [...linked.flow.nodes] } : flow;
    }),
    problems: [
      ...read.flatMap((each, index) => flowProblems(each, index, flows, around)),
      ...taskProblems(around, flows),
    ],
  };
}

export function isFlowFile(file: string): boolean {
  return /^flows\/[^/]+\.yaml$/.test(file);
}

function flowProblems(
  { file, flow, lineOf }: ReadFlow,
  index: number,
  flows: readonly Flow[],
  around: FlowFileSurroundings,
): readonly FileProblem[] {
  const first = flows.findIndex(({ id, version }) => id === flow.id && version === flow.version);
  const repeated =
    first < index
      ? [
          {
            file,
            field: 'version',
            message: `version ${flow.version} of flow "${flow.id}" is already there`,
            fix: 'raise the version of the one that changed',
          },
        ]
      : [];
  const findings = validateFlow(flow, {
    languages: around.languages,
    tools: around.tools,
    templates: around.templates,
    slotTypes: [...slotTypes.keys()],
    flows,
    tasks: around.tasks.map(({ id }) => id),
    hasKnowledge: around.hasKnowledge,
    linkHosts: around.linkHosts,
  });
  const blocking = findings
    .filter(({ severity, code }) => severity === 'blocking' && around.unsaid?.has(code) !== true)
    .map(({ node, message, fix }) => ({
      file,
      // A node of a sub-flow is found at the node that names the sub-flow.
      line: lineOf(node.split('/')[0] ?? node),
      field: node,
      message,
      fix,
    }));
  return [...repeated, ...blocking];
}

function taskProblems(
  { tasks, places }: FlowFileSurroundings,
  flows: readonly Flow[],
): readonly FileProblem[] {
  const ids = flows.map(({ id }) => id);
  return tasks.flatMap(({ id, does, flow = id }) =>
    does !== 'flow' || ids.includes(flow)
      ? []
      : [
          {
            ...(places?.get(id) ?? { file: 'tasks' }),
            field: places?.has(id) === true ? 'flow' : id,
            message: `task "${id}" is carried out by flow "${flow}", which is not there`,
            fix: ids.length === 0 ? `add flows/${flow}.yaml` : suggestion(flow, ids),
          },
        ],
  );
}
