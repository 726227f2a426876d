import type { Outbound } from '../message/outbound.ts';
import { cutWhole } from '../message/split-text.ts';
import { variantFor, type BusinessTemplate } from './business-template.ts';
import {
  bodyValues,
  filledIn,
  headerName,
  isNumbered,
  linkNames,
  valuesOfVariant,
  variablesIn,
} from './template-values.ts';

type TemplateMessage = Extract<Outbound, { kind: 'template' }>;

/** Meta refuses longer ones. Source: Cloud API docs, "Templates", read 2026-11-21. */
const longestValue = 1_024;

/**
 * A template with its variables filled in, as a message; undefined when it is not there in the language
 * or a value is missing. Line breaks in values become spaces: Meta refuses them.
 */
export function fillTemplate(
  template: BusinessTemplate,
  language: string,
  given: Readonly<Record<string, string>>,
): TemplateMessage | undefined {
  const found = variantFor(template, language);
  if (found === undefined) return undefined;
  const { variant } = found;
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, oneLine(value)]));
  if (valuesOfVariant(variant).some((name) => (values[name] ?? '') === '')) return undefined;
  const names = bodyValues(variant);
  const header = headerOf(variant, values);
  if (header !== undefined && 'url' in header && !/^https:\/\/[^\s/?#]+\.[^\s]+$/u.test(header.url))
    return undefined;
  const buttons = buttonsOf(variant, values);
  return {
    kind: 'template',
    name: template.name,
    language: found.language,
    values: names.map((name) => values[name] ?? ''),
    ...(names.every(isNumbered) ? {} : { names: [...names] }),
    ...(header === undefined ? {} : { header }),
    ...(buttons.length === 0 ? {} : { buttons }),
    shown: shownText(variant, values),
  };
}

type Variant = BusinessTemplate['languages'][string];
type Values = Readonly<Record<string, string>>;

function headerOf(variant: Variant, values: Values): TemplateMessage['header'] {
  const name = headerName(variant);
  const { header } = variant;
  if (header === undefined || name === undefined) return undefined;
  const value = values[name] ?? '';
  if (header.kind !== 'text') return { kind: header.kind, url: value };
  return { kind: 'text', value, ...(variablesIn(header.text).every(isNumbered) ? {} : { name }) };
}

function buttonsOf(variant: Variant, values: Values): NonNullable<TemplateMessage['buttons']> {
  const links = linkNames(variant);
  return variant.buttons.flatMap((button, place): NonNullable<TemplateMessage['buttons']> => {
    if (button.kind === 'reply') return [{ place, kind: 'reply', value: button.id }];
    const name = links.get(place);
    return name === undefined ? [] : [{ place, kind: 'link', value: values[name] ?? '' }];
  });
}

/** The text as the customer reads it, for the timeline. */
function shownText(variant: Variant, values: Values): string {
  const { header, body, footer } = variant;
  const name = headerName(variant);
  const above = header?.kind === 'text' ? filledHeader(header.text, name, values) : undefined;
  return [above, filledIn(body, values), footer].filter((part) => part !== undefined).join('\n');
}

function filledHeader(text: string, name: string | undefined, values: Values): string {
  const [written] = variablesIn(text);
  return written === undefined || name === undefined
    ? text
    : filledIn(text, { [written]: values[name] ?? '' });
}

function oneLine(value: string): string {
  return cutWhole(value.replace(/\s+/gu, ' ').trim(), longestValue);
}
