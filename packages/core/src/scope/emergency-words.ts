import { comparableText } from '../message/comparable-text.ts';

/**
 * Whether a text reads like an emergency: somebody in danger now, or about to harm themselves.
 * A short English list on purpose; it errs towards people looking at it.
 */
export function readsLikeEmergency(text: string): boolean {
  const comparable = comparableText(text);
  return patterns.some((pattern) => pattern.test(comparable));
}

const patterns: readonly RegExp[] = [
  /^(?:help[,!. ]*)?emergency[!. ]*$/u,
  /\b(?:this is|it's|its|it is|there is|there's|in) an? (?:medical |real )?emergency\b/u,
  /\bmedical emergency\b/u,
  /\b(?:call|need|send) (?:me )?(?:an )?ambulance\b/u,
  /\bcall (?:911|999|112|the police|the fire brigade)\b/u,
  /\b(?:kill|hurt|harm) myself\b/u,
  /\b(?:end my (?:own )?life|want to die|don't want to live|suicidal|commit suicide|take my own life)\b/u,
  /\b(?:having a (?:heart attack|stroke)|can't breathe|cannot breathe|is unconscious|is bleeding badly|overdosed)\b/u,
];
