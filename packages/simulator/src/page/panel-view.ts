import type { AccountView } from '../control/account-view.ts';
import type { ClockView, StateView } from '../control/control.ts';
import type { CustomerView } from '../control/conversation-view.ts';
import type { FlowView, GroupView, TemplateView } from '../control/object-views.ts';
import type { LogEntry } from '../sim-log.ts';
import type { ConversationView } from '../thread-message.ts';
import { byId, el, icon } from './dom.ts';
import type { PanelContext } from './panel-parts.ts';
import { createCountersTab } from './tab-counters.ts';
import { createCustomerTab } from './tab-customer.ts';
import { createLogTab } from './tab-log.ts';
import { createMetaTab } from './tab-meta.ts';
import { createNowTab } from './tab-now.ts';
import { createTabs } from './tabs.ts';

/** What the panel's controls do to the page around it. */
export type PanelActs = {
  chooseNumber(phoneNumberId: string): void;
  chooseCustomer(id: string): void;
  playFlow(flow: FlowView): void;
  /** The tab with the counters was opened. */
  countersOpened(): void;
  close(): void;
};

export type Objects = {
  readonly account: AccountView;
  readonly templates: readonly TemplateView[];
  readonly flows: readonly FlowView[];
  readonly groups: readonly GroupView[];
};

export type Panel = {
  showConversation(customer: CustomerView, view: ConversationView): void;
  showClock(clock: ClockView): void;
  showState(state: StateView): void;
  showObjects(objects: Objects): void;
  showPeople(views: readonly ConversationView[], more: number): void;
  showsCounters(): boolean;
  addLog(entries: readonly LogEntry[]): void;
};

/** The simulator's controls beside the phone: everything the control API can do, in five tabs. */
export function createPanel(context: PanelContext, acts: PanelActs): Panel {
  let webhookUrl = '';
  const now = createNowTab(context, acts.chooseNumber);
  const customer = createCustomerTab(context);
  const meta = createMetaTab(context, acts.playFlow);
  const counters = createCountersTab(acts.chooseCustomer);
  const log = createLogTab(() => webhookUrl);
  const tabs = createTabs(
    [
      { id: 'now', label: 'Now', panel: now.node },
      { id: 'customer', label: 'Customer', panel: customer.node },
      { id: 'meta', label: 'Meta', panel: meta.node },
      { id: 'counters', label: 'Counters', panel: counters.node },
      { id: 'log', label: 'Log', panel: log.node },
    ],
    'ambit-sim-tab',
    (id) => {
      if (id === 'counters') acts.countersOpened();
    },
  );
  const closeButton = el(
    'button',
    {
      class: 'icon-button',
      type: 'button',
      'aria-label': 'Close controls',
      id: 'close-panel',
      onclick: acts.close,
    },
    icon('close'),
  );
  byId('panel', HTMLElement).replaceChildren(
    el('header', { class: 'panel-head' }, el('h2', {}, 'Simulator'), tabs.row, closeButton),
    now.node,
    customer.node,
    meta.node,
    counters.node,
    log.node,
  );
  return {
    showConversation: (person, view) => {
      now.showConversation(view);
      customer.show(person, view);
    },
    showClock: now.showClock,
    showState: (state) => {
      webhookUrl = state.webhookUrl;
      now.showState(state);
    },
    showObjects: (objects) => {
      meta.show(objects);
      counters.showAccount(objects.account);
      customer.showGroups(objects.groups);
    },
    showPeople: counters.showPeople,
    showsCounters: () => tabs.current() === 'counters',
    addLog: log.add,
  };
}
