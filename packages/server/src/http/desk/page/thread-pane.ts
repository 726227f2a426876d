import type { Conversation } from '@ambit/sdk/conversation';
import type { TimelineEntry, WaitingMessage } from '@ambit/sdk/timeline-entry';
import { element, icon, refill, type Child } from './element.ts';
import { tint } from './list-pane.ts';
import { mediaView } from './media-view.ts';
import {
  clockText,
  contactName,
  dayText,
  deliveryText,
  eventText,
  fullTime,
  initials,
  kindText,
  ownerText,
  phoneText,
  windowText,
} from './wording.ts';

/** What a person does with the open conversation. */
export type ThreadActions = {
  take(): void;
  giveBack(): void;
  back(): void;
  toggleWhy(): void;
  why(turnId: string): void;
  loadOlder(): void;
};

export function fillHead(
  container: HTMLElement,
  conversation: Conversation,
  now: number,
  me: string | undefined,
  actions: ThreadActions,
): void {
  const { contact, owner } = conversation;
  const name = contactName(contact);
  const phone = phoneText(contact);
  const left = windowText(conversation.windowClosesAt, now);
  const mine = owner.kind === 'people' && owner.person !== undefined && owner.person === me;
  refill(
    container,
    element(
      'button',
      {
        type: 'button',
        class: 'button quiet square only-narrow',
        'aria-label': 'Back to the list',
        'data-key': 'back',
        onclick: actions.back,
      },
      icon('back'),
    ),
    element(
      'span',
      { class: `avatar tint-${tint(contact.contactId)}`, 'aria-hidden': 'true' },
      initials(name),
    ),
    element(
      'div',
      { class: 'who' },
      element('h1', {}, element('bdi', {}, name)),
      element(
        'p',
        {},
        phone !== undefined && name !== phone && element('bdi', {}, phone),
        element(
          'span',
          { class: `owner ${conversation.needsPerson ? 'needs' : owner.kind}` },
          ownerText(owner, me),
        ),
      ),
    ),
    element(
      'div',
      { class: 'head-actions' },
      element(
        'span',
        {
          class: `chip window ${left.level}`,
          title:
            conversation.windowClosesAt === undefined
              ? 'The customer has not written'
              : `Free replies until ${fullTime(conversation.windowClosesAt)}`,
        },
        icon('clock'),
        left.level === 'closed' ? `Window ${left.text}` : left.text,
      ),
      !mine &&
        element(
          'button',
          { type: 'button', class: 'button', 'data-key': 'take', onclick: actions.take },
          'Take over',
        ),
      owner.kind !== 'agent' &&
        element(
          'button',
          {
            type: 'button',
            class: mine ? 'button primary' : 'button',
            'data-key': 'give',
            onclick: actions.giveBack,
          },
          'Give back',
        ),
      element(
        'button',
        { type: 'button', class: 'button quiet', 'data-key': 'why', onclick: actions.toggleWhy },
        'Why?',
      ),
    ),
  );
}

/** What shows the file of a message, if it has one. */
type Files = (entry: TimelineEntry) => readonly Child[];

/** Whether the reader is at the end of the timeline, where new messages should come into view. */
let atEnd = true;

/** Keeps the end in view while the timeline changes its size, unless somebody reads further up. */
export function keepAtEnd(container: HTMLElement): void {
  container.addEventListener('scroll', () => {
    atEnd = container.scrollHeight - container.scrollTop - container.clientHeight < 80;
  });
  new ResizeObserver(() => {
    if (atEnd) container.scrollTop = container.scrollHeight;
  }).observe(container);
}

/** Fills the timeline and stays at its end if it was there, or if the conversation was just opened. */
export function fillTimeline(
  container: HTMLElement,
  conversation: Conversation,
  now: number,
  me: string | undefined,
  actions: ThreadActions,
  opened: boolean,
): void {
  if (opened) atEnd = true;
  const fromEnd = container.scrollHeight - container.scrollTop;
  const files: Files = (entry) =>
    mediaView(entry, conversation.channelId, () => {
      if (atEnd) container.scrollTop = container.scrollHeight;
    });
  const lines: Child[] = [];
  let day = '';
  for (const entry of conversation.timeline) {
    const today = dayText(entry.at, now);
    if (today !== day) lines.push(element('div', { class: 'day' }, element('span', {}, today)));
    day = today;
    lines.push(lineOf(entry, me, actions, files));
  }
  refill(
    container,
    conversation.older &&
      element(
        'button',
        { type: 'button', class: 'button quiet more', 'data-key': 'older', onclick: actions.loadOlder },
        'Show earlier messages',
      ),
    ...lines,
    ...conversation.waiting.map((message) => waitingBubble(message, me)),
  );
  container.scrollTop = atEnd ? container.scrollHeight : container.scrollHeight - fromEnd;
}

