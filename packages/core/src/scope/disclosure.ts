import type { Business } from '../business/business.ts';

/**
 * The notice that the customer talks to a machine. Clearance puts it before the text when it is due.
 * Source: EU AI Act, article 50(1); wording `ai_disclosure` of the policy lexicon, read 2026-11-21.
 */
export function disclosure(business: Business): string {
  return `You're chatting with the AI assistant of ${business.name}. Type HUMAN for a person.`;
}
