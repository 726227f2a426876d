import { describe, expect, test } from 'vitest';
import { parseSendRequest } from './send-request.ts';

const a = (length: number) => 'a'.repeat(length);
const send = (content: object) => ({ messaging_product: 'whatsapp', to: '+15550000001', ...content });
const problemsOf = (content: object) => {
  const parsed = parseSendRequest(send(content));
  return parsed.kind === 'valid' ? [] : parsed.problems;
};
const items = <T>(count: number, item: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => item(index));

const interactive = (message: object) => ({ type: 'interactive', interactive: message });
const buttons = (fields: {
  count?: number;
  id?: string;
  title?: string;
  body?: string;
  footer?: string;
  header?: object;
}) =>
  interactive({
    type: 'button',
    ...(fields.header === undefined ? {} : { header: fields.header }),
    body: { text: fields.body ?? 'Well?' },
    ...(fields.footer === undefined ? {} : { footer: { text: fields.footer } }),
    action: {
      buttons: items(fields.count ?? 1, (n) => ({
        type: 'reply',
        reply: { id: fields.id ?? `b${n}`, title: fields.title ?? `Button ${n}` },
      })),
    },
  });
const list = (fields: {
  sections?: readonly object[];
  row?: object;
  button?: string;
  body?: string;
  header?: object;
}) =>
  interactive({
    type: 'list',
    ...(fields.header === undefined ? {} : { header: fields.header }),
    body: { text: fields.body ?? 'Well?' },
    action: {
      button: fields.button ?? 'Choose',
      sections: fields.sections ?? [{ rows: [{ id: 'r', title: 'Row', ...fields.row }] }],
    },
  });
const section = (rows: number, name: string, titled = true) => ({
  ...(titled ? { title: name } : {}),
  rows: items(rows, (n) => ({ id: `${name}${n}`, title: `Row ${n}` })),
});
const cta = (fields: { label?: string; body?: string; url?: string }) =>
  interactive({
    type: 'cta_url',
    body: { text: fields.body ?? 'See' },
    action: {
      name: 'cta_url',
      parameters: { display_text: fields.label ?? 'Open', url: fields.url ?? 'https://example.com' },
    },
  });
const template = (fields: object) => ({
  type: 'template',
  template: { name: 'order_update', language: { code: 'en_US' }, ...fields },
});
const bodyOf = (...parameters: readonly object[]) => template({ components: [{ type: 'body', parameters }] });
const quickReply = (index: number) => ({
  type: 'button',
  sub_type: 'quick_reply',
  index,
  parameters: [{ type: 'payload', payload: 'yes' }],
});
const coupon = (code: string) =>
  template({
    components: [
      {
        type: 'button',
        sub_type: 'copy_code',
        index: 0,
        parameters: [{ type: 'coupon_code', coupon_code: code }],
      },
    ],
  });
const card = { name: { formatted_name: 'Ana' } };
const text = (body: string) => ({ type: 'text', text: { body } });
const image = (fields: object) => ({ type: 'image', image: fields });
const place = (latitude: number, longitude: number) => ({
  type: 'location',
  location: { latitude, longitude },
});

