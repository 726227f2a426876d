import type { ToolSpec } from '../flow/validate/flow-finding.ts';
import type { ToolFile, ToolDeclaration } from './declared-tool.ts';

/** The tools of a business's files as flows know them. */
export function toolSpecs(files: readonly ToolFile[]): readonly ToolSpec[] {
  return files.flatMap((file): readonly ToolSpec[] => {
    switch (file.kind) {
      case 'http':
        return [spec(file, Object.keys(file.parameters), kinds(file.answers))];
      case 'mcp':
        return file.tools.map((tool) => spec(tool, Object.keys(tool.parameters), kinds(tool.answers)));
    }
  });
}

function spec(
  { name, effects, belongsTo }: ToolDeclaration,
  inputs: readonly string[],
  answers: readonly string[],
): ToolSpec {
  // What belongs to somebody else is not shown, whatever the back end answered.
  const outcomes = belongsTo === undefined ? answers : [...answers, 'not-shown'];
  const proof = belongsTo?.proof === undefined ? [] : [belongsTo.proof.input];
  return {
    name,
    effect: effects !== 'none',
    inputs: [...new Set([...inputs, ...proof])],
    outcomes: [...new Set(outcomes)],
  };
}

function kinds(answers: readonly { readonly kind: string }[]): readonly string[] {
  return answers.map(({ kind }) => kind);
}
