import { partOf, type Component } from './component.ts';

/**
 * What is wrong with the parts around a limited-time offer: body up to 600 characters, no footer,
 * header a picture or film, a link button, and before it a code to copy if the offer expires.
 * Source: Cloud API docs, "Limited-time offer templates", read 2026-11-21.
 */
export function offerProblems(components: readonly Component[]): readonly string[] {
  const header = partOf(components, 'HEADER');
  const buttons = partOf(components, 'BUTTONS')?.buttons ?? [];
  const expires = partOf(components, 'LIMITED_TIME_OFFER')?.limited_time_offer.has_expiration === true;
  const copies = buttons.findIndex(({ type }) => type === 'COPY_CODE');
  return [
    (partOf(components, 'BODY')?.text.length ?? 0) > 600
      ? 'body: more than 600 characters beside a limited-time offer'
      : undefined,
    partOf(components, 'FOOTER') === undefined ? undefined : 'a limited-time offer has no FOOTER',
    header === undefined || header.format === 'IMAGE' || header.format === 'VIDEO'
      ? undefined
      : 'a limited-time offer has a header of the format IMAGE or VIDEO',
    buttons.some(({ type }) => type === 'URL') ? undefined : 'a limited-time offer needs a URL button',
    buttons.every(({ type }) => type === 'URL' || type === 'COPY_CODE')
      ? undefined
      : 'a limited-time offer has only URL and COPY_CODE buttons',
    expires && copies === -1 ? 'a limited-time offer that expires needs a COPY_CODE button' : undefined,
    copies > 0 ? 'the COPY_CODE button of a limited-time offer comes first' : undefined,
  ].filter((problem) => problem !== undefined);
}
