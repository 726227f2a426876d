import type { ClockView, StateView } from '../control/control.ts';
import type { ConversationView } from '../thread-message.ts';
import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { byId, el } from './dom.ts';
import { faultForm } from './fault-form.ts';
import { button, folded, section, type PanelContext } from './panel-parts.ts';
import { durationOf, fullTimeOf } from './words.ts';
import { windowWords } from './window-words.ts';

const hour = 3_600_000;

/** The first tab: window, clock, failures, trouble on the way, how the simulator behaves. */
export type NowTab = {
  readonly node: HTMLElement;
  showConversation(view: ConversationView): void;
  showClock(clock: ClockView): void;
  showState(state: StateView): void;
};

export function createNowTab(context: PanelContext, chooseNumber: (id: string) => void): NowTab {
  const windowBox = el('div', { class: 'window-box' });
  const clockText = el('p', { class: 'clock-now' });
  const faultsLeft = el('p', { class: 'hint', role: 'status' });
  const chaosList = el('div', { class: 'switches' });
  const chaosExact = folded('Exact settings');
  const behaviour = el('div');
  const webhookLine = el('p', { class: 'hint', role: 'status' });
  const numberRow = el('div', { class: 'number-row', hidden: true });
  let chaosLook = '';
  let settingsLook = '';
  const node = el(
    'div',
    { class: 'tab-panel' },
    numberRow,
    section('Service window', windowBox),
    section('Clock', clockText, clockButtons(context), clockForms()),
    section('Next Graph calls of the business fail', faultForm(), faultsLeft),
    section('Trouble on the way of webhooks', chaosList, chaosExact, webhookLine),
    section('How the simulator behaves', behaviour),
  );
  return {
    node,
    showConversation: (view) => {
      const words = windowWords(view.window, view.nowMs);
      windowBox.className = `window-box ${words.tone}`;
      const free = view.freeEntryUntilMs;
      windowBox.replaceChildren(
        el('p', { class: 'window-title' }, words.title),
        el(
          'div',
          { class: 'meter', 'aria-hidden': 'true' },
          el('span', { style: `inline-size:${words.percent}%` }),
        ),
        el('p', { class: 'hint' }, words.detail),
        ...(free === null
          ? []
          : [el('p', { class: 'hint' }, `Free until ${fullTimeOf(free)}: an ad brought the customer.`)]),
        ...(view.holder === 'meta-agent'
          ? [el('p', { class: 'hint' }, 'Meta’s Business Agent has the thread: webhooks go to standby.')]
          : []),
      );
      const pill = byId('window-pill', HTMLElement);
      pill.hidden = words.pill === '';
      pill.textContent = words.pill;
      pill.className = `pill ${words.tone}`;
      pill.title = `${words.title}. ${words.detail}`;
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
          : `${state.faultsLeft} call${state.faultsLeft === 1 ? '' : 's'} will fail.`;
      webhookLine.textContent = webhookWords(state);
      showNumbers(numberRow, state, chooseNumber);
      if (JSON.stringify(state.chaos) !== chaosLook) {
        chaosLook = JSON.stringify(state.chaos);
        const focused = Array.from(chaosList.children).indexOf(document.activeElement ?? document.body);
        chaosList.replaceChildren(...chaosSwitches(state.chaos, context));
        if (focused >= 0) chaosList.querySelectorAll('button')[focused]?.focus();
        chaosExact.replaceChildren(el('summary', {}, 'Exact settings'), chaosForm(state.chaos));
      }
      if (JSON.stringify(state.settings) !== settingsLook) {
        settingsLook = JSON.stringify(state.settings);
        behaviour.replaceChildren(settingsForm(state.settings));
      }
    },
  };
}

function clockButtons(context: PanelContext): HTMLElement {
  const move = (label: string, byMs: number): HTMLElement =>
    button(label, () => {
      context.run(() => api.moveClock(byMs));
    });
  return el(
    'div',
    { class: 'button-row' },
    move('+1 h', hour),
    move('+12 h', 12 * hour),
    move('+24 h', 24 * hour),
    move('+7 days', 7 * 24 * hour),
    button('Reset', () => {
      context.run(async () => api.moveClock(-Math.round((await api.clock()).offsetMs)));
    }),
  );
}

function clockForms(): HTMLElement {
  return folded(
    'By another step, or to a date',
    actForm({
      label: 'Move the clock by a step',
      submit: 'Move on',
      fields: [
        {
          kind: 'number',
          name: 'count',
          label: 'How many',
          value: 3,
          min: -10_000,
          max: 10_000,
          step: 'any',
        },
        {
          kind: 'choice',
          name: 'unitMs',
          label: 'Of what',
          value: String(hour),
          options: [
            ['1000', 'seconds'],
            ['60000', 'minutes'],
            [String(hour), 'hours'],
            [String(24 * hour), 'days'],
          ],
        },
      ],
      send: async ({ count, unitMs }) => {
        const { nowMs } = await api.moveClock(Math.round(Number(count ?? 0) * Number(unitMs)));
        return `It is ${fullTimeOf(nowMs)}.`;
      },
    }),
    actForm({
      label: 'Set the clock to a date',
      submit: 'Set',
      fields: [
        {
          kind: 'text',
          name: 'at',
          label: 'Date and time, as 2027-01-31 09:30 (your zone)',
          placeholder: '2027-01-31 09:30',
          required: true,
        },
      ],
      send: async ({ at }) => {
        const time = new Date(String(at).replace(' ', 'T')).getTime();
        if (Number.isNaN(time)) throw new Error('That is no date; write it as 2027-01-31 09:30.');
        const { nowMs } = await api.setClock(time);
        return `It is ${fullTimeOf(nowMs)}.`;
      },
    }),
  );
}

