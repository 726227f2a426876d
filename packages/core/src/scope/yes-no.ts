import { bareWords } from '../message/comparable-text.ts';

/** A plain yes or no and nothing else; a message that says more is neither. */
export function yesOrNo(text: string): 'yes' | 'no' | 'neither' {
  if (thumbsUp.test(text.trim())) return 'yes';
  const words = bareWords(text);
  if (yes.test(words)) return 'yes';
  return no.test(words) ? 'no' : 'neither';
}

/** Whether a yes is only an "ok" or a thumbs up, which after an answer says that it was received. */
export function isAcknowledgement(text: string): boolean {
  return (
    thumbsUp.test(text.trim()) || /^(?:ok|okay)(?: (?:ok|okay|thanks|thank you))*$/u.test(bareWords(text))
  );
}

/** Whether a yes is "ok, thanks", which ends a matter and takes up no offer. */
export function isThankfulAcknowledgement(text: string): boolean {
  return isAcknowledgement(text) && /\bthank/u.test(bareWords(text));
}

/** Whether the whole message is a wish to get no more messages. Source: `stop_words`, WA-OPT-002. */
export function asksToStop(text: string): boolean {
  return /^(?:please )?(?:stop|stopall|stop all|unsubscribe|opt out|optout|remove me|stop (?:sending|texting|messaging)(?: me)?(?: messages)?)(?: please)?$/u.test(
    bareWords(text),
  );
}

/** Thumbs up in any skin tone, or a check mark. */
const thumbsUp =
  /^(?:(?:\u{1f44d}(?:\u{1f3fb}|\u{1f3fc}|\u{1f3fd}|\u{1f3fe}|\u{1f3ff})?|\u{2705}|\u{2714})\u{fe0f}?\s*)+$/u;
const yes =
  /^(?:(?:yes|yeah|yep|yup|y|sure|ok|okay|confirm|confirmed|correct|please do|go ahead|do it|thats right|absolutely|of course)(?: |$))+(?:(?:please|pls|cancel it|cancel the order|cancel|go ahead|do it|confirm|thanks|thank you)(?: |$))*$/u;
const no =
  /^(?:(?:no|nope|nah|n|stop|wait|never mind|nevermind|nvm|forget it|dont|do not|dont cancel(?: it)?|do not cancel(?: it)?|leave it|keep it|keep the order|not now|actually no|changed my mind|i changed my mind|i have changed my mind|ive changed my mind)(?: |$))+(?:(?:thanks|thank you|please|pls|sorry|its fine|its ok)(?: |$))*$/u;
