import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeProblem } from '../../packages/core/src/business/describe-problem.ts';
import { readYaml } from '../../packages/core/src/business/read-yaml.ts';
import { FlowNode } from '../../packages/core/src/flow/flow-node.ts';
import { parseFlow } from '../../packages/core/src/flow/parse-flow.ts';
import { validateFlow } from '../../packages/core/src/flow/validate/validate-flow.ts';
import { slotTypes } from '../../packages/core/src/slot/slot-types.ts';
import { readTemplates } from '../../packages/core/src/template/read-templates.ts';

const guide = readFileSync('docs/guide/flows.md', 'utf8');

/** The examples of the guide, as they are fenced. */
function fenced(mark: string): readonly string[] {
  return [...guide.matchAll(new RegExp(`^\`\`\`${mark}\\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, text]) => text ?? '',
  );
}

const nodes = fenced('yaml node').map((text) => ({ name: /id: (\S+)/.exec(text)?.[1] ?? '', text }));

test.each(nodes)('the node "$name" of the guide can be read', ({ text }) => {
  expect(readYaml('flows.md', text, FlowNode).problems.map((problem) => describeProblem(problem))).toEqual(
    [],
  );
});

test('the guide has an example of every kind of node', () => {
  const kinds = FlowNode.options.map((option) => [...option.shape.kind.values][0]);
  const shown = nodes.map(({ text }) => FlowNode.parse(readYaml('flows.md', text, FlowNode).value).kind);
  expect(kinds.filter((kind) => kind !== undefined && !shown.includes(kind))).toEqual([]);
});

test('the whole flow of the guide is sound', () => {
  const [whole = ''] = fenced('yaml');
  const parsed = parseFlow('flows.md', whole);
  const findings =
    parsed.kind === 'problems'
      ? parsed.problems
      : validateFlow(parsed.flow, {
          languages: ['en', 'es'],
          tools: [],
          templates: [],
          slotTypes: [...slotTypes.keys()],
          flows: [],
          tasks: ['book-table'],
          hasKnowledge: false,
        });
  expect(findings).toEqual([]);
});

const templates = readFileSync('docs/guide/templates.md', 'utf8');

test('the template of the guide has nothing that Meta would refuse', () => {
  const [, file = '', text = ''] = /^```yaml (templates\/\S+)\n(.*?)^```$/ms.exec(templates) ?? [];
  const read = readTemplates(new Map([[file, text]]), ['corner-bakery.example']);
  expect(read.problems.map((problem) => describeProblem(problem))).toEqual([]);
  expect(read.templates.map(({ name }) => name)).toEqual(['table_reminder']);
});
