import type { SlotType } from '../slot-type.ts';
import { readWhen } from './read-when.ts';

/**
 * When somebody would like to come, loosely: "Friday after 5", "next week in the morning", "as soon as
 * possible". The value is the text itself, which `find-times` reads against what is free.
 */
export const whenSlot: SlotType = {
  name: 'when',
  findsInside: true,
  read(text, _language, context) {
    const when = readWhen(text, context);
    if (when === undefined) return { kind: 'not-this' };
    return { kind: 'filled', value: text.trim(), shown: text.trim(), whole: isNothing(when.rest) };
  },
};

/** What people put around a day and a time. */
function isNothing(rest: string): boolean {
  return filler.test(rest);
}

const filler =
  /^(?:(?:on|at|for|the|this|coming|in|or|and|please|pls|maybe|no|yes|hmm?|ok|okay|then|i|would|like|prefer|can|we|do|make|it|is|better|instead|what|about|how|works?|after|before|el|la|las|los|a|al|o|en|de|para|por|favor|mejor|puede|ser|entonces|sim|nao|em|na|no|ou|pode|melhor|le|les|ce|ou|pour|plutot|svp|non|oui|di|pada|untuk|hari|jam|ya|tolong|aja|saja|dong|kak|atau|bisa|को|के|लिए|में|या|ko|ke|liye|me|mein|ya|في|يوم|أو|او|من|فضلك)|[就在吧的那么可以吗要想或号號日]|[\s,.!?…。，！？、;:'-])*$/u;
