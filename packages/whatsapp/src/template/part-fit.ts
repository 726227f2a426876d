import type { ButtonComponent } from '../outbound/template-button.ts';
import type { MarketingComponents } from '../outbound/template-component.ts';
import type { Button } from './button.ts';
import type { CardPart } from './carousel.ts';
import type { Component } from './component.ts';
import { variablesOf } from './variables.ts';

/** A part of a template as it is sent, on the template or on a card. */
export type SentPart = MarketingComponents[number];
type ApprovedPart = Component | CardPart;

/** Whether the header is filled as it was approved: with its variable, its file or its place. */
export function headerProblem(
  sent: readonly SentPart[],
  approved: ApprovedPart | undefined,
): readonly string[] {
  const given = sent.find(({ type }) => type === 'header');
  const wanted = approved?.type === 'HEADER' ? approved : undefined;
  const parameter = given?.type === 'header' ? given.parameters[0] : undefined;
  if (wanted === undefined || (wanted.format === 'TEXT' && variablesOf(wanted.text).length === 0))
    return parameter === undefined ? [] : ['the header has nothing to fill'];
  if (parameter === undefined) return [`the header needs a parameter of the format ${wanted.format}`];
  if (wanted.format !== 'TEXT')
    return parameter.type === wanted.format.toLowerCase()
      ? []
      : [`the header needs a parameter of the format ${wanted.format}`];
  const name = 'parameter_name' in parameter ? parameter.parameter_name : undefined;
  if (!['text', 'currency', 'date_time'].includes(parameter.type)) return ['the header needs a text'];
  return namesProblem('header', variablesOf(wanted.text), [name]);
}

/** Whether the body has a parameter for each of its variables. */
export function bodyProblem(
  sent: readonly SentPart[],
  approved: ApprovedPart | undefined,
): readonly string[] {
  const given = sent.find(({ type }) => type === 'body');
  const parameters = given?.type === 'body' ? given.parameters : [];
  const variables = approved?.type === 'BODY' ? variablesOf(approved.text) : [];
  return namesProblem(
    'body',
    variables,
    parameters.map(({ parameter_name }) => parameter_name),
  );
}

/** Whether each button that must be filled is, and none that is not there. */
export function buttonProblems(sent: readonly SentPart[], approved: readonly Button[]): readonly string[] {
  const given = sent.flatMap((part) => (part.type === 'button' ? [part] : []));
  return [
    ...given.flatMap((part) => strayProblem(part, approved)),
    ...approved.flatMap((button, index) =>
      mustBeFilled(button) && !given.some((part) => Number(part.index) === index)
        ? [`button ${index} (${button.type}) needs its parameter`]
        : [],
    ),
  ];
}

function strayProblem({ index, sub_type }: ButtonComponent, approved: readonly Button[]): readonly string[] {
  const place = index === undefined ? approved.findIndex(({ type }) => type === 'VOICE_CALL') : Number(index);
  const button = approved[place];
  if (button === undefined || button.type.toLowerCase() !== sub_type)
    return [`button ${place} is no ${sub_type} button`];
  return button.type === 'URL' && !mustBeFilled(button) ? [`button ${place} has nothing to fill`] : [];
}

function mustBeFilled(button: Button): boolean {
  switch (button.type) {
    case 'URL':
      return button.url.includes('{{');
    case 'COPY_CODE':
    case 'MPM':
    case 'ORDER_DETAILS':
      return true;
    case 'QUICK_REPLY':
    case 'PHONE_NUMBER':
    case 'FLOW':
    case 'CATALOG':
    case 'SPM':
    case 'VOICE_CALL':
    case 'REQUEST_CONTACT_INFO':
      return false;
  }
}

function namesProblem(
  where: string,
  variables: readonly string[],
  given: readonly (string | undefined)[],
): readonly string[] {
  if (given.length !== variables.length)
    return [`${where}: ${given.length} parameters for ${variables.length} variables (132000)`];
  const isPositional = variables.every((name) => /^[0-9]+$/.test(name));
  const fits = isPositional
    ? given.every((name) => name === undefined)
    : variables.every((name) => given.includes(name));
  return fits ? [] : [`${where}: parameters are not named as the variables are (132012)`];
}
