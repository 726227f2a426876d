import type { StateView } from '../control/control.ts';
import type { CustomerView } from '../control/conversation-view.ts';
import type { ConversationView, ThreadMessage } from '../thread-message.ts';
import { api, SimulatorError } from './api.ts';
import type { BubbleTaps } from './bubble-view.ts';
import { createComposer } from './composer.ts';
import { byId, el, icon } from './dom.ts';
import { openFlow, previewFlow } from './open-flow.ts';
import { createPanel } from './panel-view.ts';
import { askForPerson, showPeople } from './people-view.ts';
import { answerRequest, openProducts } from './phone-answers.ts';
import { openPopup, openSheet } from './popup.ts';
import { startTheme } from './theme.ts';
import { createThreadView } from './thread-view.ts';
import { initialsOf } from './words.ts';

const app = byId('app', HTMLElement);
const banner = byId('banner', HTMLElement);
const chips = byId('chips', HTMLElement);
const suggestions = [
  'Where is my order A-1042?',
  'What is your return policy?',
  'Cancel my order A-1042',
  'I want to talk to a person',
  'Write me a poem about the sea',
];

let people: readonly CustomerView[] = [];
let activeId = new URLSearchParams(location.search).get('customer') ?? '';
let phoneNumberId: string | undefined;
let state: StateView | undefined;
let view: ConversationView | undefined;
let clockOffsetMs = 0;
let connected = true;
let lastLog = 0;
let complaint = '';

const nowMs = (): number => Date.now() + clockOffsetMs;
const businessName = (): string => state?.businessName ?? 'Business';

async function act(action: Readonly<Record<string, unknown>>): Promise<void> {
  await guarded(async () => {
    await api.act(activeId, { ...action, ...(phoneNumberId === undefined ? {} : { phoneNumberId }) });
    await loadThread();
  });
}

const composer = createComposer(act, api.upload);
const taps: BubbleTaps = {
  pressButton: (message, id, title) => void act({ kind: 'button', id, title, replyTo: message.wamid }),
  pressTemplateButton: (message, payload, text) =>
    void act({ kind: 'template-button', payload, text, replyTo: message.wamid }),
  openList: (message, bubble) => {
    const rows = el('div', { class: 'list-rows' });
    for (const section of bubble.sections) {
      if (section.title !== undefined) rows.append(el('h4', { dir: 'auto' }, section.title));
      for (const row of section.rows) {
        const words = el('span', {}, el('b', { dir: 'auto' }, row.title));
        if (row.description !== undefined) words.append(el('span', { dir: 'auto' }, row.description));
        const button = el(
          'button',
          { type: 'button', class: 'list-row' },
          words,
          el('i', { class: 'radio' }),
        );
        button.addEventListener('click', () => {
          sheet.close();
          void act({ kind: 'list', ...row, replyTo: message.wamid });
        });
        rows.append(button);
      }
    }
    const sheet = openSheet(bubble.button, rows, app);
  },
  openMenu: (message, anchor) => {
    openMessageMenu(message, anchor);
  },
  openFlow: (message, flow) => void guarded(() => openFlow(message, flow, flowHost())),
  answerRequest: (message, bubble) => {
    answerRequest(message, bubble, act);
  },
  openProducts: (message, products) => {
    openProducts(message, products, act);
  },
  playVoice: (message) => void guarded(() => api.play(message.wamid)),
};
const flowHost = () => ({
  businessName: businessName(),
  phoneNumberId: chosenNumber(),
  host: byId('app', HTMLElement),
  act: async (action: Readonly<Record<string, unknown>>): Promise<void> => {
    await api.act(activeId, { ...action, phoneNumberId: chosenNumber() });
    await loadThread();
  },
});
const thread = createThreadView(byId('messages', HTMLElement), taps);
const panel = createPanel(
  {
    customer: () => people.find((person) => person.id === activeId),
    people: () => people,
    phoneNumberId: chosenNumber,
    view: () => view,
    nowMs,
    run: (run) => void guarded(run),
  },
  {
    chooseNumber: (id) => {
      phoneNumberId = id;
      void guarded(loadThread);
    },
    chooseCustomer: (id) => {
      choose(id);
    },
    playFlow: (flow) => {
      previewFlow(flow, flowHost());
    },
    countersOpened: () => {
      setTimeout(() => void guarded(loadCounters));
    },
    close: () => {
      setPanel(false);
    },
  },
);

function chosenNumber(): string {
  return phoneNumberId ?? state?.numbers[0]?.phoneNumberId ?? '';
}

