import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSendRequest, type ParsedSendRequest } from './send-request.ts';

const text = (most: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).filter((s) => s.length <= most);
const id = fc.stringMatching(/^[A-Za-z0-9_.-]{1,40}$/);
const link = fc.webUrl({ validSchemes: ['http', 'https'] });
const file = fc.oneof(fc.record({ id }), fc.record({ link }));
const withCaption = fc
  .tuple(file, fc.option(text(1024), { nil: undefined }))
  .map(([source, caption]) => (caption === undefined ? source : { ...source, caption }));
const distinct = <T>(one: fc.Arbitrary<T>, most: number, key: (value: T) => string, least = 1) =>
  fc.uniqueArray(one, { minLength: least, maxLength: most, selector: key });
const body = fc.record({ text: text(1024) });
const interactive = <T>(message: fc.Arbitrary<T>) =>
  fc.record({ type: fc.constant('interactive'), interactive: message });

const reply = fc.record({ id, title: text(20) });
const buttons = distinct(reply, 3, ({ id: own, title }) => `${own}${title}`)
  .filter((all) => new Set(all.map((one) => one.id)).size === all.length)
  .filter((all) => new Set(all.map((one) => one.title)).size === all.length)
  .map((all) => ({ buttons: all.map((one) => ({ type: 'reply', reply: one })) }));
const rows = distinct(fc.record({ id, title: text(24), description: text(72) }), 10, (row) => row.id);
const carousel = fc.integer({ min: 2, max: 10 }).chain((count) =>
  fc.array(
    fc.record({ header: fc.record({ type: fc.constant('image'), image: file }), label: text(20), url: link }),
    {
      minLength: count,
      maxLength: count,
    },
  ),
);

const content = fc.oneof(
  fc.record({ type: fc.constant('text'), text: fc.record({ body: text(4096), preview_url: fc.boolean() }) }),
  fc.record({ type: fc.constant('image'), image: withCaption }),
  fc.record({ type: fc.constant('video'), video: withCaption }),
  fc.record({ type: fc.constant('audio'), audio: file }),
  fc.record({ type: fc.constant('sticker'), sticker: file }),
  fc.record({
    type: fc.constant('location'),
    location: fc.record({
      latitude: fc.double({ min: -90, max: 90, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    }),
  }),
  fc.record({
    type: fc.constant('contacts'),
    contacts: fc.array(fc.record({ name: fc.record({ formatted_name: text(60) }) }), {
      minLength: 1,
      maxLength: 257,
    }),
  }),
  fc.record({
    type: fc.constant('reaction'),
    reaction: fc.record({ message_id: id, emoji: fc.constantFrom('', '👍') }),
  }),
  interactive(fc.record({ type: fc.constant('button'), body, action: buttons })),
  interactive(
    fc.record({
      type: fc.constant('list'),
      body: fc.record({ text: text(4096) }),
      action: fc.record({ button: text(20), sections: rows.map((all) => [{ rows: all }]) }),
    }),
  ),
  interactive(
    fc.record({
      type: fc.constant('carousel'),
      body,
      action: carousel.map((cards) => ({
        cards: cards.map(({ header, label, url }, card_index) => ({
          card_index,
          header,
          action: { name: 'cta_url', parameters: { display_text: label, url } },
        })),
      })),
    }),
  ),
  fc.record({
    type: fc.constant('template'),
    template: fc.record({
      name: fc.stringMatching(/^[a-z0-9_]{1,512}$/),
      language: fc.record({ code: fc.constantFrom('en', 'en_US', 'prs_AF') }),
      components: fc.array(text(60), { minLength: 1, maxLength: 9 }).map((values) => [
        { type: 'body', parameters: values.map((value) => ({ type: 'text', text: value })) },
        ...values.map((payload, index) => ({
          type: 'button',
          sub_type: 'quick_reply',
          index,
          parameters: [{ type: 'payload', payload }],
        })),
      ]),
    }),
  }),
);

const request = (message: object) => ({ messaging_product: 'whatsapp', to: '+15550000001', ...message });

describe('any send', () => {
  test('that keeps the rules comes out as it went in, over JSON too', () => {
    fc.assert(
      fc.property(content, (message) => {
        const sent: unknown = JSON.parse(JSON.stringify(request(message)));
        const parsed = parseSendRequest(sent);
        expect(parsed).toEqual({ kind: 'valid', request: sent });
        expect(parseSendRequest(JSON.parse(JSON.stringify(requestOf(parsed))))).toEqual(parsed);
      }),
      { numRuns: 300 },
    );
  });

  const tooLong: readonly (readonly [what: string, limit: number, message: (long: string) => object])[] = [
    ['a text', 4096, (long) => ({ type: 'text', text: { body: long } })],
    ['a caption', 1024, (long) => ({ type: 'image', image: { id: '1', caption: long } })],
    [
      'a title',
      20,
      (long) =>
        one({ type: 'button', action: { buttons: [{ type: 'reply', reply: { id: '1', title: long } }] } }),
    ],
    [
      'a row',
      24,
      (long) =>
        one({ type: 'list', action: { button: 'Open', sections: [{ rows: [{ id: '1', title: long }] }] } }),
    ],
    [
      'a label',
      20,
      (long) =>
        one({
          type: 'cta_url',
          action: { name: 'cta_url', parameters: { display_text: long, url: 'https://e.com' } },
        }),
    ],
    [
      'a footer',
      60,
      (long) => one({ type: 'catalog_message', footer: { text: long }, action: { name: 'catalog_message' } }),
    ],
    [
      'a call label',
      20,
      (long) =>
        one({ type: 'voice_call', action: { name: 'voice_call', parameters: { display_text: long } } }),
    ],
    ['a reference', 512, (long) => ({ type: 'text', text: { body: 'hi' }, biz_opaque_callback_data: long })],
  ];

  test.each(tooLong)('with %s over %d characters is refused', (_what, limit, message) => {
    const long = fc.string({ unit: 'binary', minLength: limit + 1, maxLength: limit + 200 });
    fc.assert(
      fc.property(long, (value) => {
        expect(parseSendRequest(request(message(value))).kind).toBe('invalid');
      }),
      { numRuns: 50 },
    );
  });

  test('of any JSON is judged, never thrown at', () => {
    fc.assert(
      fc.property(fc.jsonValue(), content, (junk, message) => {
        parseSendRequest(junk);
        parseSendRequest({ ...request(message), template: junk, interactive: junk });
      }),
      { numRuns: 300 },
    );
  });
});

function one(message: object): object {
  return { type: 'interactive', interactive: { body: { text: 'x' }, ...message } };
}

function requestOf(parsed: ParsedSendRequest): unknown {
  return parsed.kind === 'valid' ? parsed.request : undefined;
}
