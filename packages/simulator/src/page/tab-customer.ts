import type { CustomerView } from '../control/conversation-view.ts';
import type { GroupView } from '../control/object-views.ts';
import type { ConversationView } from '../thread-message.ts';
import { actForm, type Field } from './act-form.ts';
import { api } from './api.ts';
import { commonFields, commonParts, customerActKinds } from './customer-act-fields.ts';
import { el } from './dom.ts';
import type { JsonRecord } from './json-value.ts';
import { button, chip, facts, folded, section, type PanelContext } from './panel-parts.ts';
import { confirmSheet } from './popup.ts';
import { phoneOf } from './words.ts';

/** Acts of the customer whose phone is shown. */
export type CustomerTab = {
  readonly node: HTMLElement;
  show(customer: CustomerView, view: ConversationView | undefined): void;
  showGroups(groups: readonly GroupView[]): void;
};

export function createCustomerTab(context: PanelContext): CustomerTab {
  const who = el('div');
  const kind = el('select', { id: 'act-kind' });
  for (const one of customerActKinds) kind.append(el('option', { value: one.kind }, one.label));
  const actHost = el('div');
  const batchBox = el('div', { class: 'batch', hidden: true });
  const threadHost = el('div');
  const switches = el('div', { class: 'form-buttons' });
  const names = el('div');
  const batch: { who: string; what: string; message: JsonRecord }[] = [];
  let groups: readonly string[] = [];
  let look = '';
  let changesLook = '';

  const showBatch = (): void => {
    batchBox.hidden = batch.length === 0;
    batchBox.replaceChildren(
      el('p', { class: 'hint' }, `${batch.length} to travel in one webhook:`),
      el('ul', {}, ...batch.map((one) => el('li', {}, `${one.who}: ${one.what}`))),
      el(
        'div',
        { class: 'form-buttons' },
        button(
          'Send together',
          () => {
            context.run(async () => {
              await api.actTogether(batch.map((one) => one.message));
              batch.length = 0;
              showBatch();
            });
          },
          'small filled',
        ),
        button('Forget them', () => {
          batch.length = 0;
          showBatch();
        }),
      ),
    );
  };

  const drawAct = (): void => {
    const chosen = customerActKinds.find((one) => one.kind === kind.value);
    if (chosen === undefined) return;
    const messages = context.view()?.messages ?? [];
    const own = chosen.fields(messages);
    const build = async (values: JsonRecord): Promise<JsonRecord> => {
      const { file, ...rest } = values;
      const names = new Set(own.map((field) => field.name));
      const ownValues = Object.fromEntries(Object.entries(rest).filter(([name]) => names.has(name)));
      return {
        kind: chosen.kind,
        ...(chosen.build === undefined ? ownValues : chosen.build(ownValues)),
        ...(file instanceof File ? { mediaId: await api.upload(file) } : {}),
        ...commonParts(rest, context.nowMs()),
        phoneNumberId: context.phoneNumberId(),
      };
    };
    const more = commonFields(messages, groups);
    const form = actForm({
      label: 'Act as the customer',
      submit: 'Send',
      fields: [...own, ...more],
      send: async (values) => {
        await api.act(context.customer()?.id ?? '', await build(values));
        return 'Sent.';
      },
      other: {
        label: 'Keep for one webhook',
        send: async (values) => {
          const customer = context.customer();
          batch.push({
            who: customer?.name ?? '',
            what: chosen.label,
            message: { customer: customer?.id ?? '', action: await build(values) },
          });
          showBatch();
          return 'Kept.';
        },
      },
    });
    actHost.replaceChildren(foldMore(form, own.length, more));
  };
  kind.addEventListener('change', drawAct);
  drawAct();

  const node = el(
    'div',
    { class: 'tab-panel' },
    section('Who', who),
    section(
      'Act as the customer',
      el('div', { class: 'field' }, el('label', { for: 'act-kind' }, 'What'), kind),
      actHost,
      batchBox,
    ),
    section('Change something about the customer', switches, names),
    section('The thread', threadHost),
  );
  threadHost.append(...threadForms(context));
  return {
    node,
    show: (customer, view) => {
      const nextLook = JSON.stringify([customer, view?.messages.length, view?.holder]);
      if (nextLook === look) return;
      const other = !look.includes(`"id":${JSON.stringify(customer.id)}`);
      look = nextLook;
      who.replaceChildren(describe(customer, view));
      const looksNow = JSON.stringify(customer);
      if (looksNow !== changesLook) {
        changesLook = looksNow;
        redrawSwitches(switches, customer, context);
        if (other || !names.contains(document.activeElement)) {
          const isOpen = names.querySelector('details')?.open === true;
          const forms = nameForms(customer, context.phoneNumberId());
          forms.open = isOpen;
          names.replaceChildren(forms);
        }
      }
      if (other || !actHost.contains(document.activeElement)) drawAct();
    },
    showGroups: (next) => {
      groups = next.map((group) => group.id);
    },
  };
}

