import { isFromCustomer, type InboundContent } from '../message/inbound.ts';
import { bareWords } from '../message/comparable-text.ts';
import { checkText, tellsOfDanger } from '../scope/checks/check-text.ts';
import { isGreeting, isWholeAnswer } from '../scope/yes-no.ts';

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
    case 'form-answers':
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
    case 'order':
    case 'revoke':
    case 'group':
    case 'system':
    case 'unsupported':
    case 'person-reply':
    case 'timer':
    case 'delivery-failed':
    case 'refused-by-policy':
    case 'business-event':
    case 'appointment-news':
    case 'order-news':
      return settings.baseMs;
  }
}

function waitAfter(text: string, { baseMs, fragmentMs }: DebounceSettings): number {
  if (tellsOfDanger(text)) return 0;
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
  if (isGreeting(words)) return true;
  if (/[.!?。！？؟।]$/u.test(trimmed) || /\p{N}/u.test(trimmed)) return false;
  const isShort = /\p{Script=Han}/u.test(words)
    ? words.replaceAll(' ', '').length <= 3
    : words.split(' ').length <= 3;
  if (!isShort || oneWordMore.test(words) || isWholeAnswer(text)) return false;
  const { person, stop } = checkText(text);
  return person === undefined && stop === undefined;
}

/** Words that want another after them, in the languages we speak. */
const danglingWord =
  /(?:^| )(?:and|or|but|because|so|then|also|with|for|to|the|a|an|my|is|are|of|in|on|at|if|that|about|from|i|we|its|y|o|pero|porque|con|para|el|la|los|las|mi|de|en|que|un|una|e|ou|mas|com|pra|meu|minha|um|uma|et|ou|mais|avec|pour|le|les|mon|ma|du|des|dan|atau|tapi|karena|dengan|untuk|yang|yg|aur|ya|lekin|ke|ka|ki|और|या|लेकिन|के|का|की|و|او|لكن|مع|من|في|على|عن)$/u;
const oneWordMore = /^(?:cancel|bye|goodbye|thx)(?: please)?$/u;
