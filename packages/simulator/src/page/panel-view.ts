import type { LogEntry } from '../sim-log.ts';
import type { WindowState } from '../thread-message.ts';
import type { Chaos, ClockNow, SimState } from './api.ts';
import { byId, el, icon } from './dom.ts';
import { durationOf, fullTimeOf, timeOf } from './words.ts';

/** What the panel's controls do. */
export type PanelActs = {
  moveClock(byMs: number): void;
  failNext(fault: Readonly<Record<string, unknown>>): void;
  setChaos(chaos: Partial<Chaos>): void;
  chooseNumber(phoneNumberId: string): void;
  close(): void;
};

export type Panel = {
  showWindow(window: WindowState, nowMs: number): void;
  showClock(clock: ClockNow): void;
  showState(state: SimState): void;
  addLog(entries: readonly LogEntry[]): void;
};

const hour = 3_600_000;
const warnBelow = 4 * hour;
const shownLog = 80;

const faults = [
  ['error:131056', 'Pair rate limit (131056)'],
  ['error:130429', 'Throughput limit (130429)'],
  ['refuse-429', 'HTTP 429 with Retry-After 5 s'],
  ['error:131000', 'Something went wrong (131000)'],
  ['error:131026', 'Undeliverable (131026)'],
  ['error:131047', 'Window closed (131047)'],
  ['error:131031', 'Account locked (131031)'],
  ['error:190', 'Token expired (190)'],
  ['timeout-before-accept', 'Time-out, not accepted'],
  ['timeout-after-accept', 'Time-out, but accepted'],
  ['cut-before', 'Connection cut, not accepted'],
  ['cut-after', 'Connection cut, but accepted'],
] as const;

/** The simulator's controls beside the phone. */
export function createPanel(acts: PanelActs): Panel {
  const windowBox = el('div', { class: 'window-box' });
  const clockText = el('p', { class: 'clock-now' });
  const faultsLeft = el('p', { class: 'hint', role: 'status' });
  const chaosList = el('div', { class: 'switches' });
  const webhookLine = el('p', { class: 'hint' });
  const logList = el('ol', { class: 'log' });
  const numberRow = el('div', { class: 'number-row', hidden: true });
  const closeButton = el('button', {
    class: 'icon-button',
    type: 'button',
    'aria-label': 'Close controls',
    id: 'close-panel',
  });
  closeButton.append(icon('close'));
  closeButton.addEventListener('click', acts.close);
  byId('panel', HTMLElement).replaceChildren(
    el('header', { class: 'panel-head' }, el('h2', {}, 'Simulator'), closeButton),
    numberRow,
    section('Service window', windowBox),
    section('Clock', clockText, clockButtons(acts)),
    section('Next sends of the business fail', faultForm(acts), faultsLeft),
    section('Trouble on the way', chaosList, webhookLine),
    section('Calls and webhooks', logList),
  );

  return {
    showWindow: (window, nowMs) => {
      const view = windowWords(window, nowMs);
      windowBox.className = `window-box ${view.tone}`;
      windowBox.replaceChildren(
        el('p', { class: 'window-title' }, view.title),
        el(
          'div',
          { class: 'meter', 'aria-hidden': 'true' },
          el('span', { style: `inline-size:${view.percent}%` }),
        ),
        el('p', { class: 'hint' }, view.detail),
      );
      const pill = byId('window-pill', HTMLElement);
      pill.hidden = view.pill === '';
      pill.textContent = view.pill;
      pill.className = `pill ${view.tone}`;
      pill.title = `${view.title}. ${view.detail}`;
    },
    showClock: (clock) => {
      const moved = Math.round(clock.offsetMs / 60_000);
      clockText.replaceChildren(
        el('b', {}, fullTimeOf(clock.nowMs)),
        moved === 0
          ? ' real time'
          : ` moved by ${moved > 0 ? '+' : '−'}${durationOf(Math.abs(moved) * 60_000)}`,
      );
    },
    showState: (state) => {
      faultsLeft.textContent =
        state.faultsLeft === 0
          ? 'No failure is armed.'
          : `${state.faultsLeft} send${state.faultsLeft === 1 ? '' : 's'} will fail.`;
      chaosList.replaceChildren(...chaosSwitches(state.chaos, acts));
      webhookLine.textContent = webhookWords(state);
      showNumbers(numberRow, state, acts);
    },
    addLog: (entries) => {
      for (const entry of entries) logList.prepend(logRow(entry));
      while (logList.children.length > shownLog) logList.lastElementChild?.remove();
    },
  };
}

