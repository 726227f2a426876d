import type { LogEntry } from '../sim-log.ts';
import { el } from './dom.ts';
import { curlOf, logBodies, logWords } from './log-words.ts';
import { button } from './panel-parts.ts';
import { timeWithSecondsOf } from './words.ts';

/** Every call and webhook, newest first, with filter and search. */
export type LogTab = {
  readonly node: HTMLElement;
  add(entries: readonly LogEntry[]): void;
};

const mostKept = 2_000;
const pageSize = 100;
const kinds = [
  ['all', 'All'],
  ['graph-call', 'Calls'],
  ['webhook-attempt', 'Webhooks'],
  ['flow-exchange', 'Flows'],
  ['trouble', 'Trouble'],
] as const;

type Kept = { readonly entry: LogEntry; readonly haystack: string; row: HTMLElement | undefined };

export function createLogTab(webhookUrl: () => string): LogTab {
  let kept: Kept[] = [];
  let kind = 'all';
  let most = pageSize;
  let paused = false;
  const list = el('ol', { class: 'log' });
  const empty = el('p', { class: 'hint' });
  const told = el('p', { class: 'hint', role: 'status' });
  const more = button('Show older', () => {
    most += pageSize;
    draw();
  });
  const search = el('input', {
    type: 'search',
    placeholder: 'Search bodies, ids, codes',
    'aria-label': 'Search the log',
    dir: 'auto',
  });
  const filters = kinds.map(([value, label]) =>
    el(
      'button',
      {
        type: 'button',
        class: 'small',
        'aria-pressed': String(value === kind),
        onclick: (event) => {
          kind = value;
          most = pageSize;
          for (const one of filters) one.setAttribute('aria-pressed', String(one === event.currentTarget));
          draw();
        },
      },
      label,
    ),
  );
  const hold = el(
    'button',
    {
      type: 'button',
      class: 'small',
      'aria-pressed': 'false',
      onclick: () => {
        paused = !paused;
        hold.setAttribute('aria-pressed', String(paused));
        if (!paused) draw();
      },
    },
    'Hold still',
  );
  const draw = (): void => {
    const words = search.value.trim().toLowerCase();
    const found = kept.filter(
      ({ entry, haystack }) =>
        (kind === 'all' || kind === entry.kind || (kind === 'trouble' && logWords(entry).tone !== 'good')) &&
        (words === '' || haystack.includes(words)),
    );
    const shown = found.slice(0, most).map((one) => {
      one.row ??= logRow(one.entry, webhookUrl, told);
      return one.row;
    });
    reconcile(list, shown);
    more.hidden = found.length <= most;
    empty.hidden = found.length > 0;
    empty.textContent =
      kept.length === 0
        ? 'Nothing yet: calls of the business and webhooks to it show here as they happen.'
        : 'Nothing in the log fits.';
  };
  search.addEventListener('input', () => {
    most = pageSize;
    draw();
  });
  draw();
  return {
    node: el(
      'div',
      { class: 'tab-panel log-tab' },
      el(
        'div',
        { class: 'log-tools' },
        search,
        el(
          'div',
          { class: 'form-buttons', role: 'group', 'aria-label': 'What the log shows' },
          ...filters,
          hold,
        ),
      ),
      told,
      list,
      empty,
      more,
    ),
    add: (entries) => {
      if (entries.length === 0) return;
      const added = entries.map((entry): Kept => ({ entry, haystack: haystackOf(entry), row: undefined }));
      kept = [...added.toReversed(), ...kept].slice(0, mostKept);
      if (!paused) draw();
    },
  };
}

function haystackOf(entry: LogEntry): string {
  const { label, about, result } = logWords(entry);
  const bodies = logBodies(entry).map((one) => one.text);
  return `${label} ${about} ${result} ${bodies.join(' ')}`.toLowerCase();
}

function reconcile(list: HTMLElement, rows: readonly HTMLElement[]): void {
  const wanted = new Set<Node>(rows);
  for (const child of Array.from(list.childNodes)) if (!wanted.has(child)) child.remove();
  rows.forEach((row, at) => {
    const there = list.childNodes[at];
    if (there !== row) list.insertBefore(row, there ?? null);
  });
}

function logRow(entry: LogEntry, webhookUrl: () => string, told: HTMLElement): HTMLElement {
  const { tone, label, about, result } = logWords(entry);
  const details = el(
    'details',
    {},
    el(
      'summary',
      {},
      el('time', {}, timeWithSecondsOf(entry.atMs)),
      el(
        'span',
        { class: 'log-label' },
        el('bdi', {}, label),
        ' ',
        el('span', { class: 'log-about' }, about),
      ),
      el('span', { class: 'log-result' }, result),
    ),
  );
  // Bodies are long and mostly unread: they are drawn when somebody opens the row.
  details.addEventListener(
    'toggle',
    () => {
      const copy = (what: string, text: string): HTMLElement =>
        button(what, () => {
          void navigator.clipboard.writeText(text).then(
            () => {
              told.textContent = 'Copied.';
            },
            () => {
              told.textContent = 'This browser does not let the page copy.';
            },
          );
        });
      const bodies = logBodies(entry);
      details.append(
        el(
          'div',
          { class: 'form-buttons' },
          copy('Copy as curl', curlOf(entry, location.origin, webhookUrl())),
          ...bodies.map((one) => copy(`Copy ${one.title.split(',')[0]?.toLowerCase() ?? ''}`, one.text)),
        ),
        ...bodies.flatMap((one) => [
          el('h3', {}, one.title),
          el('pre', { tabindex: '0', dir: 'ltr', 'aria-label': one.title, role: 'region' }, one.text),
        ]),
      );
    },
    { once: true },
  );
  return el('li', { class: tone }, details);
}
