import { graphError, type GraphError } from '../graph/graph-error.ts';
import type { SentComponent, TemplateParameter, TemplateSend } from '../send/schema/template-send.ts';
import type { Bubble } from '../thread-message.ts';
import { buttonsOf, bodyText, cardsOf, footerOf, headerOf, offerOf } from './component.ts';
import { fillButtons } from './fill-buttons.ts';
import { fillText } from './fill-text.ts';
import type { TemplateRegistry } from './registry.ts';
import type { Template } from './template.ts';

export type FillOutcome =
  | { kind: 'filled'; template: Template; bubble: Bubble }
  | { kind: 'refused'; error: GraphError };

/** Finds the template a send asks for and fills it in, refusing with Meta's codes. */
export function fillTemplate(registry: TemplateRegistry, ask: TemplateSend): FillOutcome {
  const template = registry.find(ask.name, ask.language.code);
  if (template === undefined)
    return refuse(132001, `template name (${ask.name}) does not exist in ${ask.language.code}`);
  switch (template.status) {
    case 'PENDING':
    case 'REJECTED':
    case 'IN_APPEAL':
    case 'ARCHIVED':
      return refuse(132001, `template name (${ask.name}) is ${template.status} in ${ask.language.code}`);
    case 'PAUSED':
      return refuse(132015, 'This template is paused for low quality.');
    case 'DISABLED':
      return refuse(132016, 'This template is disabled for low quality.');
    case 'APPROVED':
      break;
  }
  const sent = ask.components ?? [];
  const header = fillHeader(template, sent);
  if (header.kind === 'refused') return header;
  const body = fillText({
    part: 'body',
    text: bodyText(template.components),
    format: template.parameterFormat,
    parameters: parametersOf(sent, 'body'),
    max: offerOf(template.components) === undefined ? 1_024 : 600,
  });
  if (body.kind === 'refused') return body;
  const buttons = fillButtons(buttonsOf(template.components), sent);
  if (buttons.kind === 'refused') return buttons;
  const cards = checkCards(template, sent);
  if (cards !== undefined) return { kind: 'refused', error: cards };
  const footer = footerOf(template.components)?.text;
  return {
    kind: 'filled',
    template,
    bubble: {
      kind: 'template',
      name: template.name,
      body: body.text,
      ...(header.text === undefined ? {} : { header: header.text }),
      ...(footer === undefined ? {} : { footer }),
      buttons: buttons.buttons,
    },
  };
}

function refuse(code: number, details: string): { kind: 'refused'; error: GraphError } {
  return { kind: 'refused', error: graphError(code, details) };
}

function parametersOf(
  sent: readonly SentComponent[],
  type: SentComponent['type'],
): readonly TemplateParameter[] {
  return sent.find((one) => one.type === type)?.parameters ?? [];
}

type HeaderOutcome = { kind: 'filled'; text: string | undefined } | { kind: 'refused'; error: GraphError };

function fillHeader(template: Template, sent: readonly SentComponent[]): HeaderOutcome {
  const header = headerOf(template.components);
  const parameters = parametersOf(sent, 'header');
  if (header === undefined)
    return parameters.length === 0
      ? { kind: 'filled', text: undefined }
      : refuse(132000, `header: number of localizable_params (${parameters.length}) does not match (0)`);
  if (header.format === 'TEXT')
    return fillText({
      part: 'header',
      text: header.text ?? '',
      format: template.parameterFormat,
      parameters,
      max: 60,
    });
  const expected = header.format === 'GIF' ? 'gif' : header.format.toLowerCase();
  const [given] = parameters;
  if (given === undefined)
    return refuse(132012, `header: Format mismatch, expected ${header.format}, received UNKNOWN`);
  if (given.type.toLowerCase() !== expected)
    return refuse(
      132012,
      `header: Format mismatch, expected ${header.format}, received ${given.type.toUpperCase()}`,
    );
  return { kind: 'filled', text: `[${expected}]` };
}

/** As many cards must be sent as were approved. */
function checkCards(template: Template, sent: readonly SentComponent[]): GraphError | undefined {
  const approved = cardsOf(template.components);
  const given = sent.find((one) => one.type === 'carousel')?.cards ?? [];
  if (approved.length !== given.length)
    return graphError(132000, `carousel: ${given.length} cards were sent, ${approved.length} are approved`);
  for (const card of given) {
    const components = approved[card.card_index]?.components;
    if (components === undefined) return graphError(132012, `carousel: there is no card ${card.card_index}`);
    const body = fillText({
      part: `card ${card.card_index} body`,
      text: bodyText(components),
      format: template.parameterFormat,
      parameters: card.components.find((one) => one.type === 'body')?.parameters ?? [],
      max: 160,
    });
    if (body.kind === 'refused') return body.error;
    const format = headerOf(components)?.format.toLowerCase();
    const header = card.components.find((one) => one.type === 'header')?.parameters?.[0];
    if (format !== undefined && header?.type.toLowerCase() !== format)
      return graphError(132012, `card ${card.card_index} header: expected ${format}`);
    const buttons = fillButtons(buttonsOf(components), card.components);
    if (buttons.kind === 'refused') return buttons.error;
  }
  return undefined;
}
