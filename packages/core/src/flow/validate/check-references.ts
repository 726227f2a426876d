import { suggestion } from '../../business/did-you-mean.ts';
import { compilePattern } from '../../slot/linear-pattern.ts';
import { variantFor } from '../../template/business-template.ts';
import { valuesOf } from '../../template/template-values.ts';
import { templateValues, type FlowContent } from '../flow-content.ts';
import type { LinkedFlow, LinkedNode } from '../flow.ts';
import { blocking, type FlowCheck, type FlowFinding, type FlowSurroundings } from './flow-finding.ts';

/** Whether the tools, templates, tasks, slot types and patterns that a flow names are there and fit. */
export const checkReferences: FlowCheck = (flow, around) =>
  flow.nodes.flatMap((node) => references(flow, node, around));

function references(flow: LinkedFlow, node: LinkedNode, around: FlowSurroundings): readonly FlowFinding[] {
  switch (node.kind) {
    case 'start':
      return node.triggers.flatMap((trigger) =>
        trigger.kind !== 'task' || around.tasks.includes(trigger.task)
          ? []
          : [
              blocking(
                'unknown-task',
                node.id,
                `there is no task "${trigger.task}"`,
                suggestion(trigger.task, around.tasks),
              ),
            ],
      );
    case 'tool':
      return toolFindings(node, around);
    case 'message':
      return node.say.kind === 'template' ? templateFindings(flow, node.id, node.say, around) : [];
    case 'ask':
      return slotFindings(node, around);
    case 'condition':
      return node.if.groups.flatMap(({ tests }) =>
        tests.flatMap((test) => (test.kind === 'pattern' ? patternFindings(node.id, test.pattern) : [])),
      );
    case 'knowledge':
      return around.hasKnowledge || node.optional === true
        ? []
        : [
            blocking(
              'no-knowledge',
              node.id,
              'there is no knowledge to answer from',
              'add a file such as knowledge/faq.md',
            ),
          ];
    case 'choice':
    case 'pick':
    case 'set':
    case 'model':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'consent':
    case 'split':
    case 'hand-off':
    case 'resolve':
    case 'end':
      return [];
  }
}

function toolFindings(
  node: Extract<LinkedNode, { kind: 'tool' }>,
  { tools }: FlowSurroundings,
): readonly FlowFinding[] {
  const tool = tools.find(({ name }) => name === node.tool);
  if (tool === undefined) {
    const names = tools.map(({ name }) => name);
    return [
      blocking('unknown-tool', node.id, `there is no tool "${node.tool}"`, suggestion(node.tool, names)),
    ];
  }
  const caught = node.to['answered'] !== undefined;
  return [
    ...(tool.effect === node.effect
      ? []
      : [
          blocking(
            'tool-effect',
            node.id,
            `"${tool.name}" ${tool.effect ? 'changes something' : 'changes nothing'}, but the node says otherwise`,
            `write "effect: ${tool.effect}"`,
          ),
        ]),
    ...Object.keys(node.input)
      .filter((input) => !tool.inputs.includes(input))
      .map((input) =>
        blocking(
          'unknown-tool',
          node.id,
          `"${tool.name}" takes no "${input}"`,
          suggestion(input, tool.inputs),
        ),
      ),
    ...tool.outcomes
      .filter((outcome) => !caught && node.to[outcome] === undefined)
      .map((outcome) =>
        blocking(
          'missing-edge',
          node.id,
          `"${tool.name}" may answer "${outcome}", which has no edge`,
          `say under "to" what follows "${outcome}"`,
        ),
      ),
    ...Object.keys(node.to)
      .filter((outcome) => !['failed', 'in-doubt', 'answered', ...tool.outcomes].includes(outcome))
      .map((outcome) =>
        blocking(
          'unknown-outcome',
          node.id,
          `"${tool.name}" never answers "${outcome}"`,
          suggestion(outcome, [...tool.outcomes, 'failed']),
        ),
      ),
  ];
}

function templateFindings(
  flow: LinkedFlow,
  node: string,
  say: Extract<FlowContent, { kind: 'template' }>,
  { templates }: FlowSurroundings,
): readonly FlowFinding[] {
  const template = templates.find(({ name }) => name === say.name);
  if (template === undefined) {
    const names = templates.map(({ name }) => name);
    const fix = names.length === 0 ? `add templates/${say.name}.yaml` : suggestion(say.name, names);
    return [blocking('unknown-template', node, `there is no template "${say.name}"`, fix)];
  }
  const wanted = valuesOf(template);
  const given = templateValues(say).map(([name]) => name);
  return [
    ...wanted
      .filter((name) => !given.includes(name))
      .map((name) =>
        blocking(
          'template-value',
          node,
          `"${say.name}" is not given its {{${name}}}`,
          `write it under "values", as ${name}: …`,
        ),
      ),
    ...given
      .filter((name) => !wanted.includes(name))
      .map((name) =>
        blocking(
          'template-value',
          node,
          `"${say.name}" has no {{${name}}}`,
          wanted.length === 0 ? 'take it out of "values"' : suggestion(name, wanted),
        ),
      ),
    ...flow.languages
      .filter((language) => variantFor(template, language) === undefined)
      .map((language) =>
        blocking(
          'template-language',
          node,
          `template "${say.name}" is not there in "${language}"`,
          `write it under "${language}:" in the template, or take the language out of the flow`,
        ),
      ),
  ];
}

function slotFindings(
  node: Extract<LinkedNode, { kind: 'ask' }>,
  { slotTypes }: FlowSurroundings,
): readonly FlowFinding[] {
  const { slot } = node;
  switch (slot.kind) {
    case 'pattern':
      return patternFindings(node.id, slot.pattern);
    case 'date':
    case 'days':
    case 'first-day':
    case 'money':
    case 'quantity':
    case 'phone':
    case 'email':
    case 'reach':
    case 'address':
    case 'location':
    case 'checkout':
    case 'when':
    case 'people':
    case 'name':
    case 'order-number':
    case 'order-proof':
      return slotTypes.includes(slot.kind)
        ? []
        : [
            blocking(
              'unknown-slot-type',
              node.id,
              `nothing reads a slot of kind "${slot.kind}" here`,
              suggestion(slot.kind, ['text', 'number', 'pattern', 'choice', 'yes-no', ...slotTypes]),
            ),
          ];
    case 'text':
    case 'number':
    case 'choice':
    case 'pick':
    case 'yes-no':
      return [];
  }
}

function patternFindings(node: string, pattern: string): readonly FlowFinding[] {
  const compiled = compilePattern(pattern);
  return compiled.kind === 'pattern'
    ? []
    : [blocking('wrong-pattern', node, `"${pattern}" is no pattern: ${compiled.why}`, 'correct the pattern')];
}
