import type { AccountView, LineView } from '../control/account-view.ts';
import type { FlowView, GroupView, TemplateView } from '../control/object-views.ts';
import { accountForms, standingChip } from './account-forms.ts';
import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { el } from './dom.ts';
import { flowRow } from './flow-row.ts';
import { createKeyedList } from './keyed-list.ts';
import { chip, facts, qualityTone, section, spoken, type PanelContext } from './panel-parts.ts';
import { createTemplateList } from './template-list.ts';
import { webhookForms } from './webhook-forms.ts';

/** What only Meta can do. */
export type MetaTab = {
  readonly node: HTMLElement;
  show(shown: {
    account: AccountView;
    templates: readonly TemplateView[];
    flows: readonly FlowView[];
    groups: readonly GroupView[];
  }): void;
};

export function createMetaTab(context: PanelContext, playFlow: (flow: FlowView) => void): MetaTab {
  const templates = createTemplateList(context);
  const accountBox = el('div');
  const numbers = el('ul', { class: 'rows' });
  const flows = el('ul', { class: 'rows' });
  const noFlows = el(
    'p',
    { class: 'hint' },
    'No flows yet: the business creates one with POST /{account}/flows, uploads its flow JSON and publishes it.',
  );
  const groups = el('ul', { class: 'rows' });
  const noGroups = el(
    'p',
    { class: 'hint' },
    'No groups yet: the business creates one with POST /{number}/groups.',
  );
  const showNumbers = createKeyedList(numbers);
  const showFlows = createKeyedList(flows);
  const showGroups = createKeyedList(groups);
  let accountLook = '';
  return {
    node: el(
      'div',
      { class: 'tab-panel' },
      section('Templates', templates.node),
      section('Account', accountBox, ...accountForms(context)),
      section('Numbers', numbers),
      section('Flows', flows, noFlows),
      section('Groups', groups, noGroups),
      section('Any other webhook', ...webhookForms()),
    ),
    show: (shown) => {
      templates.show(shown.templates);
      const { account } = shown;
      const look = JSON.stringify([
        account.standing,
        account.tier,
        account.verified,
        account.paymentMethod,
        account.directSend,
        account.internationalAuthentication,
        account.subscribed,
      ]);
      if (look !== accountLook) {
        accountLook = look;
        accountBox.replaceChildren(describeAccount(account));
      }
      showNumbers(
        account.numbers.map((line) => ({
          key: line.phoneNumberId,
          look: JSON.stringify({ ...line, serviceUsed: 0 }),
          draw: () => numberRow(line),
        })),
      );
      noFlows.hidden = shown.flows.length > 0;
      showFlows(
        shown.flows.map((flow) => ({
          key: flow.id,
          look: JSON.stringify(flow),
          draw: () => flowRow(flow, playFlow),
        })),
      );
      noGroups.hidden = shown.groups.length > 0;
      const people = context.people().map((one) => [one.id, one.name] as const);
      showGroups(
        shown.groups.map((group) => ({
          key: group.id,
          look: JSON.stringify([group, people]),
          draw: () => groupRow(group, people),
        })),
      );
    },
  };
}

function describeAccount(account: AccountView): HTMLElement {
  const yes = (value: boolean): HTMLElement => (value ? chip('yes', 'good') : chip('no', 'warn'));
  return facts([
    ['Standing', standingChip(account.standing)],
    ['Messaging limit', `${spoken(account.tier)}: ${account.peopleLimit ?? 'any number of'} people a day`],
    ['Verified', yes(account.verified)],
    ['Payment method', yes(account.paymentMethod)],
    [
      'Direct Send',
      account.directSend.utility || account.directSend.authentication ? chip('on', 'good') : chip('off'),
    ],
    [
      'International authentication',
      account.internationalAuthentication ? chip('eligible', 'warn') : chip('no'),
    ],
    ['App subscribed', yes(account.subscribed)],
    ['Account id', account.id],
  ]);
}