function openMessageMenu(message: ThreadMessage, anchor: HTMLElement): void {
  const own = message.from === 'customer';
  const reactions = el('div', { class: 'react-row' });
  const mine = message.reactions.find((one) => one.from === 'customer')?.emoji;
  for (const emoji of ['👍', '❤️', '😂', '😮', '😢', '🙏']) {
    const button = el(
      'button',
      { type: 'button', 'aria-label': `React ${emoji}`, 'aria-pressed': String(mine === emoji) },
      emoji,
    );
    button.addEventListener('click', () => {
      close();
      void act({ kind: 'reaction', messageId: message.wamid, emoji: mine === emoji ? '' : emoji });
    });
    reactions.append(button);
  }
  const item = (label: string, run: () => void): HTMLElement => {
    const button = el('button', { class: 'menu-item', type: 'button' }, label);
    button.addEventListener('click', () => {
      close();
      run();
    });
    return button;
  };
  const menu = el(
    'div',
    { class: 'menu' },
    reactions,
    item('Reply', () => composer.replyTo(message)),
  );
  const { bubble } = message;
  if ('body' in bubble) menu.append(item('Copy', () => void navigator.clipboard.writeText(bubble.body)));
  if (own && bubble.kind === 'text') menu.append(item('Edit', () => composer.edit(message)));
  if (own)
    menu.append(item('Delete for everyone', () => void act({ kind: 'revoke', messageId: message.wamid })));
  const close = openPopup(anchor, menu, 'Message options');
}

async function loadPeople(): Promise<void> {
  people = (await api.people()).customers;
  if (!people.some((person) => person.id === activeId)) activeId = people[0]?.id ?? '';
  showPeople(people, activeId, nowMs(), choose);
}

async function loadThread(): Promise<void> {
  if (activeId === '') {
    thread.showNobody();
    return;
  }
  const loaded = await api.conversation(activeId, phoneNumberId);
  if (loaded.customer.id !== activeId) return;
  view = loaded;
  thread.show(loaded, businessName());
  const customer = people.find((person) => person.id === activeId);
  if (customer !== undefined) panel.showConversation(customer, loaded);
  const typing = loaded.typingUntilMs !== null;
  byId('business-line', HTMLElement).textContent = typing ? 'typing…' : 'Business account';
  if (typing) setTimeout(() => void guarded(loadThread), loaded.typingUntilMs - loaded.nowMs + 100);
  chips.hidden = loaded.messages.some((message) => message.from === 'customer');
  if (loaded.unread > 0 && document.visibilityState === 'visible') await api.read(activeId, phoneNumberId);
}

async function loadState(): Promise<void> {
  state = await api.state();
  byId('business-name', HTMLElement).textContent = state.businessName;
  byId('people-business', HTMLElement).textContent = state.businessName;
  byId('business-avatar', HTMLElement).textContent = initialsOf(state.businessName).charAt(0);
  const desk = byId('desk-link', HTMLAnchorElement);
  desk.hidden = state.deskUrl === null;
  if (state.deskUrl !== null) desk.href = state.deskUrl;
  panel.showState(state);
  showBanner();
}

async function loadClock(): Promise<void> {
  const clock = await api.clock();
  clockOffsetMs = clock.offsetMs;
  panel.showClock(clock);
}

async function loadLog(): Promise<void> {
  const pageSize = 500;
  for (;;) {
    const page = await api.log(lastLog, pageSize);
    const fresh = page.entries.filter((entry) => entry.index > lastLog);
    lastLog = Math.max(lastLog, page.last);
    panel.addLog(fresh);
    if (page.entries.length < pageSize) return;
  }
}

async function loadObjects(): Promise<void> {
  const [account, { templates }, { flows }, { groups }] = await Promise.all([
    api.account(),
    api.templates(),
    api.flows(),
    api.groups(),
  ]);
  panel.showObjects({ account, templates, flows, groups });
}

const mostCounted = 30;
let objectsTimer: number | undefined;

/** Numbers change with every message; a load test should not make the page fetch them each time. */
function loadObjectsSoon(): void {
  objectsTimer ??= setTimeout(() => {
    objectsTimer = undefined;
    void guarded(() => Promise.all([loadObjects(), loadCounters()]));
  }, 400);
}

/** Each customer's window and counters; fetched only while somebody looks at them. */
async function loadCounters(): Promise<void> {
  if (!panel.showsCounters()) return;
  const shown = people.slice(0, mostCounted);
  const views = await Promise.all(shown.map((person) => api.conversation(person.id, phoneNumberId)));
  panel.showPeople(views, people.length - shown.length);
}

async function loadAll(): Promise<void> {
  await Promise.all([loadClock(), loadState()]);
  await loadPeople();
  await Promise.all([loadThread(), loadLog(), loadObjects(), loadCounters()]);
}