/** Everything but the act's own fields goes behind "More". */
function foldMore(form: HTMLFormElement, ownFields: number, more: readonly Field[]): HTMLFormElement {
  const rows = Array.from(form.children).filter((child) => child.classList.contains('field'));
  const rest = rows.slice(ownFields, ownFields + more.length);
  const place = rest.at(-1)?.nextElementSibling ?? null;
  const fold = folded('More: reply, forwarded, ad click, product, group, time');
  for (const row of rest) fold.append(row);
  form.insertBefore(fold, place);
  return form;
}

function describe(customer: CustomerView, view: ConversationView | undefined): HTMLElement {
  const failed = view?.messages.filter((message) => message.progress.kind === 'failed').length ?? 0;
  const phone = customer.waId === undefined ? 'none' : phoneOf(customer.waId);
  return facts([
    ['Name', customer.name],
    ['Phone', customer.phoneHidden ? `${phone}, not shown in webhooks` : phone],
    ['BSUID', customer.userId],
    ...(customer.parentUserId === undefined ? [] : [['Parent BSUID', customer.parentUserId] as const]),
    ['Username', customer.username === undefined ? 'none' : `@${customer.username}`],
    ['Identity key', customer.identityHash],
    [
      'Marketing',
      customer.marketing === 'allowed' ? chip('allowed', 'good') : chip('stopped by the customer', 'bad'),
    ],
    ['Marketing, last 24 h', marketingWords(customer.marketingUse)],
    ['Business', customer.blocked.length === 0 ? chip('not blocked', 'good') : chip('blocked', 'bad')],
    ['Experiment', customer.inExperiment ? chip('in the holdout', 'warn') : chip('no')],
    ['Thread', view?.holder === 'meta-agent' ? chip('with Meta’s agent', 'warn') : chip('with the business')],
    ['Messages', `${view?.messages.length ?? 0}, of which ${failed} failed`],
  ]);
}

function marketingWords({ used, limit }: CustomerView['marketingUse']): string {
  if (limit === null) return 'no cap';
  return limit === 0 ? 'none is delivered in the United States' : `${used} of ${limit}`;
}

/** Draws the switches anew, and keeps the focus on the one that was pressed. */
function redrawSwitches(host: HTMLElement, customer: CustomerView, context: PanelContext): void {
  const focused = Array.from(host.children).findIndex((child) => child === document.activeElement);
  host.replaceChildren(...changeSwitches(customer, context));
  if (focused >= 0) host.querySelectorAll('button')[focused]?.focus();
}

