import { expect, test } from 'vitest';
import { holdsAnswer } from './step.ts';
import { readyFrom } from './testing/flows.ts';
import { monday10, talk, tell, type Answering } from './testing/talk.ts';

const yaml = `
id: find-product
version: 1
languages: [en, es]
nodes:
  - { id: start, kind: start, triggers: [{ kind: task, task: shop }], to: { then: search } }
  - id: search
    kind: tool
    tool: search-products
    input: { text: "{{said}}", wish: "{{wish}}" }
    effect: false
    save: found
    to: { products: show, failed: person }
  - id: show
    kind: pick
    from: "{{found.products}}"
    text: { en: "These fit. Which one?", es: "Estos encajan. ¿Cuál?" }
    title: "{{item.name}}"
    description: "{{item.price|money}}"
    image: "{{item.picture}}"
    show: 3
    save: product
    none: { en: None of these, es: Ninguno }
    more: { en: Show more, es: Ver más }
    refine: { save: wish, says: [bluetooth] }
    to: { picked: pieces, failed: person, empty: nothing, none: nothing, refined: again }
  - { id: again, kind: jump, most: 3, to: { then: search, exceeded: person } }
  - id: pieces
    kind: ask
    text: { en: "How many {{product.name}}?", es: "¿Cuántos {{product.name}}?" }
    slot: { kind: number, least: 1, whole: true }
    save: count
    to: { filled: chosen, failed: person }
  - { id: chosen, kind: resolve, text: "{{count}} × {{product.name}} {{product.sku}}" }
  - { id: nothing, kind: resolve, text: { en: "Nothing then.", es: "Entonces nada." } }
  - { id: person, kind: hand-off, why: "Wishes {{said}}, {{wish}}" }
`;
const shop = readyFrom(yaml);

const product = (sku: string, name: string, price: number, picture?: string) => ({
  sku,
  name,
  price,
  ...(picture === undefined ? {} : { picture }),
});
const five = [
  product('S1', 'Sony WH-CH520', 49, 'https://shop.example/s1.jpg'),
  product('J1', 'JBL Tune 510', 39),
  product('B1', 'Bose QC 45', 199),
  product('S2', 'Sony XM5', 299),
  product('A1', 'Anker Life Q20', 45),
];
const answer: Answering = (call) => {
  if (call.kind !== 'call-tool') throw new Error('Only tools here');
  const cheap = call.input['wish'] === 'cheaper' ? five.filter(({ price }) => price < 46) : five;
  return { kind: 'tool-answered', output: { kind: 'products', products: cheap } };
};
const none: Answering = () => ({ kind: 'tool-answered', output: { kind: 'products', products: [] } });

test('the entries of a list are shown with their prices, a page at a time, after the pictures they have', () => {
  const shown = talk(shop, ['headphones'], answer);
  const [picture, list] = shown.next.kind === 'stop' ? shown.next.messages : [];
  expect(picture?.content).toMatchObject({
    kind: 'file',
    url: 'https://shop.example/s1.jpg',
    caption: '1. Sony WH-CH520\n€49.00',
  });
  expect(list?.content).toMatchObject({
    kind: 'list',
    body: 'These fit. Which one?',
    rows: [
      { title: 'Sony WH-CH520', description: '€49.00' },
      { title: 'JBL Tune 510', description: '€39.00' },
      { title: 'Bose QC 45', description: '€199.00' },
      { title: 'Show more' },
      { title: 'None of these' },
    ],
  });
});

test.each(["that's all", 'nada más, gracias', 'itu saja kak', '就这些'])(
  '"%s" to a list that is only shown ends it politely',
  (text) => {
    const { says, next } = talk(shop, ['headphones', text], answer);
    expect(says).toEqual(['Okay, never mind. Write again whenever you need me.']);
    expect(next).toMatchObject({ kind: 'stop', stop: { kind: 'dropped' } });
  },
);