async function guarded(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
    complaint = '';
  } catch (error) {
    if (error instanceof SimulatorError && error.status === 0) connected = false;
    else complaint = error instanceof Error ? error.message : String(error);
    if (error instanceof SimulatorError && error.status === 401)
      complaint = 'Your token is no longer valid. Open the link that was printed at the start.';
  }
  showBanner();
}

function showBanner(): void {
  const [tone, words] = bannerWords();
  banner.hidden = words === '';
  banner.className = `banner ${tone}`;
  if (banner.textContent !== words) banner.textContent = words;
}

function bannerWords(): readonly [string, string] {
  if (!connected) return ['bad', 'Simulator not reachable, reconnecting…'];
  if (complaint !== '') return ['bad', complaint];
  if (state === undefined) return ['', ''];
  if (state.webhooks.problem !== null)
    return ['warn', `The business’s server did not accept: ${state.webhooks.problem}. Retrying…`];
  if (state.handshake.kind === 'refused')
    return ['warn', `The business’s server refused the webhook handshake: ${state.handshake.problem ?? ''}.`];
  if (state.handshake.kind === 'waiting') return ['', 'Waiting for the business’s server to answer…'];
  return ['', ''];
}

function choose(id: string): void {
  if (id !== activeId) {
    activeId = id;
    view = undefined;
    composer.reset();
    thread.showLoading();
  }
  app.dataset['view'] = 'thread';
  showPeople(people, activeId, nowMs(), choose);
  void guarded(loadThread);
}

function setPanel(open: boolean): void {
  app.dataset['panel'] = open ? 'open' : 'closed';
  byId('open-panel', HTMLElement).setAttribute('aria-expanded', String(open));
  (open ? byId('close-panel', HTMLElement) : byId('open-panel', HTMLElement)).focus();
}

function listen(): void {
  const events = new EventSource('/sim/events');
  events.addEventListener('ready', () => {
    connected = true;
    void guarded(loadAll);
  });
  events.addEventListener('changed', (event) => {
    const told = String(event.data);
    void guarded(async () => {
      if (told.includes('"kind":"clock"')) await loadClock();
      if (told.includes('"kind":"log"')) await loadLog();
      if (told.includes('"kind":"state"')) await loadState();
      if (told.includes(`"customerId":${JSON.stringify(activeId)}`) || told.includes('"kind":"clock"'))
        await loadThread();
      const persons = told.includes('"kind":"thread"') || told.includes('"kind":"customers"');
      if (persons) await loadPeople();
      if (persons || told.includes('"kind":"account"') || told.includes('"kind":"log"')) loadObjectsSoon();
      if (told.includes('"kind":"customers"')) await loadThread();
    });
  });
  events.addEventListener('error', () => {
    connected = false;
    showBanner();
  });
}

byId('back', HTMLElement).append(icon('back'));
byId('back', HTMLElement).addEventListener('click', () => {
  app.dataset['view'] = 'list';
  document.querySelector<HTMLElement>('.person[aria-current]')?.focus();
});
byId('call', HTMLElement).append(icon('call'));
byId('call', HTMLElement).addEventListener('click', () => void act({ kind: 'call' }));
byId('open-panel', HTMLElement).append(icon('sliders'));
byId('open-panel', HTMLElement).addEventListener('click', () => {
  setPanel(app.dataset['panel'] !== 'open');
});
byId('panel', HTMLElement).addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && matchMedia('(max-width: 1180px)').matches) setPanel(false);
});
byId('add-customer', HTMLElement).append(icon('plus'));
byId('add-customer', HTMLElement).addEventListener('click', () => {
  askForPerson(async (person) => {
    try {
      await api.addPerson(person);
      await loadPeople();
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  });
});
for (const suggestion of suggestions) {
  const chip = el('button', { class: 'chip', type: 'button' }, suggestion);
  chip.addEventListener('click', () => void act({ kind: 'text', body: suggestion }));
  chips.append(chip);
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void guarded(loadThread);
});
setInterval(() => {
  const customer = people.find((person) => person.id === activeId);
  if (view !== undefined && customer !== undefined)
    panel.showConversation(customer, { ...view, window: tickedWindow(view), nowMs: nowMs() });
  void loadClockQuietly();
}, 20_000);

function tickedWindow(shown: ConversationView): ConversationView['window'] {
  const { window } = shown;
  if (window.kind === 'open' && nowMs() >= window.closesAtMs)
    return { kind: 'closed', closedAtMs: window.closesAtMs };
  return window;
}

async function loadClockQuietly(): Promise<void> {
  if (connected) await guarded(loadClock);
}

if (new URLSearchParams(location.search).get('dir') === 'rtl') document.dir = 'rtl';
startTheme(byId('theme', HTMLButtonElement));
thread.showLoading();
listen();
