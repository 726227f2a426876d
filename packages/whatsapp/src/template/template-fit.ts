import type { MarketingTemplate } from '../outbound/template.ts';
import { partOf, type Component } from './component.ts';
import { buttonProblems, bodyProblem, headerProblem, type SentPart } from './part-fit.ts';
import type { TemplateDefinition } from './template-definition.ts';

/** What any endpoint takes; the marketing one takes the most. */
type Sent = MarketingTemplate['template'];

/**
 * Why Meta would refuse a template as it is filled here (132000, 132001, 132012, 131062), knowing
 * how it was approved. `hasPhone`: whether it goes to a phone number; one-time passwords do not
 * reach a user id. Source: Cloud API docs, "Templates" and "Business-scoped user IDs", read 2026-11-21.
 */
export function templateFit(sent: Sent, approved: TemplateDefinition, hasPhone: boolean): readonly string[] {
  const identity = [
    sent.name === approved.name ? [] : ['the template has another name'],
    sent.language.code === approved.language ? [] : ['the template has another language'],
  ].flat();
  const parts = sent.components ?? [];
  if (approved.category === 'AUTHENTICATION') return [...identity, ...passwordProblems(parts, hasPhone)];
  return [
    ...identity,
    ...partProblems(parts, approved.components),
    ...cardProblems(parts, approved.components),
    ...offerProblems(parts, approved.components),
  ];
}

type SentParts = NonNullable<Sent['components']>;

function passwordProblems(parts: SentParts, hasPhone: boolean): readonly string[] {
  const body = parts.find((part) => part.type === 'body')?.parameters ?? [];
  const button = parts.find((part) => part.type === 'button' && part.sub_type === 'url');
  const codes = [body, button?.type === 'button' ? button.parameters : []].flatMap((parameters) =>
    parameters.map((parameter) => ('text' in parameter ? parameter.text : '')),
  );
  const [code = '', again] = codes;
  return [
    ...(hasPhone ? [] : ['an authentication template needs a phone number in "to" (131062)']),
    ...(codes.length === 2 && code === again
      ? []
      : ['the code must stand once in the body and once on the button']),
    ...(code.length <= 15 ? [] : ['the code has more than 15 characters']),
  ];
}

function partProblems(sent: readonly SentPart[], approved: readonly Component[]): readonly string[] {
  return [
    ...headerProblem(sent, partOf(approved, 'HEADER')),
    ...bodyProblem(sent, partOf(approved, 'BODY')),
    ...buttonProblems(sent, partOf(approved, 'BUTTONS')?.buttons ?? []),
  ];
}

function cardProblems(parts: SentParts, approved: readonly Component[]): readonly string[] {
  const sent = parts.find((part) => part.type === 'carousel')?.cards ?? [];
  const cards = partOf(approved, 'CAROUSEL')?.cards ?? [];
  if (sent.length !== cards.length) return [`has ${sent.length} cards; ${cards.length} were approved`];
  return cards.flatMap(({ components }, index) => {
    const card = sent.find(({ card_index }) => card_index === index);
    if (card === undefined) return [`card ${index} is missing`];
    return [
      ...headerProblem(
        card.components,
        components.find(({ type }) => type === 'HEADER'),
      ),
      ...bodyProblem(
        card.components,
        components.find(({ type }) => type === 'BODY'),
      ),
      ...buttonProblems(
        card.components,
        components.flatMap((part) => (part.type === 'BUTTONS' ? part.buttons : [])),
      ),
    ].map((problem) => `card ${index}: ${problem}`);
  });
}

function offerProblems(parts: SentParts, approved: readonly Component[]): readonly string[] {
  const expires = partOf(approved, 'LIMITED_TIME_OFFER')?.limited_time_offer.has_expiration === true;
  const ends = parts.some(({ type }) => type === 'limited_time_offer');
  if (expires === ends) return [];
  return [expires ? 'the offer needs its end' : 'the offer has no end that could be given'];
}
