import type { ConversationSummary } from '@ambit/sdk/conversation-list';
import { element, icon, refill, type Child } from './element.ts';
import { contactName, initials, listTime, previewText, windowText } from './wording.ts';

export type Show = 'all' | 'needs-person' | 'mine' | 'agent';

/** What the list shows now. `needs`: how many conversations wait for a person. */
export type ListView = {
  readonly conversations: readonly ConversationSummary[];
  readonly loaded: boolean;
  readonly more: boolean;
  readonly selected: string | undefined;
  readonly me: string | undefined;
  readonly now: number;
  readonly show: Show;
  readonly search: string;
  readonly phoneUrl: string | undefined;
  isUnread(summary: ConversationSummary): boolean;
  open(summary: ConversationSummary): void;
  loadMore(): void;
};

const tabs: readonly { show: Show; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'needs-person', label: 'Needs you' },
  { show: 'mine', label: 'Mine' },
  { show: 'agent', label: 'Agent' },
];

export function fillTabs(
  container: HTMLElement,
  now: Show,
  needs: string,
  choose: (show: Show) => void,
): void {
  refill(
    container,
    ...tabs.map(({ show, label }) =>
      element(
        'button',
        {
          type: 'button',
          'aria-pressed': String(show === now),
          'data-key': show,
          onclick: () => choose(show),
        },
        label,
        show === 'needs-person' && needs !== '0' && element('span', { class: 'count' }, needs),
      ),
    ),
  );
}

export function fillList(container: HTMLElement, view: ListView): void {
  const top = container.scrollTop;
  refill(
    container,
    ...view.conversations.map((summary) => card(summary, view)),
    view.loaded && view.conversations.length === 0 && nothing(view),
    view.more &&
      element('button', { type: 'button', class: 'button quiet more', onclick: view.loadMore }, 'Show more'),
  );
  container.scrollTop = top;
}

/** Names a conversation among the others. */
export function keyOf(place: { channelId: string; conversationId: string }): string {
  return `${place.channelId}/${place.conversationId}`;
}

function card(summary: ConversationSummary, view: ListView): HTMLElement {
  const { contact, last, owner, needsPerson } = summary;
  const key = keyOf(summary);
  const name = contactName(contact);
  const unread = view.isUnread(summary);
  const left = windowText(summary.windowClosesAt, view.now);
  return element(
    'button',
    {
      type: 'button',
      class: `card${unread ? ' unread' : ''}`,
      'data-key': key,
      'aria-current': key === view.selected ? 'true' : undefined,
      onclick: () => view.open(summary),
    },
    element(
      'span',
      { class: `avatar tint-${tint(contact.contactId)}`, 'aria-hidden': 'true' },
      initials(name),
    ),
    element(
      'span',
      { class: 'card-body' },
      element(
        'span',
        { class: 'card-top' },
        element('bdi', { class: 'name' }, name),
        element('span', { class: 'time' }, last === undefined ? '' : listTime(last.at, view.now)),
      ),
      element(
        'span',
        { class: `preview${last?.hidden === true ? ' gone' : ''}`, dir: 'auto' },
        last === undefined ? 'No message yet' : `${speaker(last, view.me)}${previewText(last)}`,
      ),
      element(
        'span',
        { class: 'chips' },
        needsPerson
          ? element('span', { class: 'chip bad' }, 'Needs you')
          : element(
              'span',
              { class: `chip ${owner.kind === 'agent' ? 'agent' : 'person'}` },
              ...holder(owner, view.me),
            ),
        element('span', { class: `chip window ${left.level}` }, icon('clock'), left.text),
        summary.openAlarms > 0 && element('span', { class: 'chip warn' }, icon('alert', 'Alarm')),
        summary.waiting > 0 &&
          element('span', { class: 'count', title: 'Messages not handled yet' }, String(summary.waiting)),
        unread &&
          summary.waiting === 0 &&
          element('span', { class: 'dot', role: 'img', 'aria-label': 'New' }),
      ),
    ),
  );
}

function holder(owner: ConversationSummary['owner'], me: string | undefined): readonly Child[] {
  if (owner.kind === 'agent') return [icon('bot'), 'Agent'];
  if (owner.kind === 'nobody') return ['Nobody'];
  if (owner.person === undefined) return [icon('person'), 'People'];
  return [icon('person'), element('bdi', {}, owner.person === me ? 'You' : owner.person)];
}

function speaker(last: { author: string; person?: string | undefined }, me: string | undefined): string {
  if (last.author === 'agent') return 'Agent: ';
  return last.author === 'person' ? `${last.person === me ? 'You' : (last.person ?? 'Person')}: ` : '';
}

function nothing({ show, search, phoneUrl }: ListView): HTMLElement {
  if (search !== '')
    return element('div', { class: 'empty' }, element('p', {}, `No conversation matches “${search}”.`));
  switch (show) {
    case 'all':
      return element(
        'div',
        { class: 'empty' },
        icon('phone'),
        element('p', {}, 'No conversation yet. Open the phone and write something.'),
        phoneUrl !== undefined &&
          element(
            'a',
            { class: 'button primary', href: phoneUrl, target: '_blank', rel: 'noreferrer' },
            'Open the phone',
          ),
      );
    case 'needs-person':
      return element(
        'div',
        { class: 'empty' },
        icon('check'),
        element('p', {}, 'Nobody waits for a person.'),
      );
    case 'mine':
      return element(
        'div',
        { class: 'empty' },
        element('p', {}, 'You answer no conversation. Take one over.'),
      );
    case 'agent':
      return element('div', { class: 'empty' }, element('p', {}, 'The agent answers no conversation now.'));
  }
}

/** One of eight colours, always the same for a person. */
export function tint(contactId: string): number {
  let sum = 0;
  for (const unit of contactId) sum = (sum * 31 + unit.charCodeAt(0)) % 1_000_003;
  return sum % 8;
}
