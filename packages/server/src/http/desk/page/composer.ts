import type { Conversation } from '@ambit/sdk/conversation';
import { byId, element, icon, refill } from './element.ts';
import { contactName, fullTime, windowText } from './wording.ts';

const lock = byId('composer-lock', HTMLDivElement);
const hint = byId('composer-hint', HTMLParagraphElement);
const send = byId('send', HTMLButtonElement);
const note = byId('composer-note', HTMLSpanElement);

/** Where a person writes. */
export const replyField = byId('reply', HTMLTextAreaElement);

/** Locks or opens the composer and says why; what opens it is in the same place. */
export function fillComposer(
  conversation: Conversation,
  now: number,
  me: string | undefined,
  take: () => void,
): void {
  const { owner } = conversation;
  const name = contactName(conversation.contact);
  const closed = windowText(conversation.windowClosesAt, now).level === 'closed';
  const others = owner.kind === 'people' && owner.person !== undefined && owner.person !== me;
  const locked = closed || owner.kind !== 'people' || others;
  replyField.disabled = locked;
  send.disabled = locked;
  replyField.placeholder = locked ? '' : `Write to ${name}`;
  lock.hidden = !locked;
  hint.hidden = locked || owner.person !== undefined;
  hint.textContent = 'Nobody has taken this conversation. Sending your answer takes it.';
  if (closed) {
    const when =
      conversation.windowClosesAt === undefined
        ? 'The customer has not written yet.'
        : `The 24-hour window closed on ${fullTime(conversation.windowClosesAt)}.`;
    refill(
      lock,
      icon('lock'),
      element('span', {}, `${when} You can write again as soon as the customer does.`),
    );
  } else if (locked) {
    refill(
      lock,
      icon('lock'),
      element(
        'span',
        {},
        others
          ? `${owner.person ?? 'Somebody'} answers here.`
          : 'The agent answers here. Take over to write yourself.',
      ),
      element(
        'button',
        { type: 'button', class: 'button primary', 'data-key': 'take', onclick: take },
        'Take over',
      ),
    );
  }
}

/** One line under the field: what became of the last attempt, or how much room is left. */
export function tellComposer(text: string, bad = false): void {
  note.textContent = text;
  note.classList.toggle('bad', bad);
}
