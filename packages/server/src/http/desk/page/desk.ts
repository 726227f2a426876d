import type { Alarm, AlarmList } from '@ambit/sdk/alarm';
import type { ChannelList } from '@ambit/sdk/channel';
import type { Conversation } from '@ambit/sdk/conversation';
import type { ConversationList, ConversationSummary } from '@ambit/sdk/conversation-list';
import type { OwnerChanged, ReplyTaken } from '@ambit/sdk/desk-command';
import type { DeskStatus } from '@ambit/sdk/desk-status';
import type { UnroutedList } from '@ambit/sdk/unrouted';
import { conversationPath, get, post, Refused } from './api.ts';
import { fillComposer, replyField, tellComposer } from './composer.ts';
import { askName, confirm } from './dialogs.ts';
import { byId, element, icon, refill } from './element.ts';
import { followFeed } from './follow-feed.ts';
import { listenToFields } from './fields.ts';
import { listenForKeys } from './keyboard.ts';
import { fillList, fillTabs, keyOf, type Show } from './list-pane.ts';
import { fillNotices, fillStatus, fillUnrouted, tellConnection } from './notices.ts';
import { forgetBegun, keepBegun, keepSeen, readBegun, readName, readSeen } from './remembered.ts';
import { fillHead, fillTimeline, keepAtEnd, type ThreadActions } from './thread-pane.ts';
import { fillWhy, showTurn, type Unfolded } from './why-pane.ts';

type Place = { readonly channelId: string; readonly conversationId: string };

const pageSize = 50;
const list = byId('list', HTMLDivElement);
const search = byId('search', HTMLInputElement);
const timeline = byId('timeline', HTMLDivElement);
const whyPane = byId('why-pane', HTMLElement);
const why = byId('why', HTMLDivElement);

let me = readName();
let show: Show = 'all';
let conversations: readonly ConversationSummary[] = [];
let loaded = false;
let next: string | undefined;
let needs = '0';
let selected: Place | undefined;
let current: Conversation | undefined;
let marked: string | undefined;
let unfolded: Unfolded = new Set();
let phoneUrl: string | undefined;
/** The business's clock minus this machine's. */
let clockAhead = 0;
const seen = readSeen(Date.now());
const businessNow = (): number => Date.now() + clockAhead;

// --- The list

function isUnread(summary: ConversationSummary): boolean {
  const { last } = summary;
  if (last === undefined || last.author !== 'customer' || keyOf(summary) === selectedKey()) return false;
  return last.at > (seen.newest.get(keyOf(summary)) ?? seen.since);
}

function selectedKey(): string | undefined {
  return selected === undefined ? undefined : keyOf(selected);
}

function drawList(): void {
  fillTabs(byId('tabs', HTMLDivElement), show, needs, (chosen) => void choose(chosen));
  fillList(list, {
    conversations,
    loaded,
    more: next !== undefined,
    selected: selectedKey(),
    me,
    now: businessNow(),
    show,
    search: search.value.trim(),
    phoneUrl,
    isUnread,
    open: (summary) => void open(summary),
    loadMore: () => void loadList(next),
  });
  document.title = needs === '0' ? 'Ambit desk' : `(${needs}) Ambit desk`;
}

async function choose(chosen: Show): Promise<void> {
  if (chosen === 'mine') me = await askName();
  show = chosen;
  loaded = false;
  conversations = [];
  await loadList();
}

async function loadList(after?: string): Promise<void> {
  const wanted = `${show} ${search.value}`;
  const query = new URLSearchParams({ show });
  if (me !== undefined) query.set('person', me);
  if (search.value.trim() !== '') query.set('search', search.value.trim());
  if (after !== undefined) query.set('after', after);
  query.set(
    'limit',
    String(after === undefined ? Math.min(200, Math.max(pageSize, conversations.length)) : pageSize),
  );
  const [page, waiting] = await Promise.all([
    get<ConversationList>(`/conversations?${query.toString()}`),
    get<ConversationList>('/conversations?show=needs-person&limit=50'),
  ]);
  // An answer to a question that is not asked any more.
  if (wanted !== `${show} ${search.value}`) return;
  conversations = after === undefined ? page.conversations : [...conversations, ...page.conversations];
  next = page.next;
  needs = `${waiting.conversations.length}${waiting.next === undefined ? '' : '+'}`;
  loaded = true;
  drawList();
}

// --- The open conversation

