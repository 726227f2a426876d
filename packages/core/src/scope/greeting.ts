import type { Business } from '../business/business.ts';
import { taskTitles } from './refusal.ts';

/** The agent's answer to small talk: who it is and what it can do. */
export function greeting(business: Business): string {
  return `Hello from ${business.name}! I can help with ${taskTitles(business)}. What can I do for you?`;
}

/** The truthful answer to "are you a bot?". Source: WA-AI-002. */
export function botAnswer(business: Business): string {
  return `I'm the AI assistant of ${business.name}, not a person. If you'd rather talk to a person, I can pass you on.`;
}