/** Each limit with the last value inside it and the first outside, and what the problem names. */
const limits: readonly [limit: string, inside: object, outside: object, problem: string][] = [
  ['a text has at most 4096 characters', text(a(4096)), text(a(4097)), 'text.body'],
  ['a text is not empty', text('a'), text(''), 'text.body'],
  [
    'a caption has at most 1024 characters',
    image({ id: '1', caption: a(1024) }),
    image({ id: '1', caption: a(1025) }),
    'image.caption',
  ],
  [
    "a film's caption has at most 1024 characters",
    { type: 'video', video: { id: '1', caption: a(1024) } },
    { type: 'video', video: { id: '1', caption: a(1025) } },
    'video.caption',
  ],
  [
    "a document's caption has at most 1024 characters",
    { type: 'document', document: { id: '1', caption: a(1024), filename: 'a.pdf' } },
    { type: 'document', document: { id: '1', caption: a(1025), filename: 'a.pdf' } },
    'document.caption',
  ],
  [
    'a picture has one source',
    image({ id: '1' }),
    image({ id: '1', link: 'https://example.com/a.png' }),
    'image',
  ],
  ['a picture has a source', image({ link: 'https://example.com/a.png' }), image({}), 'image'],
  [
    'a link is a web address',
    image({ link: 'http://example.com/a.png' }),
    image({ link: 'file:///etc/passwd' }),
    'image.link',
  ],
  [
    'sound has no caption',
    { type: 'audio', audio: { id: '1', voice: true } },
    { type: 'audio', audio: { id: '1', caption: 'c' } },
    'audio',
  ],
  ['a latitude is at most 90', place(90, 0), place(90.1, 0), 'location.latitude'],
  ['a longitude is at least -180', place(0, -180), place(0, -180.1), 'location.longitude'],
  [
    'at most 257 contacts',
    { type: 'contacts', contacts: items(257, () => card) },
    { type: 'contacts', contacts: items(258, () => card) },
    'contacts',
  ],
  [
    'at least one contact',
    { type: 'contacts', contacts: [card] },
    { type: 'contacts', contacts: [] },
    'contacts',
  ],
  [
    'a contact has a formatted name',
    { type: 'contacts', contacts: [card] },
    { type: 'contacts', contacts: [{ name: { first_name: 'Ana' } }] },
    'contacts.0.name.formatted_name',
  ],
  [
    'a birthday is a date',
    { type: 'contacts', contacts: [{ ...card, birthday: '2012-08-18' }] },
    { type: 'contacts', contacts: [{ ...card, birthday: '18.08.2012' }] },
    'contacts.0.birthday',
  ],
  [
    'a reaction names its message',
    { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '' } },
    { type: 'reaction', reaction: { message_id: '', emoji: '👍' } },
    'reaction.message_id',
  ],
  [
    'a reaction answers nothing else',
    { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } },
    {
      type: 'reaction',
      reaction: { message_id: 'wamid.1', emoji: '👍' },
      context: { message_id: 'wamid.1' },
    },
    'context',
  ],
  ["a button's id does not end with a space", buttons({ id: 'a b' }), buttons({ id: 'a ' }), 'reply.id'],
  ["a row's id does not begin with a space", list({ row: { id: 'a b' } }), list({ row: { id: ' a' } }), 'id'],
  ['at most 3 buttons', buttons({ count: 3 }), buttons({ count: 4 }), 'action.buttons'],
  ['at least 1 button', buttons({ count: 1 }), buttons({ count: 0 }), 'action.buttons'],
  ["a button's id has at most 256 characters", buttons({ id: a(256) }), buttons({ id: a(257) }), 'reply.id'],
  [
    "a button's title has at most 20 characters",
    buttons({ title: a(20) }),
    buttons({ title: a(21) }),
    'reply.title',
  ],
  ['button ids differ', buttons({ count: 2 }), buttons({ count: 2, id: 'same' }), 'same id'],
  ['button titles differ', buttons({ count: 2 }), buttons({ count: 2, title: 'same' }), 'same title'],
  [
    'text over buttons has at most 1024 characters',
    buttons({ body: a(1024) }),
    buttons({ body: a(1025) }),
    'body.text',
  ],
  [
    'a footer has at most 60 characters',
    buttons({ footer: a(60) }),
    buttons({ footer: a(61) }),
    'footer.text',
  ],
  [
    'a header has at most 60 characters',
    buttons({ header: { type: 'text', text: a(60) } }),
    buttons({ header: { type: 'text', text: a(61) } }),
    'header.text',
  ],
  [
    "a header's picture has one source",
    buttons({ header: { type: 'image', image: { id: '1' } } }),
    buttons({ header: { type: 'image', image: {} } }),
    'header.image',
  ],
  [
    'a list has at most 10 rows',
    list({ sections: [section(10, 's')] }),
    list({ sections: [section(11, 's')] }),
    'more than 10 rows',
  ],
  [
    'a list has at most 10 rows in all its sections together',
    list({ sections: [section(5, 's'), section(5, 't')] }),
    list({ sections: [section(5, 's'), section(6, 't')] }),
    'more than 10 rows',
  ],
  [
    'a list has at most 10 sections',
    list({ sections: items(10, (n) => section(1, `s${n}`)) }),
    list({ sections: items(11, (n) => section(1, `s${n}`)) }),
    'action.sections',
  ],
  [
    'several sections have titles',
    list({ sections: [section(1, 's', false)] }),
    list({ sections: [section(1, 's'), section(1, 't', false)] }),
    'needs a title',
  ],
  [
    "a section's title has at most 24 characters",
    list({ sections: [section(1, a(24))] }),
    list({ sections: [section(1, a(25))] }),
    'sections.0.title',
  ],
  [
    'row ids differ',
    list({ sections: [section(1, 's'), section(1, 't')] }),
    list({ sections: [section(1, 's'), section(1, 's')] }),
    'same id',
  ],
  [
    "a row's id has at most 200 characters",
    list({ row: { id: a(200) } }),
    list({ row: { id: a(201) } }),
    'rows.0.id',
  ],
  [
    "a row's title has at most 24 characters",
    list({ row: { title: a(24) } }),
    list({ row: { title: a(25) } }),
    'rows.0.title',
  ],
  [
    "a row's description has at most 72 characters",
    list({ row: { description: a(72) } }),
    list({ row: { description: a(73) } }),
    'rows.0.description',
  ],
  [
    "a list's button has at most 20 characters",
    list({ button: a(20) }),
    list({ button: a(21) }),
    'action.button',
  ],
  [
    "a list's body has at most 4096 characters",
    list({ body: a(4096) }),
    list({ body: a(4097) }),
    'body.text',
  ],
  [
    "a list's header is a text",
    list({ header: { type: 'text', text: 'Menu' } }),
    list({ header: { type: 'image', image: { id: '1' } } }),
    'header',
  ],
  ["a link's label has at most 20 characters", cta({ label: a(20) }), cta({ label: a(21) }), 'display_text'],
  ["a link's body has at most 1024 characters", cta({ body: a(1024) }), cta({ body: a(1025) }), 'body.text'],
  [
    "a link's address is a web address",
    cta({ url: 'https://example.com/a?b=c' }),
    cta({ url: 'javascript:alert(1)' }),
    'parameters.url',
  ],
  [
    "a template's name has at most 512 characters",
    template({ name: a(512) }),
    template({ name: a(513) }),
    'template.name',
  ],
  [
    "a template's name is small letters, digits and _",
    template({ name: 'a_1' }),
    template({ name: 'A-1' }),
    'template.name',
  ],
  [
    'a language is a code of Meta’s',
    template({ language: { code: 'pt_BR' } }),
    template({ language: { code: 'Portuguese' } }),
    'language.code',
  ],
  [
    'parameters all have names or none has',
    bodyOf(
      { type: 'text', text: 'x', parameter_name: 'first' },
      { type: 'text', text: 'y', parameter_name: 'second' },
    ),
    bodyOf({ type: 'text', text: 'x', parameter_name: 'first' }, { type: 'text', text: 'y' }),
    'have a name',
  ],
  [
    'parameter names differ',
    bodyOf({ type: 'text', text: 'x', parameter_name: 'first' }),
    bodyOf(
      { type: 'text', text: 'x', parameter_name: 'same' },
      { type: 'text', text: 'y', parameter_name: 'same' },
    ),
    'same name',
  ],
  [
    'a parameter is not empty',
    bodyOf({ type: 'text', text: 'x' }),
    bodyOf({ type: 'text', text: '' }),
    'parameters.0.text',
  ],
  [
    'a template has one header',
    template({ components: [{ type: 'header', parameters: [{ type: 'image', image: { id: '1' } }] }] }),
    template({ components: items(2, () => ({ type: 'header', parameters: [{ type: 'text', text: 'x' }] })) }),
    'more than one header',
  ],
  [
    'a template has at most 10 buttons',
    template({ components: items(10, quickReply) }),
    template({ components: items(11, quickReply) }),
    'index',
  ],
  [
    'button places differ',
    template({ components: [quickReply(0), quickReply(1)] }),
    template({ components: [quickReply(0), quickReply(0)] }),
    'same index',
  ],
  ['a code to copy has at most 20 characters', coupon(a(20)), coupon(a(21)), 'coupon_code'],
  [
    'our own reference has at most 512 characters',
    { ...text('hi'), biz_opaque_callback_data: a(512) },
    { ...text('hi'), biz_opaque_callback_data: a(513) },
    'biz_opaque_callback_data',
  ],
  [
    'a user id is a country and up to 128 letters and digits',
    { ...text('hi'), recipient: `US.ENT.${a(128)}` },
    { ...text('hi'), recipient: `US.${a(129)}` },
    'recipient',
  ],
  [
    'a phone number is digits',
    { ...text('hi'), to: '15550000001' },
    { ...text('hi'), to: '+1 (555) 000' },
    '"to"',
  ],
  ['no field is added', text('hi'), { ...text('hi'), category: 'utility' }, 'category'],
];

describe('the documented limits', () => {
  test.each(limits)('%s', (limit, inside, outside, problem) => {
    expect(problemsOf(inside)).toEqual([]);
    const problems = problemsOf(outside).join('\n');
    expect(problems).toContain(problem);
    for (const number of limit.match(/\d+/g) ?? []) expect(problems).toContain(number);
  });
});
