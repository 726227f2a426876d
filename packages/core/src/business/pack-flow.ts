import { z } from 'zod';
import { Flow } from '../flow/flow.ts';
import { parseFlow, type ParsedFlow } from '../flow/parse-flow.ts';
import type { SlotValue } from '../slot/slot-type.ts';
import type { Task } from './business.ts';
import { suggestion } from './did-you-mean.ts';
import type { FileProblem } from './file-problem.ts';
import { readYaml } from './read-yaml.ts';

/** The flow of a pack, made a task's own. */
export type PackFlow = {
  readonly flow: Flow | undefined;
  readonly problems: readonly FileProblem[];
  lineOf(node: string): number;
};

/** Where a pack keeps its flow. */
export function packFlowFile(pack: string): string {
  return `packs/${pack}/flow.yaml`;
}

/** The flow.yaml of a pack that works as another pack does, with settings of its own. */
const LikeFlow = z.strictObject({
  id: z.string().min(1),
  like: z.string().min(1),
  with: z.record(z.string(), z.json()).default({}),
});

/**
 * The flow of a pack: its own, or that of the pack that it is `like`, under its name and with its settings
 * over the other's. `files`: by path. Undefined where the pack has none.
 */
export function readPackFlow(files: ReadonlyMap<string, string>, pack: string): ParsedFlow | undefined {
  const file = packFlowFile(pack);
  const text = files.get(file);
  if (text === undefined || !/^like:/mu.test(text))
    return text === undefined ? undefined : parseFlow(file, text);
  const { value, problems, lineOf } = readYaml(file, text, LikeFlow);
  if (value === undefined || problems.length > 0) return { kind: 'problems', problems };
  const other = files.get(packFlowFile(value.like));
  if (other === undefined || /^like:/mu.test(other)) {
    const fix = 'name a pack that has nodes in its flow.yaml';
    const message = `there is no flow of pack "${value.like}" to work like`;
    return { kind: 'problems', problems: [{ file, line: lineOf(['like']), field: 'like', message, fix }] };
  }
  const parsed = parseFlow(packFlowFile(value.like), other);
  if (parsed.kind === 'problems') return parsed;
  const { flow } = parsed;
  const unknown = Object.keys(value.with).find((name) => !Object.hasOwn(flow.with ?? {}, name));
  if (unknown !== undefined) {
    const fix = suggestion(unknown, Object.keys(flow.with ?? {}));
    const message = `pack "${value.like}" has no setting "${unknown}"`;
    return {
      kind: 'problems',
      problems: [{ file, line: lineOf(['with', unknown]), field: 'with', message, fix }],
    };
  }
  return {
    ...parsed,
    flow: {
      ...flow,
      id: value.id,
      with: { ...flow.with, ...value.with },
      nodes: flow.nodes.map((node) => startedBy(node, flow.id, value.id)),
    },
  };
}

/**
 * Makes the flow of a pack the flow of a task: under its name, started by it, in the languages of the
 * business that the pack has. What the pack has under `with` counts where the task says nothing; the task must
 * give what is `null` there. `parsed`: the pack's flow.yaml.
 */
export function packFlow(
  parsed: ParsedFlow,
  task: Task & { readonly pack: string },
  languages: readonly string[],
): PackFlow {
  if (parsed.kind === 'problems') return { flow: undefined, problems: parsed.problems, lineOf: () => 1 };
  const given = settings(task, parsed.flow);
  const spoken = spokenOf(parsed.flow.languages, languages);
  const lineOf = (node: string): number => parsed.lineOf(node);
  if (given.problems.length > 0) return { flow: undefined, problems: given.problems, lineOf };
  const { id, version, nodes, given: variables } = parsed.flow;
  return {
    flow: Flow.parse({
      id: task.flow ?? task.id,
      version,
      languages: spoken,
      given: variables,
      with: inLanguages(given.values, parsed.flow.languages, spoken),
      pack: task.pack,
      nodes: nodes.map((node) => inLanguages(startedBy(node, id, task.id), parsed.flow.languages, spoken)),
    }),
    problems: [],
    lineOf,
  };
}

/** What the task gives, over what the pack has. */
function settings(
  task: Task,
  { with: declared = {}, choices = {} }: Pick<Flow, 'with' | 'choices'>,
): { readonly values: Record<string, SlotValue>; readonly problems: readonly FileProblem[] } {
  const given = task.with ?? {};
  const names = Object.keys(declared);
  const note = (name: string, message: string, fix: string): FileProblem => ({
    file: 'tasks',
    field: `${task.id}.with.${name}`,
    message,
    fix,
  });
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  const missing = names.filter((name) => declared[name] === null && given[name] === undefined);
  const values: Record<string, SlotValue> = { ...declared, ...given };
  const chosen = Object.entries(choices).flatMap(([name, allowed]): readonly FileProblem[] => {
    const value = values[name];
    if (value === declared[name]) return [];
    const chosenValue = typeof value === 'string' ? value : JSON.stringify(value);
    const needed = allowed[chosenValue];
    if (needed === undefined)
      return [note(name, `"${name}" cannot be that`, suggestion(chosenValue, Object.keys(allowed)))];
    return needed
      .filter((other) => (values[other] ?? '') === '')
      .map((other) =>
        note(other, `"${name}: ${chosenValue}" needs "${other}"`, 'write it under "with" in the task'),
      );
  });
  return {
    values,
    problems: [
      ...chosen,
      ...unknown.map((name) =>
        note(name, `pack "${task.pack ?? ''}" has no setting "${name}"`, suggestion(name, names)),
      ),
      ...missing.map((name) =>
        note(name, `pack "${task.pack ?? ''}" needs "${name}"`, `write it under "with" in the task`),
      ),
    ],
  };
}

/** The languages of the flow that serve those of the business, in the business's order; all of them when none does. */
function spokenOf(written: readonly string[], languages: readonly string[]): readonly string[] {
  const served = languages.flatMap((language) => {
    const base = language.split('-')[0] ?? language;
    const own = written.includes(language) ? language : base;
    return [own, `${base}-Latn`].filter((each) => written.includes(each));
  });
  return served.length === 0 ? written : [...new Set(served)];
}

function startedBy(node: Flow['nodes'][number], flow: string, task: string): Flow['nodes'][number] {
  if (node.kind !== 'start') return node;
  const triggers = node.triggers.map((trigger) =>
    trigger.kind === 'task' && trigger.task === flow ? { ...trigger, task } : trigger,
  );
  return { ...node, triggers };
}

/** What is written without the languages that nobody speaks here, wherever its texts are. */
function inLanguages(of: unknown, written: readonly string[], spoken: readonly string[]): unknown {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    const isText = entries.length > 0 && entries.every(([key]) => written.includes(key));
    const kept = isText ? entries.filter(([key]) => spoken.includes(key)) : entries;
    return Object.fromEntries(kept.map(([key, each]) => [key, visit(each)]));
  };
  return visit(of);
}
