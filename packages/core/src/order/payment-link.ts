import { percentEncode, readUrlTemplate } from '../tool/url-template.ts';
import { isAllowedLink } from './allowed-link.ts';

/** What the address of a payment page may name. */
const holes = ['orderNumber', 'total', 'currency'];

/**
 * The address of a payment page for an order, or undefined when its host is not allowed: `{orderNumber}`,
 * `{total}` and `{currency}` are filled in anywhere behind the host. `total`: in the currency, not in its
 * minor units.
 */
export function paymentLink(
  template: string,
  order: { readonly orderNumber: string; readonly total: number; readonly currency: string },
  hosts: readonly string[],
): string | undefined {
  if (whyNoPaymentLink(template, hosts) !== undefined) return undefined;
  const url = template
    .replaceAll('{orderNumber}', percentEncode(order.orderNumber))
    .replaceAll('{total}', percentEncode(String(order.total)))
    .replaceAll('{currency}', percentEncode(order.currency));
  return isAllowedLink(url, hosts) ? url : undefined;
}

/** Why an address cannot be one of a payment page; undefined when it can. */
export function whyNoPaymentLink(template: string, hosts: readonly string[]): string | undefined {
  const unknown = [...template.matchAll(/\{([^{}]*)\}/g)].find(([, name = '']) => !holes.includes(name));
  if (unknown !== undefined) return `there is no ${unknown[0]}`;
  const filled = template.replaceAll(/\{[^{}]*\}/g, 'x');
  const origin = /^[^/]*\/\/[^/?#]*/.exec(template)?.[0] ?? '';
  if (/[{}]/.test(origin)) return 'the host cannot be filled in';
  if (readUrlTemplate(filled).kind === 'bad') return 'this is not an address';
  return isAllowedLink(filled, hosts) ? undefined : 'its host is not under "linkHosts"';
}
