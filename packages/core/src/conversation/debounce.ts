import { isFromCustomer, type InboundContent } from '../message/inbound.ts';
import { bareWords } from '../message/comparable-text.ts';
import { readsLikeEmergency } from '../scope/emergency-words.ts';

type DebounceSettings = { readonly baseMs: number; readonly fragmentMs: number };

/**
 * How long to wait for more before a turn opens on this message, in milliseconds: nothing for a
 * tapped button, a call, what Ambit puts in itself, and an emergency; longer after a text that
 * looks unfinished, because people write one thought in several messages.
 */
export function debounceMs(content: InboundContent, settings: DebounceSettings): number {
  if (!isFromCustomer(content)) return 0;
  switch (content.kind) {
    case 'choice':
    case 'call':
      return 0;
    case 'text':
    case 'edit':
      return waitAfter(content.body, settings);
    case 'media':
      return waitAfter(content.caption ?? '', settings);
    case 'sticker':
    case 'reaction':
    case 'location':
    case 'contacts':
    case 'revoke':
    case 'group':
    case 'system':
    case 'unsupported':
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'refused-by-policy':
      return settings.baseMs;
  }
}

function waitAfter(text: string, { baseMs, fragmentMs }: DebounceSettings): number {
  if (readsLikeEmergency(text)) return 0;
  return looksUnfinished(text) ? fragmentMs : baseMs;
}

/**
 * A fragment: ends in a comma, colon, dash, dots or a word that wants another; is a greeting alone; or has up
 * to three words with neither digits nor closing punctuation. One word that answers ("yes") is whole.
 */
function looksUnfinished(text: string): boolean {
  const trimmed = text.trim();
  const words = bareWords(trimmed);
  if (words === '') return false;
  if (/(?:[,:;(-]|\.\.\.?|…)$/u.test(trimmed)) return true;
  if (danglingWord.test(words)) return true;
  if (greetingAlone.test(words)) return true;
  if (/[.!?]$/u.test(trimmed) || /\p{N}/u.test(trimmed) || wholeAnswer.test(words)) return false;
  return words.split(' ').length <= 3;
}

const danglingWord =
  /(?:^| )(?:and|or|but|because|so|then|also|with|for|to|the|a|an|my|is|are|of|in|on|at|if|that|about|from|i|we|its)$/u;
const greetingAlone =
  /^(?:hi|hello|hey|hiya|heya|good (?:morning|afternoon|evening|day)|dear (?:sir|madam|team))(?: (?:there|all|team|again))?$/u;
const wholeAnswer =
  /^(?:yes|yeah|yep|no|nope|ok|okay|sure|stop|cancel|thanks|thank you|thx|bye|goodbye|never mind|nevermind|human|agent|person|yes please|no thanks|go ahead|do it|keep it)(?: please)?$/u;
