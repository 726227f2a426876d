import type { InteractiveMessage } from './interactive.ts';

/**
 * What is wrong with a message that exists in one country only, or undefined if nothing is. A
 * number without + is let through: it may be of the business's own country.
 */
export function countryProblem(
  to: string | undefined,
  interactive: InteractiveMessage['interactive'],
): string | undefined {
  const country = countryOf(interactive);
  if (country === undefined || to === undefined || !to.startsWith('+')) return undefined;
  if (to.startsWith(country.prefix)) return undefined;
  return `"to" is not a number in ${country.name} (${country.prefix}), the only country for this ${interactive.type}`;
}

function countryOf(
  interactive: InteractiveMessage['interactive'],
): { name: string; prefix: string } | undefined {
  const india = { name: 'India', prefix: '+91' };
  if (interactive.type === 'address_message') return india;
  if (interactive.type !== 'order_details') return undefined;
  return interactive.action.parameters.currency === 'INR' ? india : { name: 'Brazil', prefix: '+55' };
}
