import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import type { ToolDeclaration, ToolFile } from './declared-tool.ts';
import type { HttpParameter, McpParameter } from './tool-parameter.ts';

type Declared = {
  readonly tool: ToolDeclaration;
  readonly parameters: Readonly<Record<string, HttpParameter | McpParameter>>;
  readonly kinds: readonly string[];
  readonly outputs: ToolSpec['outputs'];
};

/** The tools of a business's files as flows know them. */
export function toolSpecs(files: readonly ToolFile[]): readonly ToolSpec[] {
  const declared = files.flatMap((file): readonly Declared[] =>
    (file.kind === 'http' ? [file] : file.tools).map((tool) => ({
      tool,
      parameters: tool.parameters,
      kinds: tool.answers.map(({ kind }) => kind),
      outputs: Object.fromEntries(tool.answers.flatMap(({ outputs }) => Object.entries(outputs))),
    })),
  );
  return declared.map((each) => {
    const first = declared.find(({ tool }) => tool.name === each.tool.requires);
    const inputs = [...inputsOf(each), ...(first === undefined ? [] : inputsOf(first))];
    const outcomes = [...each.kinds, ...(mayHide(each) || first !== undefined ? ['not-shown'] : [])];
    return {
      name: each.tool.name,
      effect: each.tool.effects !== 'none',
      inputs: [...new Set(inputs)],
      outcomes: [...new Set(outcomes)],
      outputs: each.outputs,
    };
  });
}

/**
 * All tools of a business as flows know them. A declared tool of a built-in one's name stands in for it:
 * flows may hand it what the built-in one takes, and be ready for what that one answers. `offered`: built-in
 * ones that this business has the tables for.
 */
export function withBuiltIn({
  declared,
  builtIn,
  offered,
}: {
  readonly declared: readonly ToolSpec[];
  readonly builtIn: readonly ToolSpec[];
  readonly offered: readonly ToolSpec[];
}): readonly ToolSpec[] {
  const standIns = declared.map((tool) => {
    const like = builtIn.find(({ name }) => name === tool.name);
    return {
      ...tool,
      inputs: [...new Set([...tool.inputs, ...(like?.inputs ?? [])])],
      outcomes: [...new Set([...tool.outcomes, ...(like?.outcomes ?? [])])],
    };
  });
  return [...standIns, ...offered.filter(({ name }) => !declared.some((tool) => tool.name === name))];
}

/** What a flow hands over: neither what is always the same nor what the channel knows of who asks. */
function inputsOf({ tool, parameters }: Declared): readonly string[] {
  const proof = tool.belongsTo?.proof;
  const given = Object.entries(parameters).flatMap(([name, { type }]) =>
    type === 'fixed' || type === 'contact' || type === 'call-key' ? [] : [name],
  );
  return proof === undefined ? given : [...given, proof.input];
}

/** What belongs to somebody else is not shown, nor what is asked for a contact who lacks the fact. */
function mayHide({ tool, parameters }: Declared): boolean {
  return tool.belongsTo !== undefined || Object.values(parameters).some(({ type }) => type === 'contact');
}