function section(title: string, ...content: readonly HTMLElement[]): HTMLElement {
  return el('section', {}, el('h3', {}, title), ...content);
}

function windowWords(
  window: WindowState,
  nowMs: number,
): { tone: string; title: string; detail: string; percent: number; pill: string } {
  switch (window.kind) {
    case 'never-opened':
      return {
        tone: 'idle',
        title: 'Not open',
        detail: 'The customer has not written yet: the business may only send templates.',
        percent: 0,
        pill: '',
      };
    case 'closed':
      return {
        tone: 'bad',
        title: 'Closed',
        detail: `Since ${fullTimeOf(window.closedAtMs)}: only templates until the customer writes again.`,
        percent: 0,
        pill: 'Window closed',
      };
    case 'open': {
      const left = window.closesAtMs - nowMs;
      return {
        tone: left < warnBelow ? 'warn' : 'good',
        title: `Open for ${durationOf(left)}`,
        detail: `The business may answer freely until ${fullTimeOf(window.closesAtMs)}.`,
        percent: Math.min(100, Math.max(2, (left / (24 * hour)) * 100)),
        pill: `${durationOf(left).replace(/ \d+ min$/, '')} left`,
      };
    }
  }
}

function clockButtons(acts: PanelActs): HTMLElement {
  const button = (label: string, byMs: () => number): HTMLElement =>
    el('button', { class: 'small', type: 'button', onclick: () => acts.moveClock(byMs()) }, label);
  return el(
    'div',
    { class: 'button-row' },
    button('+1 h', () => hour),
    button('+12 h', () => 12 * hour),
    button('+24 h', () => 24 * hour),
    button('Reset', () => Number.NaN),
  );
}

function faultForm(acts: PanelActs): HTMLElement {
  const select = el('select', { 'aria-label': 'How it fails' });
  for (const [value, label] of faults) select.append(el('option', { value }, label));
  const count = el('input', {
    type: 'number',
    min: '1',
    max: '99',
    value: '1',
    'aria-label': 'How many sends',
  });
  const form = el(
    'form',
    { class: 'fault-form' },
    select,
    count,
    el('button', { class: 'small', type: 'submit' }, 'Arm'),
    el('button', { class: 'small', type: 'button', onclick: () => acts.failNext({ count: 0 }) }, 'Clear'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const [mode, code] = select.value.split(':');
    acts.failNext({
      count: Number(count.value) || 1,
      mode,
      ...(code === undefined ? {} : { code: Number(code) }),
      ...(mode === 'refuse-429' ? { retryAfterS: 5 } : {}),
    });
  });
  return form;
}

function chaosSwitches(chaos: Chaos, acts: PanelActs): readonly HTMLElement[] {
  const set = (change: Partial<Chaos>) => (): void => {
    acts.setChaos({ ...chaos, ...change });
  };
  return [
    toggle('Every webhook comes twice', chaos.duplicate > 0, set({ duplicate: chaos.duplicate > 0 ? 0 : 1 })),
    toggle('Webhooks overtake each other', chaos.reorder, set({ reorder: !chaos.reorder })),
    toggle('Several updates in one webhook', chaos.batch > 0, set({ batch: chaos.batch > 0 ? 0 : 5 })),
    toggle(
      'Slow: 0.5 to 3 s late',
      chaos.delayMs[1] > 0,
      set({ delayMs: chaos.delayMs[1] > 0 ? [0, 0] : [500, 3_000] }),
    ),
    toggle(
      'First attempt gets lost',
      chaos.dropFirstAttempts > 0,
      set({ dropFirstAttempts: chaos.dropFirstAttempts > 0 ? 0 : 1 }),
    ),
  ];
}

