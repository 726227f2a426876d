import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { TemplateParameter } from '../send/schema/template-send.ts';
import { placeholders } from './component.ts';

export type TextOutcome = { kind: 'filled'; text: string } | { kind: 'refused'; error: GraphError };

/** Puts values into the placeholders of a text, or says with Meta's code why they do not fit. */
export function fillText(input: {
  part: string;
  text: string;
  format: 'POSITIONAL' | 'NAMED';
  parameters: readonly TemplateParameter[];
  /** Longest text once filled. */
  max: number;
}): TextOutcome {
  const { part, text, format, parameters, max } = input;
  const names = placeholders(text);
  if (names.length !== parameters.length)
    return refuse(
      132000,
      `${part}: number of localizable_params (${parameters.length}) does not match the expected number of params (${names.length})`,
    );
  let filled = text;
  for (const [at, name] of names.entries()) {
    const parameter =
      format === 'NAMED' ? parameters.find((one) => one.parameter_name === name) : parameters[at];
    if (parameter === undefined)
      return refuse(132012, `${part}: there is no parameter with parameter_name ${name}`);
    const value = valueOf(parameter);
    if (value === undefined)
      return refuse(132012, `${part}: parameter ${name} must be text, currency or date_time`);
    if (value === '') return refuse(131008, `${part}: parameter ${name} has no text`);
    if (/[\n\t]| {5,}/.test(value))
      return refuse(132007, `${part}: parameter ${name} has line breaks, tabs or more than four spaces`);
    filled = filled.replaceAll(new RegExp(`\\{\\{\\s*${name}\\s*\\}\\}`, 'g'), () => value);
  }
  if (filled.length > max) return refuse(132005, `${part}: ${filled.length} characters, at most ${max}`);
  return { kind: 'filled', text: filled };
}

function valueOf(parameter: TemplateParameter): string | undefined {
  switch (parameter.type.toLowerCase()) {
    case 'text':
      return parameter.text ?? '';
    case 'currency':
      return parameter.currency?.fallback_value;
    case 'date_time':
      return parameter.date_time?.fallback_value;
    default:
      return undefined;
  }
}

function refuse(code: number, details: string): TextOutcome {
  return { kind: 'refused', error: graphError(code, details) };
}