function numberRow(line: LineView): HTMLElement {
  const { phoneNumberId } = line;
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('b', { class: 'row-name' }, el('bdi', {}, `+${line.displayPhoneNumber}`)),
        chip(`quality ${line.quality.toLowerCase()}`, qualityTone(line.quality)),
        line.registered ? chip('registered', 'good') : chip('not registered', 'bad'),
      ),
      facts([
        ['Name', `${line.verifiedName} (${spoken(line.nameStatus)})`],
        ['Phone number id', phoneNumberId],
        ['Throughput', spoken(line.throughput)],
        ['Username', line.username === null ? 'none' : `@${line.username}`],
        ['Flows key uploaded', line.hasPublicKey ? 'yes' : 'no'],
        ['Identity check', line.identityCheck ? 'on' : 'off'],
        ['Blocked people', String(line.blockedCustomers.length)],
        ['QR codes', String(line.qrCodes.length)],
      ]),
      actForm({
        label: `Quality of +${line.displayPhoneNumber}`,
        submit: 'Rate',
        fields: [
          {
            kind: 'choice',
            name: 'quality',
            label: 'Quality (red flags the number)',
            value: line.quality,
            options: ['GREEN', 'YELLOW', 'RED'].map((one) => [one, spoken(one)] as const),
          },
        ],
        send: async (values) => {
          await api.meta({ kind: 'rate-number', phoneNumberId, ...values });
          return undefined;
        },
      }),
      actForm({
        label: `Throughput of +${line.displayPhoneNumber}`,
        submit: 'Set',
        fields: [
          {
            kind: 'choice',
            name: 'level',
            label: 'Throughput (high keeps it busy for a minute)',
            value: line.throughput,
            options: [
              ['STANDARD', 'Standard, 80 a second'],
              ['HIGH', 'High, 1,000 a second'],
              ['COEXISTENCE', 'Coexistence, 20 a second'],
            ],
          },
        ],
        send: async (values) => {
          await api.meta({ kind: 'set-throughput', phoneNumberId, ...values });
          return undefined;
        },
      }),
      actForm({
        label: `Display name of +${line.displayPhoneNumber}`,
        submit: 'Decide',
        fields: [
          {
            kind: 'choice',
            name: 'decision',
            label: 'Display name',
            options: [
              ['APPROVED', 'Approve'],
              ['REJECTED', 'Decline'],
            ],
          },
        ],
        send: async (values) => {
          await api.meta({ kind: 'review-name', phoneNumberId, ...values });
          return undefined;
        },
      }),
    ),
  );
}

function groupRow(group: GroupView, people: readonly (readonly [string, string])[]): HTMLElement {
  const move = (kind: string, label: string): HTMLElement =>
    actForm({
      label: `${label} ${group.subject}`,
      submit: label,
      fields: [{ kind: 'choice', name: 'customer', label: 'Who', options: people }],
      send: async ({ customer }) => {
        await api.meta({ kind, group: group.id, customer });
        return undefined;
      },
    });
  const suspend = actForm({
    label: `Suspend ${group.subject}`,
    submit: group.suspended ? 'Lift the suspension' : 'Suspend the group',
    fields: [],
    ...(group.suspended
      ? {}
      : {
          confirm: {
            title: `Suspend “${group.subject}”?`,
            text: 'Nobody can write in it until you lift it.',
          },
        }),
    send: async () => {
      await api.meta({ kind: 'suspend-group', group: group.id, suspended: !group.suspended });
      return undefined;
    },
  });
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('b', { class: 'row-name', dir: 'auto' }, group.subject),
        chip(`${group.participants.length} people`),
        ...(group.suspended ? [chip('suspended', 'bad')] : []),
      ),
      facts([
        ['Id', group.id],
        ['Invite link', group.inviteLink],
        ['In it', group.participants.join(', ') || 'nobody'],
        ['Ask to join', group.joinRequests.map((one) => one.customer).join(', ') || 'nobody'],
      ]),
      move('join-group', 'Let join'),
      move('leave-group', 'Let leave'),
      suspend,
    ),
  );
}