function toggle(label: string, on: boolean, flip: () => void): HTMLElement {
  return el(
    'button',
    { class: 'switch', type: 'button', role: 'switch', 'aria-checked': String(on), onclick: flip },
    el('span', { class: 'track', 'aria-hidden': 'true' }),
    label,
  );
}

function webhookWords(state: SimState): string {
  const { waiting, inFlight, retrying } = state.webhooks;
  const busy = waiting + inFlight + retrying;
  const handshake =
    state.handshake.kind === 'verified'
      ? 'Webhook verified'
      : `Webhook not verified: ${state.handshake.problem ?? ''}`;
  return busy === 0
    ? `${handshake}. Nothing waiting.`
    : `${handshake}. ${waiting + inFlight} on the way, ${retrying} to retry.`;
}

function showNumbers(row: HTMLElement, state: SimState, acts: PanelActs): void {
  row.hidden = state.numbers.length < 2;
  if (row.hidden || row.childElementCount > 0) return;
  const select = el('select', { id: 'number' });
  for (const one of state.numbers)
    select.append(el('option', { value: one.phoneNumberId }, `+${one.displayPhoneNumber}`));
  select.addEventListener('change', () => {
    acts.chooseNumber(select.value);
  });
  row.append(el('label', { for: 'number' }, 'Number of the business'), select);
}

function logRow(entry: LogEntry): HTMLElement {
  const { tone, label, result } = logWords(entry);
  const body = bodyOf(entry);
  return el(
    'li',
    { class: tone },
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('time', {}, timeOf(entry.atMs)),
        el('span', { class: 'log-label' }, label),
        el('span', { class: 'log-result' }, result),
      ),
      el('pre', { tabindex: '0' }, body),
    ),
  );
}

function bodyOf(entry: LogEntry): string {
  switch (entry.kind) {
    case 'webhook-attempt':
      return prettyJson(entry.body);
    case 'graph-call':
      return JSON.stringify(entry.body, null, 2);
    case 'flow-exchange':
      return JSON.stringify({ request: entry.request, answer: entry.answer }, null, 2);
  }
}

function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function logWords(entry: LogEntry): { tone: string; label: string; result: string } {
  if (entry.kind === 'graph-call') {
    const label = `${entry.method} ${entry.path.split('/').at(-1) ?? ''}`;
    switch (entry.outcome.kind) {
      case 'accepted':
        return { tone: 'good', label, result: 'accepted' };
      case 'marked-read':
        return { tone: 'good', label, result: 'marked read' };
      case 'answered':
        return { tone: 'good', label, result: '200' };
      case 'rejected':
        return { tone: 'bad', label, result: `${entry.outcome.httpStatus} · ${entry.outcome.code}` };
      case 'fault':
        return { tone: 'warn', label, result: entry.outcome.mode };
    }
  }
  if (entry.kind === 'flow-exchange') {
    const isGood = entry.outcome.kind === 'answered';
    const result = entry.outcome.kind === 'answered' ? `200 · ${entry.tookMs} ms` : entry.outcome.problem;
    return { tone: isGood ? 'good' : 'bad', label: 'Flow endpoint', result };
  }
  const copies = entry.duplicate ? ' again' : '';
  const label = `Webhook ${entry.webhookId}${copies}${entry.updates > 1 ? ` (${entry.updates})` : ''}`;
  switch (entry.outcome.kind) {
    case 'delivered':
      return { tone: 'good', label, result: `200 · ${entry.tookMs} ms` };
    case 'refused':
      return { tone: 'bad', label, result: `${entry.outcome.status} · attempt ${entry.attempt}` };
    case 'unreachable':
      return { tone: 'bad', label, result: 'unreachable' };
    case 'dropped':
      return { tone: 'warn', label, result: 'lost' };
  }
}
