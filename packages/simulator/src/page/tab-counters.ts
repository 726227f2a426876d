import type { AccountView } from '../control/account-view.ts';
import type { ConversationView } from '../thread-message.ts';
import { el } from './dom.ts';
import { chip, dollars, section, spoken, type Tone } from './panel-parts.ts';
import { durationOf } from './words.ts';
import { windowWords } from './window-words.ts';

/** Windows and counters per person, limits used, and what it has cost so far. */
export type CountersTab = {
  readonly node: HTMLElement;
  showAccount(account: AccountView): void;
  showPeople(views: readonly ConversationView[], more: number): void;
};

export function createCountersTab(openCustomer: (id: string) => void): CountersTab {
  const costs = el('div');
  const limits = el('div');
  const people = el('div');
  return {
    node: el(
      'div',
      { class: 'tab-panel' },
      section('Costs so far', costs),
      section('Limits', limits),
      section('People', people),
    ),
    showAccount: (account) => {
      costs.replaceChildren(...costView(account));
      limits.replaceChildren(limitsView(account));
    },
    showPeople: (views, more) => {
      const focused = document.activeElement?.getAttribute('data-open') ?? '';
      people.replaceChildren(
        peopleTable(views, openCustomer),
        ...(more > 0 ? [el('p', { class: 'hint' }, `and ${more} more`)] : []),
      );
      if (focused !== '') people.querySelector<HTMLElement>(`[data-open="${CSS.escape(focused)}"]`)?.focus();
    },
  };
}

type Sum = { country: string; type: string; category: string; volume: number; cost: number };

function costView(account: AccountView): readonly HTMLElement[] {
  const sums = new Map<string, Sum>();
  for (const { country, type, category, volume, cost } of account.charges) {
    const key = `${country}|${type}|${category}`;
    const sum = sums.get(key) ?? { country, type, category, volume: 0, cost: 0 };
    sum.volume += volume;
    sum.cost += cost;
    sums.set(key, sum);
  }
  const total = el('p', { class: 'big-number' }, dollars(account.costTotal));
  if (sums.size === 0)
    return [total, el('p', { class: 'hint' }, 'Nothing was delivered yet. Prices come with the statuses.')];
  const rows = [...sums.values()].toSorted((one, other) => other.cost - one.cost);
  return [
    total,
    table(
      ['Market', 'Category', 'Kind', 'Delivered', 'Price each', 'Cost'],
      rows.map((row) => [
        row.country,
        spoken(row.category),
        spoken(row.type),
        String(row.volume),
        dollars(row.cost / row.volume),
        dollars(row.cost),
      ]),
      'Costs by market and category',
    ),
  ];
}

function limitsView(account: AccountView): HTMLElement {
  return table(
    ['What', 'Used', 'Of'],
    [
      [
        'People outside their window, last 24 h',
        String(account.peopleUsed),
        account.peopleLimit === null ? 'any number' : account.peopleLimit.toLocaleString('en'),
      ],
      ['Management calls, last hour', String(account.managementCallsUsed), '5,000'],
      ...account.numbers.map((line) => [
        `Free service messages of +${line.displayPhoneNumber}, this month`,
        String(line.serviceUsed),
        line.serviceFree.toLocaleString('en'),
      ]),
      ['Templates delivered since the start', String(account.templatesDelivered), '2,000 for the next limit'],
    ],
    'Limits and how much of them is used',
  );
}

function peopleTable(views: readonly ConversationView[], open: (id: string) => void): HTMLElement {
  if (views.length === 0) return el('p', { class: 'hint' }, 'No customers yet.');
  return table(
    ['Customer', 'Window', 'Free entry', 'Thread', 'From them', 'To them', 'Read', 'Failed'],
    views.map((view) => {
      const words = windowWords(view.window, view.nowMs);
      const to = view.messages.filter((message) => message.from === 'business');
      const count = (kind: string): string => String(to.filter((one) => one.progress.kind === kind).length);
      return [
        el(
          'button',
          {
            type: 'button',
            class: 'link',
            dir: 'auto',
            'data-open': view.customer.id,
            onclick: () => {
              open(view.customer.id);
            },
          },
          view.customer.name,
        ),
        chip(words.pill === '' ? words.title : words.pill, toneOf(words.tone)),
        view.freeEntryUntilMs === null ? '–' : durationOf(view.freeEntryUntilMs - view.nowMs),
        view.holder === 'business' ? 'business' : 'Meta’s agent',
        String(view.messages.length - to.length),
        String(to.length),
        count('read'),
        count('failed'),
      ];
    }),
    'Windows and counters of each customer',
  );
}

function toneOf(tone: string): Tone {
  return tone === 'good' || tone === 'warn' || tone === 'bad' ? tone : 'idle';
}

function table(
  heads: readonly string[],
  rows: readonly (readonly (string | HTMLElement)[])[],
  label: string,
): HTMLElement {
  return el(
    'div',
    { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': label },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...heads.map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...row.map((cell) => el('td', {}, cell))))),
    ),
  );
}
