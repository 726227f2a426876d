import type { TemplateView } from '../control/object-views.ts';
import { actForm } from './act-form.ts';
import { api } from './api.ts';
import { el } from './dom.ts';
import { textOf, type JsonRecord } from './json-value.ts';
import { createKeyedList } from './keyed-list.ts';
import {
  button,
  chip,
  facts,
  folded,
  qualityTone,
  spoken,
  type PanelContext,
  type Tone,
} from './panel-parts.ts';
import { confirmSheet } from './popup.ts';
import { fullTimeOf } from './words.ts';

/** The template registry, with what Meta can do to each. */
export function createTemplateList(context: PanelContext): {
  readonly node: HTMLElement;
  show(templates: readonly TemplateView[]): void;
} {
  const list = el('ul', { class: 'rows' });
  const empty = el(
    'p',
    { class: 'hint', hidden: true },
    'No templates yet. Add one below, or create one over the API.',
  );
  const update = createKeyedList(list);
  return {
    node: el('div', {}, list, empty, folded('Add a template', addForm())),
    show: (templates) => {
      empty.hidden = templates.length > 0;
      update(
        templates.map((template) => ({
          key: template.id,
          look: JSON.stringify(template),
          draw: () => row(template, context),
        })),
      );
    },
  };
}

function statusTone(status: string): Tone {
  if (status === 'APPROVED') return 'good';
  return status === 'PENDING' || status === 'PAUSED' || status === 'IN_APPEAL' ? 'warn' : 'bad';
}

function row(template: TemplateView, context: PanelContext): HTMLElement {
  const act = (kind: string, more: JsonRecord = {}): Promise<unknown> =>
    api.meta({ kind, template: template.id, ...more });
  const press = (label: string, kind: string, more: JsonRecord = {}): HTMLElement =>
    button(label, () => {
      context.run(() => act(kind, more));
    });
  const dangerous = (label: string, kind: string, text: string): HTMLElement =>
    button(
      label,
      () => {
        context.run(async () => {
          if (await confirmSheet({ title: `${label} “${template.name}”?`, text, button: label }))
            await act(kind);
        });
      },
      'small danger',
    );
  const { counts } = template;
  return el(
    'li',
    {},
    el(
      'details',
      {},
      el(
        'summary',
        {},
        el('b', { class: 'row-name' }, el('bdi', {}, template.name)),
        el('span', { class: 'hint' }, template.language),
        chip(spoken(template.status), statusTone(template.status)),
        chip(`quality ${template.quality.toLowerCase()}`, qualityTone(template.quality)),
      ),
      el('p', { class: 'row-body', dir: 'auto' }, template.body),
      facts([
        ['Category', spoken(template.category)],
        ...(template.correctCategory === undefined
          ? []
          : [['Will become', spoken(template.correctCategory)] as const]),
        ...(template.status === 'REJECTED' ? [['Reason', spoken(template.rejectedReason)] as const] : []),
        ...(template.pausedUntilMs === undefined
          ? []
          : [['Paused until', fullTimeOf(template.pausedUntilMs)] as const]),
        ['Pauses so far', `${template.pauses} (3 h, then 6 h, then disabled)`],
        ['Sent, delivered, read', `${counts.sent}, ${counts.delivered}, ${counts.read}`],
        ...(template.pacing === 'held' ? [['Held for assessment', String(template.held)] as const] : []),
        ['Id', template.id],
      ]),
      el(
        'div',
        { class: 'form-buttons' },
        press('Approve', 'approve-template'),
        press('Pause', 'pause-template'),
        press('Reinstate', 'reinstate-template'),
        template.pacing === 'held'
          ? press('Send what is held', 'release-template', { how: 'send' })
          : press('Hold for assessment', 'hold-template'),
        ...(template.pacing === 'held'
          ? [press('Drop what is held', 'release-template', { how: 'drop' })]
          : []),
        dangerous('Disable', 'disable-template', 'Sends of it fail with 132016 until you reinstate it.'),
      ),
      actForm({
        label: `Reject ${template.name}`,
        submit: 'Reject',
        fields: [
          {
            kind: 'choice',
            name: 'reason',
            label: 'Reject because of',
            options: ['INVALID_FORMAT', 'TAG_CONTENT_MISMATCH', 'PROMOTIONAL', 'ABUSIVE_CONTENT', 'SCAM'].map(
              (reason) => [reason, spoken(reason)] as const,
            ),
          },
        ],
        send: async (values) => {
          await act('reject-template', values);
          return undefined;
        },
      }),
      actForm({
        label: `Category of ${template.name}`,
        submit: 'Recategorise',
        fields: [
          {
            kind: 'choice',
            name: 'category',
            label: 'New category',
            value: template.category === 'UTILITY' ? 'MARKETING' : 'UTILITY',
            options: ['UTILITY', 'MARKETING', 'AUTHENTICATION'].map((one) => [one, spoken(one)] as const),
          },
          {
            kind: 'choice',
            name: 'notice',
            label: 'Notice',
            options: [
              ['a-day', '24 hours'],
              ['none', 'None: the business was warned before'],
            ],
          },
        ],
        send: async (values) => {
          await act('recategorise-template', values);
          return undefined;
        },
      }),
      actForm({
        label: `Quality of ${template.name}`,
        submit: 'Rate',
        fields: [
          {
            kind: 'choice',
            name: 'quality',
            label: 'Quality',
            value: template.quality,
            options: ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'].map((one) => [one, spoken(one)] as const),
          },
        ],
        send: async (values) => {
          await act('rate-template', values);
          return undefined;
        },
      }),
    ),
  );
}

function addForm(): HTMLElement {
  return actForm({
    label: 'Add a template',
    submit: 'Add',
    fields: [
      {
        kind: 'text',
        name: 'name',
        label: 'Name',
        placeholder: 'order_shipped',
        required: true,
        pattern: '[a-z0-9_]{1,512}',
      },
      { kind: 'text', name: 'language', label: 'Language', value: 'en', required: true },
      {
        kind: 'choice',
        name: 'category',
        label: 'Category',
        options: [
          ['utility', 'Utility'],
          ['marketing', 'Marketing'],
          ['authentication', 'Authentication'],
        ],
      },
      {
        kind: 'choice',
        name: 'status',
        label: 'Status',
        options: ['APPROVED', 'PENDING', 'REJECTED', 'PAUSED', 'DISABLED'].map(
          (one) => [one, spoken(one)] as const,
        ),
      },
      { kind: 'text', name: 'header', label: 'Header' },
      {
        kind: 'long-text',
        name: 'body',
        label: 'Body; {{1}} or {{name}} stand for values',
        value: 'Hello {{1}}, your order is on its way.',
        required: true,
      },
      { kind: 'text', name: 'footer', label: 'Footer' },
      { kind: 'text', name: 'replies', label: 'Quick replies, with commas between them' },
    ],
    send: async ({ replies, ...rest }) => {
      const quickReplies = textOf(replies)
        .split(',')
        .map((one) => one.trim())
        .filter((one) => one !== '');
      await api.addTemplate({ ...rest, quickReplies });
      return 'Added.';
    },
  });
}