/** What is said is a bubble; what merely happened is a line between bubbles. */
function lineOf(
  entry: TimelineEntry,
  me: string | undefined,
  actions: ThreadActions,
  files: Files,
): HTMLElement {
  if (entry.author === 'event') return activity(entry, eventText(entry.text ?? '', entry.person, me));
  if (entry.author === 'customer' && entry.kind === 'revoke')
    return activity(entry, 'The customer deleted a message');
  if (entry.author === 'customer' && entry.kind === 'reaction' && !entry.hidden)
    return activity(
      entry,
      entry.text === '' ? 'The customer took back a reaction' : `The customer reacted ${entry.text ?? ''}`,
    );
  return bubble(entry, me, actions, files);
}

function activity(entry: TimelineEntry, text: string): HTMLElement {
  const bad = /^(?:delivery-failed|refused-by-policy)/.test(entry.text ?? '');
  return element(
    'div',
    { class: `activity${bad ? ' bad' : ''}`, title: fullTime(entry.at) },
    element('span', { dir: 'auto' }, `${text} · ${clockText(entry.at)}`),
  );
}

function bubble(
  entry: TimelineEntry,
  me: string | undefined,
  actions: ThreadActions,
  files: Files,
): HTMLElement {
  const { delivery, turnId } = entry;
  const problem = delivery?.problem;
  const stuck =
    delivery?.state === 'refused' || delivery?.state === 'failed' || delivery?.state === 'unknown';
  return element(
    'article',
    {
      class: `bubble ${entry.author}${stuck ? ' stuck' : ''}`,
      'aria-label': `${authorText(entry, me)}, ${clockText(entry.at)}`,
    },
    entry.disclosure !== undefined &&
      element(
        'p',
        { class: 'disclosure', dir: 'auto', title: 'Put before the message by the policy' },
        entry.disclosure,
      ),
    ...words(entry, files(entry)),
    entry.choices !== undefined &&
      element(
        'ul',
        { class: 'choices' },
        ...entry.choices.map(({ title }) => element('li', { dir: 'auto' }, title)),
      ),
    element(
      'footer',
      {},
      entry.author !== 'customer' && element('bdi', { class: 'author' }, authorText(entry, me)),
      turnId !== undefined &&
        entry.author === 'agent' &&
        element(
          'button',
          {
            type: 'button',
            class: 'link',
            'data-key': `why ${entry.position}`,
            onclick: () => actions.why(turnId),
          },
          'Why?',
        ),
      entry.transcript === true &&
        element('span', { title: 'A program wrote down what is said; it may be wrong' }, 'Transcript'),
      element('time', { title: fullTime(entry.at) }, clockText(entry.at)),
      delivery !== undefined && tick(delivery.state),
    ),
    problem !== undefined &&
      element(
        'div',
        { class: `problem${stuck ? '' : ' mild'}` },
        element('strong', {}, stuck ? deliveryText(delivery?.state ?? 'failed').text : 'Not sent yet'),
        element(
          'span',
          { dir: 'auto' },
          problem.code === undefined ? problem.reason : `${problem.reason} (${problem.code})`,
        ),
        element('span', { class: 'fix' }, problem.fix),
      ),
  );
}

function tick(state: NonNullable<TimelineEntry['delivery']>['state']): SVGSVGElement {
  const { icon: name, text } = deliveryText(state);
  const made = icon(name, text);
  made.classList.add('tick', state);
  return made;
}

function waitingBubble(message: WaitingMessage, me: string | undefined): HTMLElement {
  const mine = message.author === 'person';
  return element(
    'article',
    { class: `bubble ${message.author} waiting` },
    ...words(message),
    element(
      'footer',
      {},
      mine && element('bdi', { class: 'author' }, message.person === me ? 'You' : (message.person ?? '')),
      element('span', {}, mine ? 'going out' : 'not handled yet'),
      element('time', {}, clockText(message.at)),
      icon('clock', mine ? 'Going out' : 'Not handled yet'),
    ),
  );
}

function words(
  said: { kind: string; text?: string | undefined; hidden: boolean },
  file: readonly Child[] = [],
): readonly Child[] {
  if (said.hidden) return [element('p', { class: 'gone' }, 'Deleted by the customer')];
  const kind = kindText(said.kind);
  return [
    kind !== undefined && element('span', { class: 'kind' }, kind),
    ...file,
    said.text !== undefined && element('p', { class: 'text', dir: 'auto' }, said.text),
  ];
}

function authorText(entry: TimelineEntry, me: string | undefined): string {
  switch (entry.author) {
    case 'customer':
      return 'Customer';
    case 'agent':
      return 'Agent';
    case 'person':
      return entry.person === me ? 'You' : (entry.person ?? 'Person');
    case 'system':
    case 'event':
      return 'Ambit';
  }
}
