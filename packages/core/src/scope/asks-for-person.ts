import { comparableText } from '../message/comparable-text.ts';

/**
 * Whether the customer asks for a human being, or has a complaint. Matches requests ("human", "let me speak to
 * someone"), not mentions ("is there an agent fee", "a table for 4 persons"), and not the
 * question whether this is one ("are you a real person?").
 */
export function asksForPerson(text: string): boolean {
  const comparable = comparableText(text);
  return patterns.some((pattern) => {
    const found = pattern.exec(comparable);
    return found !== null && !isDeclined(comparable.slice(0, found.index));
  });
}

const which =
  '(?:(?:a|an|the|your|some|any|one of your|another) )?(?:(?:real|live|actual|human|proper|support) ){0,2}';
const somebody =
  '(?:human(?: being)?|person|people|someone|somebody|anyone|agent|representative|rep|advis[eo]r|operator|manager|supervisor|member of staff|team member|staff|support|customer (?:service|support|care)(?: (?:agent|rep|representative|person|team))?)';
const polite = '(?:,? (?:please|pls|plz|now|thanks|thank you))*';

const patterns: readonly RegExp[] = [
  // The word alone: "human", "a real person please", "agent, please", "customer service representative".
  new RegExp(
    `^(?:(?:hi|hello|hey|ok|okay|no|please|sorry)[,.!]* )?${which}${somebody.replace('people|', '').replace('|someone|somebody|anyone', '').replace('|staff|support', '')}${polite}[.!? ]*$`,
    'u',
  ),
  // "agent please", anywhere.
  /\b(?:human|agent|representative|operator|real person),? (?:please|pls|plz)\b/u,
  // "talk to a real person", "speak with someone".
  new RegExp(
    `\\b(?:talk|speak|chat) (?:directly )?(?:to|with) ${which}${somebody}\\b(?! (?:fee|number|code|discount)s?\\b)`,
    'u',
  ),
  // "connect me to an agent", "get me a human", "put me through to your manager".
  new RegExp(
    `\\b(?:connect|transfer|pass|put|get|give|hand|switch|send|forward|refer) me (?:(?:over|through|on|back) )?(?:(?:to|with) )?${which}${somebody}\\b(?! (?:fee|number|code|discount)s?\\b)`,
    'u',
  ),
  // "I want a human", "I need an agent", "I'd like a person".
  new RegExp(
    `\\b(?:want|need|like|prefer) (?:a|an|the|some) (?:(?:real|live|actual|human) )?(?:human(?: being)?|person|agent|representative|operator)${polite}(?=[.!?,;]|$)`,
    'u',
  ),
  // A complaint is for people: "I want to complain", "how do I make a complaint".
  /\b(?:want to|wanna|like to|need to|going to|how (?:do|can) i|where (?:do|can) i) (?:complain|(?:make|file|lodge|raise|submit) an? (?:formal |official )?complaint)\b/u,
  // "can a human help me", "could someone call me", "is there a real person here".
  /\b(?:can|could|will|would) (?:a|an|some) ?(?:real |live )?(?:human|person|one|body|agent|representative)(?: please)? (?:call|ring|contact|answer|take over|look at this)\b/u,
  /\b(?:can|could) an? (?:real |live )?(?:human|person|agent) (?:please )?help\b/u,
  /\bis there (?:a|an|any) ?(?:real |live |actual )?(?:human|person|agent|one|body) (?:i can (?:talk|speak|chat)|to (?:talk|speak|chat)|here|there|available)\b/u,
];

function isDeclined(before: string): boolean {
  return /\b(?:don't|do not|dont|didn't|no need to|without having to|rather not|instead of)\b[^.,;?!]{0,25}$/u.test(
    before,
  );
}
