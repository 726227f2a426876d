import type { GraphError } from '../graph/graph-error.ts';
import { checkButtons } from './check-buttons.ts';
import {
  bodyOf,
  bodyText,
  buttonsOf,
  cardsOf,
  footerOf,
  headerOf,
  offerOf,
  placeholders,
  type TemplateCard,
  type TemplateComponent,
} from './component.ts';
import { invalidTemplate, templateError } from './template-error.ts';
import type { TemplateCategory, TemplateDefinition } from './template.ts';

type Components = readonly TemplateComponent[];

/**
 * What is wrong with a new or edited template, in Meta's codes.
 * Source: Cloud API docs, "Templates" and its component pages, read 2026-11-21.
 */
export function checkTemplate(
  template: Pick<TemplateDefinition, 'category' | 'components' | 'parameter_format'> & {
    name?: string;
    message_send_ttl_seconds?: number | undefined;
  },
): GraphError | undefined {
  const { components, category } = template;
  if (template.name !== undefined && !/^[a-z0-9_]{1,512}$/.test(template.name))
    return invalidTemplate('name may hold lower-case letters, digits and underscores, at most 512.');
  const body = bodyOf(components);
  if (body === undefined) return templateError(2388072, 'A template needs a BODY component.');
  if (body.text === undefined && category !== 'AUTHENTICATION')
    return templateError(2388072, 'The BODY component needs a text.');
  return (
    checkOnce(components) ??
    checkTtl(category, template.message_send_ttl_seconds) ??
    checkBody(components, template.parameter_format) ??
    checkHeader(components) ??
    checkFooter(components) ??
    checkOffer(components, category) ??
    checkButtons(buttonsOf(components), category) ??
    checkCards(cardsOf(components))
  );
}

function checkOnce(components: Components): GraphError | undefined {
  const types = components.map((one) => one.type);
  const twice = types.find((type, at) => types.indexOf(type) !== at);
  return twice === undefined ? undefined : invalidTemplate(`There is more than one ${twice} component.`);
}

/** Seconds a message of each category may wait for the phone. -1 stands for 30 days. */
const ttl = { AUTHENTICATION: [30, 900], UTILITY: [30, 43_200], MARKETING: [43_200, 2_592_000] } as const;

function checkTtl(category: TemplateCategory, seconds: number | undefined): GraphError | undefined {
  if (seconds === undefined || seconds === -1) return undefined;
  const [from, to] = ttl[category];
  if (seconds >= from && seconds <= to) return undefined;
  return invalidTemplate(`message_send_ttl_seconds of ${category} must be from ${from} to ${to}.`);
}

function checkBody(components: Components, format: 'POSITIONAL' | 'NAMED'): GraphError | undefined {
  const text = bodyText(components);
  const max = offerOf(components) === undefined ? 1_024 : 600;
  if (text.length > max)
    return templateError(2388040, `The body has ${text.length} characters; at most ${max} are allowed.`);
  return checkVariables(text, format);
}

function checkVariables(text: string, format: 'POSITIONAL' | 'NAMED'): GraphError | undefined {
  const names = placeholders(text);
  if (names.length === 0) return undefined;
  if (format === 'POSITIONAL' && names.some((name, at) => name !== String(at + 1)))
    return templateError(2388072, 'Positional variables must be {{1}}, {{2}}, … in order.');
  if (format === 'NAMED' && names.some((name) => !/^[a-z_][a-z0-9_]*$/.test(name)))
    return templateError(2388072, 'Named variables hold lower-case letters, digits and underscores.');
  if (/^\s*\{\{|\}\}\s*$/.test(text) && !text.startsWith('*{{'))
    return templateError(2388299, 'A variable must not be the first or last thing of the body.');
  const words = text
    .replaceAll(/\{\{\s*\w+\s*\}\}/g, ' ')
    .trim()
    .split(/\s+/).length;
  if (names.length * 2 > words)
    return templateError(2388293, `${names.length} variables need more text than ${words} words.`);
  return undefined;
}

function checkHeader(components: Components): GraphError | undefined {
  const header = headerOf(components);
  if (header === undefined) return undefined;
  if (header.format === 'GIF')
    return templateError(2388047, 'GIF headers are for the Marketing Messages API only.');
  if (header.format !== 'TEXT') return undefined;
  const text = header.text ?? '';
  if (text === '' || /[\n*_~]/.test(text))
    return templateError(2388047, 'A text header needs text, without line breaks and formatting.');
  if (text.length > 60) return templateError(2388040, 'The header is longer than 60 characters.');
  if (placeholders(text).length > 1) return templateError(2388047, 'A header may hold one variable at most.');
  return undefined;
}

function checkFooter(components: Components): GraphError | undefined {
  const text = footerOf(components)?.text;
  if (text === undefined) return undefined;
  if (text.length > 60) return templateError(2388040, 'The footer is longer than 60 characters.');
  if (placeholders(text).length > 0) return templateError(2388073, 'A footer may not hold variables.');
  return undefined;
}

function checkOffer(components: Components, category: TemplateCategory): GraphError | undefined {
  const offer = offerOf(components);
  if (offer === undefined) return undefined;
  if (category !== 'MARKETING') return invalidTemplate('Limited-time offers are for MARKETING templates.');
  if (footerOf(components) !== undefined)
    return templateError(2388073, 'A limited-time offer may not have a footer.');
  if (offer.limited_time_offer.text.length > 16)
    return templateError(2388040, 'The offer text is longer than 16 characters.');
  return undefined;
}

function checkCards(cards: readonly TemplateCard[]): GraphError | undefined {
  if (cards.length === 0) return undefined;
  if (cards.length < 2 || cards.length > 10) return invalidTemplate('A carousel has 2 to 10 cards.');
  const shapes = cards.map((card) =>
    card.components
      .map((one) => (one.type === 'BUTTONS' ? one.buttons.map((button) => button.type).join() : one.type))
      .join('|'),
  );
  if (new Set(shapes).size > 1) return invalidTemplate('All cards need the same components and buttons.');
  for (const { components } of cards) {
    if ((bodyOf(components)?.text?.length ?? 0) > 160)
      return templateError(2388040, 'The body of a card is longer than 160 characters.');
    const format = headerOf(components)?.format;
    if (format !== 'IMAGE' && format !== 'VIDEO' && format !== 'PRODUCT')
      return templateError(2388047, 'A card needs an image, video or product header.');
    if (buttonsOf(components).length > 2) return invalidTemplate('A card has two buttons at most.');
  }
  return undefined;
}