function chaosSwitches(chaos: StateView['chaos'], context: PanelContext): readonly HTMLElement[] {
  const set = (change: Partial<StateView['chaos']>) => (): void => {
    context.run(() => api.chaos({ ...chaos, ...change }));
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

function chaosForm(chaos: StateView['chaos']): HTMLElement {
  return actForm({
    label: 'Exact settings of the trouble on the way',
    submit: 'Set',
    fields: [
      {
        kind: 'number',
        name: 'duplicate',
        label: 'Copies of each webhook',
        value: chaos.duplicate,
        min: 0,
        max: 20,
      },
      {
        kind: 'number',
        name: 'batch',
        label: 'Updates in one webhook (0: as they come)',
        value: chaos.batch,
        min: 0,
        max: 1_000,
      },
      { kind: 'number', name: 'fromMs', label: 'Late by at least, ms', value: chaos.delayMs[0], min: 0 },
      { kind: 'number', name: 'toMs', label: 'Late by at most, ms', value: chaos.delayMs[1], min: 0 },
      {
        kind: 'number',
        name: 'dropFirstAttempts',
        label: 'Attempts that get lost',
        value: chaos.dropFirstAttempts,
        min: 0,
        max: 10,
      },
      { kind: 'check', name: 'reorder', label: 'Webhooks overtake each other', value: chaos.reorder },
      { kind: 'number', name: 'seed', label: 'Seed, for the same chaos again' },
    ],
    send: async ({ fromMs, toMs, ...rest }) => {
      await api.chaos({ ...rest, delayMs: [Number(fromMs ?? 0), Number(toMs ?? 0)] });
      return undefined;
    },
  });
}

function settingsForm(settings: StateView['settings']): HTMLElement {
  return actForm({
    label: 'How the simulator behaves',
    submit: 'Save',
    fields: [
      {
        kind: 'choice',
        name: 'limits',
        label: 'Limits on speed and people',
        value: settings.limits,
        options: [
          ['meta', 'As Meta’s'],
          ['none', 'None, for load tests'],
        ],
      },
      {
        kind: 'choice',
        name: 'closedWindow',
        label: 'A send into a closed window',
        value: settings.closedWindow,
        options: [
          ['refuse', 'is refused at once'],
          ['fail-by-webhook', 'fails by webhook'],
        ],
      },
      {
        kind: 'choice',
        name: 'autoRead',
        label: 'Customers read messages',
        value: settings.autoRead,
        options: [
          ['never', 'when this page shows them'],
          ['when-delivered', 'as soon as they arrive'],
        ],
      },
      {
        kind: 'choice',
        name: 'templateReview',
        label: 'New templates',
        value: settings.templateReview,
        options: [
          ['automatic', 'are approved by themselves'],
          ['manual', 'wait for you to be Meta'],
        ],
      },
      {
        kind: 'number',
        name: 'reviewMinutes',
        label: 'Minutes of an automatic review',
        value: settings.templateReviewMs / 60_000,
        min: 0,
        max: 43_200,
        step: 'any',
      },
      {
        kind: 'number',
        name: 'marketingPerDay',
        label: 'Marketing templates a person gets a day',
        value: settings.marketingPerDay,
        min: 0,
        max: 1_000,
      },
    ],
    send: async ({ reviewMinutes, ...rest }) => {
      await api.changeSettings({
        ...rest,
        ...(reviewMinutes === undefined
          ? {}
          : { templateReviewMs: Math.round(Number(reviewMinutes) * 60_000) }),
      });
      return 'Saved.';
    },
  });
}

function webhookWords(state: StateView): string {
  const { waiting, inFlight, retrying } = state.webhooks;
  const busy = waiting + inFlight + retrying;
  const handshake =
    state.handshake.kind === 'verified'
      ? 'Webhook verified'
      : `Webhook not verified: ${state.handshake.problem}`;
  return busy === 0
    ? `${handshake}. Nothing waiting.`
    : `${handshake}. ${waiting + inFlight} on the way, ${retrying} to retry.`;
}

function showNumbers(row: HTMLElement, state: StateView, choose: (id: string) => void): void {
  row.hidden = state.numbers.length < 2;
  if (row.hidden || row.childElementCount > 0) return;
  const select = el('select', { id: 'number' });
  for (const one of state.numbers)
    select.append(el('option', { value: one.phoneNumberId }, `+${one.displayPhoneNumber}`));
  select.addEventListener('change', () => {
    choose(select.value);
  });
  row.append(el('label', { for: 'number' }, 'Number of the business'), select);
}