test.each([
  ['the second one', 'JBL Tune 510'],
  ['2', 'JBL Tune 510'],
  ['JBL Tune 510', 'JBL Tune 510'],
  ["I'll take the bose", 'Bose QC 45'],
  ['the last one please', 'Bose QC 45'],
  ['quiero la segunda', 'JBL Tune 510'],
  ['le troisième', 'Bose QC 45'],
  ['yang kedua', 'JBL Tune 510'],
  ['दूसरा वाला', 'JBL Tune 510'],
  ['الثالث', 'Bose QC 45'],
  ['第二个', 'JBL Tune 510'],
  ['o segundo', 'JBL Tune 510'],
  ['dusra wala', 'JBL Tune 510'],
  // Of a page that was not shown yet, too.
  ['Anker', 'Anker Life Q20'],
])('"%s" picks %s', (text, name) => {
  const shown = talk(shop, ['headphones'], answer);
  const picked = tell(shop, shown.state, { kind: 'said', text, placed: false }, answer);
  expect(picked.says).toEqual([`How many ${name}?`]);
  expect(picked.state.variables['product']).toMatchObject({ name });
});

test('a tap picks the entry of its row, whole', () => {
  const shown = talk(shop, ['headphones'], answer);
  const picked = tell(shop, shown.state, { kind: 'tapped', id: shown.taps[2]?.id ?? '' }, answer);
  expect(picked.state.variables['product']).toEqual(five[2]);
});

test('more shows the next page, whose rows count from one', () => {
  const shown = talk(shop, ['headphones'], answer);
  const more = tell(shop, shown.state, { kind: 'tapped', id: shown.taps[3]?.id ?? '' }, answer);
  expect(more.taps.map(({ title }) => title)).toEqual(['Sony XM5', 'Anker Life Q20', 'None of these']);
  const picked = tell(shop, more.state, { kind: 'said', text: 'the first', placed: false }, answer);
  expect(picked.says).toEqual(['How many Sony XM5?']);
});

test('a part of a name that two have is asked about', () => {
  const shown = talk(shop, ['headphones'], answer);
  const which = tell(shop, shown.state, { kind: 'said', text: 'the sony', placed: false }, answer);
  expect(which.says).toEqual(['Which do you mean?']);
  expect(which.taps.map(({ title }) => title)).toEqual(['Sony WH-CH520', 'Sony XM5']);
  const picked = tell(shop, which.state, { kind: 'tapped', id: which.taps[1]?.id ?? '' }, answer);
  expect(picked.state.variables['product']).toEqual(five[3]);
});

test('"cheaper" searches again at once, and any other wish when nobody else wants it', () => {
  const shown = talk(shop, ['headphones'], answer);
  const cheaper = tell(shop, shown.state, { kind: 'said', text: 'cheaper', placed: false }, answer);
  expect(cheaper.taps.map(({ title }) => title)).toEqual(['JBL Tune 510', 'Anker Life Q20', 'None of these']);
  // The buttons of the first list are no answer to the second.
  const old = tell(shop, cheaper.state, { kind: 'tapped', id: shown.taps[2]?.id ?? '' }, answer);
  expect(old.taps.map(({ title }) => title)).toEqual(['JBL Tune 510', 'Anker Life Q20', 'None of these']);
  const wish = 'with good battery for travelling';
  const other = tell(shop, shown.state, { kind: 'said', text: wish, placed: false }, answer);
  expect(other.next.kind).toBe('not-mine');
  expect(holdsAnswer(shop, shown.state, wish, { at: monday10, contact: { id: 'c1' } })).toBe(false);
  const placed = tell(shop, shown.state, { kind: 'said', text: wish, placed: true }, answer);
  expect(placed.state.variables['wish']).toBe(wish);
});

test('none of them, an empty list, and "never mind" each go their way', () => {
  const shown = talk(shop, ['headphones'], answer);
  for (const text of ['none of these', 'no', 'ninguno', '没有', 'no thanks'])
    expect(tell(shop, shown.state, { kind: 'said', text, placed: false }, answer).says).toEqual([
      'Nothing then.',
    ]);
  expect(talk(shop, ['headphones'], none).says).toEqual(['Nothing then.']);
  const dropped = tell(shop, shown.state, { kind: 'said', text: 'never mind', placed: false }, answer);
  expect(dropped.next).toMatchObject({ stop: { kind: 'dropped' } });
});

