import { partOf, type Component } from './component.ts';
import { exampleProblem } from './examples.ts';
import { offerProblems } from './offer-rules.ts';
import type { Body } from './text-parts.ts';
import { edgeProblem, variableProblems, variablesOf, type ParameterFormat } from './variables.ts';

/** The categories a template with texts of its own can have. */
export type OpenCategory = 'MARKETING' | 'UTILITY';

/**
 * What is wrong with parts that are right one by one: too many of a kind, a body missing, parts
 * that do not go together or not with the category, variables and their samples. Meta also weighs
 * variables against the length of the text (2388293); it publishes no formula, so that is its to say.
 * Source: Cloud API docs, "Templates", read 2026-11-21.
 */
export function componentProblems(
  components: readonly Component[],
  category: OpenCategory,
  format: ParameterFormat,
): readonly string[] {
  const types = components.map(({ type }) => type);
  return [
    ...[...new Set(types)]
      .filter((type) => types.indexOf(type) !== types.lastIndexOf(type))
      .map((type) => `more than one ${type}`),
    ...(types.includes('BODY') ? [] : ['a template needs a BODY']),
    ...carouselProblems(types),
    ...(partOf(components, 'LIMITED_TIME_OFFER') === undefined ? [] : offerProblems(components)),
    ...(category === 'UTILITY' ? utilityProblems(components) : []),
    ...productProblems(components),
    ...textProblems(components, format),
  ];
}

function carouselProblems(types: readonly Component['type'][]): readonly string[] {
  if (!types.includes('CAROUSEL')) return [];
  const others = types.filter((type) => type !== 'CAROUSEL' && type !== 'BODY');
  return others.map((type) => `a carousel template has a BODY and the CAROUSEL, no ${type}`);
}

function utilityProblems(components: readonly Component[]): readonly string[] {
  const found: string[] = components.map((component) =>
    component.type === 'HEADER' ? `${component.format} header` : component.type,
  );
  found.push(...(partOf(components, 'BUTTONS')?.buttons.map(({ type }) => `${type} button`) ?? []));
  return found
    .filter((part) => marketingOnly.has(part))
    .map((part) => `${part}: only for the category MARKETING`);
}

const marketingOnly = new Set([
  'CAROUSEL',
  'LIMITED_TIME_OFFER',
  'GIF header',
  'PRODUCT header',
  'CATALOG button',
  'MPM button',
  'SPM button',
]);

function productProblems(components: readonly Component[]): readonly string[] {
  const header = partOf(components, 'HEADER');
  const opensProduct = partOf(components, 'BUTTONS')?.buttons.some(({ type }) => type === 'SPM') ?? false;
  return (header?.format === 'PRODUCT') === opensProduct
    ? []
    : ['a PRODUCT header and an SPM button go together'];
}

function textProblems(components: readonly Component[], format: ParameterFormat): readonly string[] {
  const header = partOf(components, 'HEADER');
  const body = partOf(components, 'BODY');
  const cards = partOf(components, 'CAROUSEL')?.cards ?? [];
  return [
    ...(header?.format === 'TEXT' ? headerProblems(header, format) : []),
    ...(body === undefined ? [] : bodyProblems('body', body, format)),
    ...cards.flatMap(({ components: parts }, index) =>
      parts.flatMap((part) => (part.type === 'BODY' ? bodyProblems(`card ${index} body`, part, format) : [])),
    ),
  ];
}

type TextHeader = Extract<Component, { format: 'TEXT' }>;

function headerProblems({ text, example }: TextHeader, format: ParameterFormat): readonly string[] {
  const variables = variablesOf(text);
  const samples = exampleProblem(variables, example?.header_text, example?.header_text_named_params);
  return [
    ...(variables.length > 1 ? ['header: has more than 1 variable'] : []),
    ...[...variableProblems(text, format), ...(samples === undefined ? [] : [samples])].map(
      (problem) => `header: ${problem}`,
    ),
  ];
}

function bodyProblems(where: string, { text, example }: Body, format: ParameterFormat): readonly string[] {
  const samples = exampleProblem(variablesOf(text), example?.body_text?.[0], example?.body_text_named_params);
  return [edgeProblem(text), ...variableProblems(text, format), samples]
    .filter((problem) => problem !== undefined)
    .map((problem) => `${where}: ${problem}`);
}
