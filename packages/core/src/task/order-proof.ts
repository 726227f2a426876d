import { comparableText } from '../message/comparable-text.ts';
import { orderNumberAlone } from './order-number.ts';

/**
 * The second fact in an answer to "which e-mail or postcode?": an e-mail address anywhere in it,
 * or a postcode that stands alone. E-mails come back in lower case, postcodes in capitals.
 * `orderNumber`: the order asked about; a number of the same make is another order, not a postcode.
 */
export function findOrderProof(text: string, orderNumber: string): string | undefined {
  const comparable = comparableText(text);
  const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(comparable);
  if (email !== null) return email[0];
  const alone = orderNumberAlone(text);
  const isOrder =
    prefixOf(orderNumber) === '' ? alone === orderNumber : prefixOf(alone) === prefixOf(orderNumber);
  if (isOrder) return undefined;
  const postcode = postcodeAlone.exec(comparable)?.[1];
  return postcode === undefined || !/\d/u.test(postcode) ? undefined : postcode.toUpperCase();
}

/** The e-mail address that was written beside an order's number, before anybody asked for it. */
export function proofBeside(text: string): { readonly proof?: string } {
  const proof = text.includes('@') ? findOrderProof(text, '') : undefined;
  return proof === undefined ? {} : { proof };
}

/** Of India, China and Singapore six digits; of Israel seven, of Brazil eight where the hyphen is left out. */
const postcodeAlone =
  /^(?:(?:it's|its|it is|my|the|is|postcode|post code|zip|zip code|postal code|sure|yes|ok|mi|el|es|código postal|codigo postal|cp|sí|si|meu|o|é|cep|sim|le|mon|code postal|c'est|oui|kode pos|saya|ya|mera|hai|pin|pincode|pin code|मेरा|पिन|पिन कोड|हाँ|الرمز البريدي|الرمز|هو|نعم)[ :,]+|(?:我的|邮编|是|:) ?)*(\d{6,8}|[a-z0-9]{2,5}(?:[ -][a-z0-9]{2,5})?)[.!。 ]*$/u;

function prefixOf(orderNumber: string | undefined): string {
  return /^[A-Z]+/u.exec(orderNumber ?? '')?.[0] ?? '';
}