function changeSwitches(customer: CustomerView, context: PanelContext): readonly HTMLElement[] {
  const number = { phoneNumberId: context.phoneNumberId() };
  const press = (label: string, act: JsonRecord, ask?: { title: string; text: string }): HTMLElement =>
    button(
      label,
      () => {
        context.run(async () => {
          if (ask === undefined || (await confirmSheet({ ...ask, button: label })))
            await api.changePerson(customer.id, act);
        });
      },
      ask === undefined ? 'small' : 'small danger',
    );
  return [
    customer.marketing === 'allowed'
      ? press('Stop marketing', { kind: 'stop-marketing', ...number })
      : press('Resume marketing', { kind: 'resume-marketing', ...number }),
    customer.blocked.includes(number.phoneNumberId)
      ? press('Unblock the business', { kind: 'unblock', ...number })
      : press('Block the business', { kind: 'block', ...number }),
    customer.phoneHidden
      ? press('Show the phone', { kind: 'show-phone' })
      : press('Hide the phone', { kind: 'hide-phone' }),
    customer.inExperiment
      ? press('Leave the experiment', { kind: 'leave-experiment' })
      : press('Join the experiment', { kind: 'join-experiment' }),
    press(
      'New identity key',
      { kind: 'change-identity', ...number },
      {
        title: 'New identity key?',
        text: 'As with a new device: sends that insist on the old key fail with 137000.',
      },
    ),
    press(
      'New BSUID',
      { kind: 'change-user-id', ...number },
      { title: 'New BSUID?', text: 'The old one is gone for good, and a system webhook tells it.' },
    ),
  ];
}

function nameForms(customer: CustomerView, phoneNumberId: string): HTMLDetailsElement {
  const ask = (
    label: string,
    submit: string,
    field: { name: string; label: string; value: string },
    act: (value: unknown) => JsonRecord,
    confirm?: { title: string; text: string },
  ): HTMLElement =>
    actForm({
      label,
      submit,
      fields: [{ kind: 'text', ...field, required: true }],
      ...(confirm === undefined ? {} : { confirm }),
      send: async (values) => {
        await api.changePerson(customer.id, act(values[field.name]));
        return undefined;
      },
    });
  return folded(
    'Number, username, name',
    ask(
      'Another phone number',
      'Change the number',
      { name: 'phone', label: 'New phone, with country code', value: '' },
      (phone) => ({ kind: 'change-number', phone, phoneNumberId }),
      {
        title: 'Another number?',
        text: 'A new BSUID comes with it, and the old number belongs to nobody.',
      },
    ),
    ask(
      'Username',
      'Set the username',
      { name: 'username', label: 'Username', value: customer.username ?? '' },
      (username) => ({ kind: 'set-username', username }),
    ),
    ask('Name', 'Set the name', { name: 'name', label: 'Profile name', value: customer.name }, (name) => ({
      kind: 'set-name',
      name,
    })),
  );
}

function threadForms(context: PanelContext): readonly HTMLElement[] {
  const here = (): JsonRecord => ({
    customer: context.customer()?.id ?? '',
    phoneNumberId: context.phoneNumberId(),
  });
  const press = (label: string, kind: string): HTMLElement =>
    button(label, () => {
      context.run(() => api.meta({ kind, ...here() }));
    });
  const says = (kind: string, label: string, value: string): HTMLElement =>
    actForm({
      label,
      submit: 'Say it',
      fields: [{ kind: 'text', name: 'body', label, value, required: true }],
      send: async ({ body }) => {
        await api.meta({ kind, body, ...here() });
        return undefined;
      },
    });
  return [
    el(
      'div',
      { class: 'form-buttons' },
      press('Meta’s agent takes it', 'agent-takes'),
      press('Meta’s agent gives it back', 'agent-passes'),
      press('Send the past as history', 'sync-history'),
      button('The customer reads it', () => {
        context.run(() => api.read(context.customer()?.id ?? '', context.phoneNumberId()));
      }),
    ),
    folded(
      'Somebody else writes for the business',
      says('agent-says', 'Meta’s agent says', 'I can help with that.'),
      says('owner-says', 'The owner says, in the WhatsApp Business app', 'I will look into it myself.'),
    ),
  ];
}