test('"no, the second one" takes a pick back', () => {
  const asked = talk(shop, ['headphones', 'the first one', 'no, the second one'], answer);
  expect(asked.says).toEqual(['How many JBL Tune 510?']);
  expect(tell(shop, asked.state, { kind: 'said', text: 'actually 2', placed: false }, answer).says).toEqual([
    '2 × JBL Tune 510 J1',
  ]);
});

test('"this one" takes the only entry; of several, and for a place that is not there, it is asked again', () => {
  const one: Answering = () => ({
    kind: 'tool-answered',
    output: { kind: 'products', products: five.slice(0, 1) },
  });
  const only = talk(shop, ['headphones'], one);
  const taken = tell(shop, only.state, { kind: 'said', text: "I'd like to order it", placed: false }, one);
  expect(taken.says).toEqual(['How many Sony WH-CH520?']);
  const second = tell(shop, only.state, { kind: 'said', text: 'the second one', placed: false }, one);
  expect(second.taps.map(({ title }) => title)).toEqual(['Sony WH-CH520', 'None of these']);
  const shown = talk(shop, ['headphones'], answer);
  for (const text of ['this one please', 'número 9']) {
    const again = tell(shop, shown.state, { kind: 'said', text, placed: false }, answer);
    expect(again.taps.map(({ title }) => title)).toEqual(shown.taps.map(({ title }) => title));
    expect(holdsAnswer(shop, shown.state, text, { at: monday10, contact: { id: 'c1' } })).toBe(true);
  }
});

const leafing = readyFrom(yaml.replace('    show: 3\n', '    show: 3\n    as: carousel\n'));
const pictured: Answering = () => ({
  kind: 'tool-answered',
  output: {
    kind: 'products',
    products: five.map((each) => ({ ...each, picture: `https://shop.example/${each.sku}.jpg` })),
  },
});

test('entries that all have a picture are shown as cards, and a tap on a card picks its entry', () => {
  const shown = talk(leafing, ['headphones'], pictured);
  const messages = shown.next.kind === 'stop' ? shown.next.messages : [];
  expect(messages.map(({ content }) => content)).toMatchObject([
    {
      kind: 'carousel',
      body: 'These fit. Which one?',
      cards: [
        {
          image: 'https://shop.example/S1.jpg',
          body: '1. Sony WH-CH520\n€49.00',
          button: { id: 'flow:1:0', title: 'Choose' },
        },
        { button: { id: 'flow:1:1' } },
        { button: { id: 'flow:1:2' } },
      ],
    },
  ]);
  expect(tell(leafing, shown.state, { kind: 'tapped', id: 'flow:1:1' }, pictured).says).toEqual([
    'How many JBL Tune 510?',
  ]);
});

test('what has no card is written: more, none of them, a number', () => {
  expect(talk(leafing, ['headphones', 'show more'], pictured).next).toMatchObject({
    messages: [{ content: { kind: 'carousel', cards: [{ body: '1. Sony XM5\n€299.00' }, {}] } }],
  });
  expect(talk(leafing, ['headphones', 'none of these'], pictured).says).toEqual(['Nothing then.']);
  expect(talk(leafing, ['headphones', '2'], pictured).says).toEqual(['How many JBL Tune 510?']);
});

test('where an entry lacks its picture, or there is only one, a list is shown', () => {
  const kinds = (given: Answering) => {
    const { next } = talk(leafing, ['headphones'], given);
    return next.kind === 'stop' ? next.messages.map(({ content }) => content.kind) : [];
  };
  expect(kinds(answer)).toEqual(['list']);
  const single: Answering = () => ({
    kind: 'tool-answered',
    output: { kind: 'products', products: five.slice(0, 1) },
  });
  expect(kinds(single)).toEqual(['list']);
});