const actions: ThreadActions = {
  take: () => void take(),
  giveBack: () => void giveBack(),
  back: () => {
    if (narrow.matches) toggleWhy(false);
    document.body.dataset['pane'] = 'list';
  },
  toggleWhy: () => toggleWhy(),
  why: (turnId) => {
    marked = turnId;
    toggleWhy(true);
    drawConversation();
    showTurn(why, turnId);
  },
  loadOlder: () => void loadOlder(),
};

async function open(place: Place): Promise<void> {
  selected = { channelId: place.channelId, conversationId: place.conversationId };
  history.replaceState(null, '', `#${encodeURIComponent(place.channelId)}/${place.conversationId}`);
  current = undefined;
  marked = undefined;
  unfolded = new Set();
  document.body.dataset['pane'] = 'thread';
  replyField.value = readBegun(keyOf(place))?.text ?? '';
  tellComposer('');
  drawList();
  await loadConversation(true);
}

async function loadConversation(opened = false): Promise<void> {
  if (selected === undefined) return;
  const place = selected;
  const found = await get<Conversation>(conversationPath(place));
  if (selected !== place) return;
  const earlier =
    current?.timeline.filter((entry) => entry.position < (found.timeline[0]?.position ?? 0)) ?? [];
  current =
    earlier.length === 0
      ? found
      : { ...found, timeline: [...earlier, ...found.timeline], older: current?.older ?? false };
  clockAhead = found.now - Date.now();
  const newest = Math.max(
    0,
    ...found.timeline.map((entry) => entry.at),
    ...found.waiting.map((entry) => entry.at),
  );
  seen.newest.set(keyOf(place), newest);
  keepSeen(seen);
  drawConversation(opened);
}

async function loadOlder(): Promise<void> {
  const first = current?.timeline[0];
  if (selected === undefined || current === undefined || first === undefined) return;
  const earlier = await get<Conversation>(`${conversationPath(selected)}?before=${first.position}`);
  current = { ...current, timeline: [...earlier.timeline, ...current.timeline], older: earlier.older };
  drawConversation();
}

function drawConversation(opened = false): void {
  byId('thread-full', HTMLDivElement).hidden = current === undefined;
  byId('thread-empty', HTMLDivElement).hidden = current !== undefined;
  if (current === undefined) return;
  fillHead(byId('thread-head', HTMLDivElement), current, businessNow(), me, actions);
  fillTimeline(timeline, current, businessNow(), me, actions, opened);
  fillComposer(current, businessNow(), me, actions.take);
  fillWhy(why, current, unfolded, marked);
}

/** On a narrow screen the answer to "why?" lies over the conversation. */
const narrow = matchMedia('(width < 1100px)');

function toggleWhy(shown = whyPane.hidden): void {
  whyPane.hidden = !shown;
}

// --- What a person does

async function take(): Promise<void> {
  me = await askName();
  drawWho();
  if (me === undefined || selected === undefined || current === undefined) return;
  const holder = current.owner.kind === 'people' ? current.owner.person : undefined;
  const force = holder !== undefined && holder !== me;
  if (
    force &&
    !(await confirm({
      title: `Take over from ${holder}?`,
      text: `${holder} answers this conversation now. If you take it, only you can write.`,
      yes: 'Take over',
    }))
  )
    return;
  const place = selected;
  await attempt(async () => {
    await post<OwnerChanged>(`${conversationPath(place)}/take`, { person: me, force });
    await Promise.all([loadConversation(), loadList()]);
    replyField.focus();
  });
}

async function giveBack(): Promise<void> {
  me = await askName();
  drawWho();
  if (me === undefined || selected === undefined || current === undefined) return;
  const holder = current.owner.kind === 'people' ? current.owner.person : undefined;
  const force = holder !== undefined && holder !== me;
  if (
    force &&
    !(await confirm({
      title: 'Give back to the agent?',
      text: `${holder} answers this conversation now. From the customer’s next message on the agent would.`,
      yes: 'Give back',
    }))
  )
    return;
  const place = selected;
  await attempt(async () => {
    await post<OwnerChanged>(`${conversationPath(place)}/give-back`, { person: me, force });
    await Promise.all([loadConversation(), loadList()]);
  });
}

async function reply(): Promise<void> {
  const text = replyField.value.trim();
  if (text === '' || selected === undefined || replyField.disabled) return;
  me = await askName();
  drawWho();
  if (me === undefined) return;
  const place = selected;
  const key = keyOf(place);
  const { clientId } = keepBegun(key, replyField.value);
  tellComposer('Sending…');
  await attempt(async () => {
    await post<ReplyTaken>(`${conversationPath(place)}/replies`, { person: me, text, clientId });
    forgetBegun(key);
    if (selected === place) replyField.value = '';
    tellComposer('');
    await Promise.all([loadConversation(true), loadList()]);
  });
}

