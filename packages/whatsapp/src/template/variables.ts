/** How a template names its variables: `{{1}}`, `{{2}}` … or `{{order_number}}`. */
export type ParameterFormat = 'POSITIONAL' | 'NAMED';

const variable = /\{\{([^{}]*)\}\}/g;

/** The names between double braces, in order, each once. */
export function variablesOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(variable)].map(([, name = '']) => name.trim()))];
}

/**
 * What is wrong with a text's variables, if anything. Positional ones count from 1 without a gap;
 * named ones have small letters, digits and _. Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export function variableProblems(text: string, format: ParameterFormat): readonly string[] {
  const names = variablesOf(text);
  const withoutVariables = text.replaceAll(variable, '');
  return [
    ...(withoutVariables.includes('{{') || withoutVariables.includes('}}')
      ? ['has braces {{ or }} that hold no variable']
      : []),
    ...(format === 'POSITIONAL' ? positionalProblems(names) : namedProblems(names)),
  ];
}

/** Why Meta refuses a body that begins or ends with a variable (2388299), or undefined. */
export function edgeProblem(text: string): string | undefined {
  const trimmed = text.trim();
  return /^\{\{|\}\}$/.test(trimmed) ? 'begins or ends with a variable (Meta’s error 2388299)' : undefined;
}

function positionalProblems(names: readonly string[]): readonly string[] {
  if (names.some((name) => !/^[1-9][0-9]*$/.test(name)))
    return ['has a variable that is not a number, though parameter_format is POSITIONAL'];
  const numbers = names.map(Number).toSorted((a, b) => a - b);
  return numbers.every((number, index) => number === index + 1)
    ? []
    : ['variables are not numbered {{1}}, {{2}} … without a gap'];
}

function namedProblems(names: readonly string[]): readonly string[] {
  return names.every((name) => /^[a-z_][a-z0-9_]*$/.test(name))
    ? []
    : ['has a variable whose name is not small letters, digits and _, though parameter_format is NAMED'];
}