/** Says in plain words what went wrong, and that nothing typed is lost. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tellComposer(
      error instanceof Refused
        ? `${error.message} ${error.fix}`
        : 'The server cannot be reached. Your text is kept; try again.',
      true,
    );
    if (error instanceof Refused) await loadConversation().catch(offline);
  }
}

function drawWho(): void {
  refill(byId('who', HTMLButtonElement), icon('person'), element('bdi', {}, me ?? 'Who are you?'));
}

// --- What the whole desk shows

async function loadDesk(): Promise<void> {
  const [status, { alarms }, { channels }, unrouted] = await Promise.all([
    get<DeskStatus>('/status'),
    get<AlarmList>('/alarms'),
    get<ChannelList>('/channels'),
    get<UnroutedList>('/unrouted'),
  ]);
  clockAhead = status.now - Date.now();
  phoneUrl = status.phoneUrl;
  fillStatus(status);
  fillUnrouted(unrouted);
  fillNotices(alarms, channels, {
    open: (alarm) => void openAlarm(alarm),
    clear: (alarm) => void post(`/alarms/${alarm.alarmId}/clear`, {}).then(loadDesk).catch(offline),
    resume: (channel) =>
      void post(`/channels/${encodeURIComponent(channel.channelId)}/resume`, {})
        .then(loadDesk)
        .catch(offline),
  });
}

async function openAlarm({ channelId, conversationId }: Alarm): Promise<void> {
  if (channelId !== undefined && conversationId !== undefined)
    await open({ channelId, conversationId }).catch(offline);
}

function offline(): void {
  tellConnection('Offline. Reconnecting…');
}

function move(step: 1 | -1): void {
  const at = conversations.findIndex((summary) => keyOf(summary) === selectedKey());
  const to = conversations[at < 0 ? 0 : at + step];
  if (to !== undefined) void open(to).catch(offline);
}

followFeed({
  connected: () => {
    tellConnection(undefined);
    void Promise.all([loadDesk().then(() => loadList()), loadConversation()]).catch(offline);
  },
  lost: offline,
  changed: (change) => {
    const before = clockAhead;
    clockAhead = change.now - Date.now();
    // A simulated clock was moved: every countdown is another.
    if (Math.abs(clockAhead - before) > 1_500) {
      drawList();
      drawConversation();
    }
    if (change.desk) void loadDesk().catch(offline);
    if (change.conversations.length > 0) void loadList().catch(offline);
    if (change.conversations.some((place) => keyOf(place) === selectedKey()))
      void loadConversation().catch(offline);
  },
});

listenForKeys({
  next: () => move(1),
  previous: () => move(-1),
  search: () => search.focus(),
  take: actions.take,
  giveBack: actions.giveBack,
  reply: () => replyField.focus(),
  why: () => toggleWhy(),
  help: () => byId('help-dialog', HTMLDialogElement).showModal(),
  back: () => (narrow.matches && !whyPane.hidden ? toggleWhy(false) : actions.back()),
});

listenToFields({
  searched: () => void loadList().catch(offline),
  typed: (text) => {
    if (selected !== undefined) keepBegun(keyOf(selected), text);
  },
  sent: () => void reply(),
  closedWhy: () => toggleWhy(false),
  renamed: (name) => {
    me = name;
    drawWho();
    drawList();
    drawConversation();
  },
});
// Countdowns go on when nothing happens, and what is open is never older than this.
setInterval(() => {
  drawList();
  void loadConversation().catch(offline);
}, 30_000);

const [, channelId, conversationId] = /^#([^/]+)\/([0-9a-f-]{36})$/.exec(location.hash) ?? [];
if (channelId !== undefined && conversationId !== undefined)
  void open({ channelId: decodeURIComponent(channelId), conversationId }).catch(offline);
toggleWhy(!narrow.matches);
narrow.addEventListener('change', () => toggleWhy(!narrow.matches));
keepAtEnd(timeline);
refill(
  byId('thread-empty', HTMLDivElement),
  element('p', {}, 'Choose a conversation.'),
  element(
    'p',
    { class: 'note' },
    element('kbd', {}, 'j'),
    ' and ',
    element('kbd', {}, 'k'),
    ' walk through the list; ',
    element('kbd', {}, '?'),
    ' shows all keys.',
  ),
);
drawWho();
drawList();
