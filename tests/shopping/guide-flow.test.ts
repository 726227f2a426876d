import { z } from 'zod';
import { expect, test } from 'vitest';
import { parseBusinessFiles } from '@ambit/core/business/parse-business-files';
import { FindProductsInput } from '@ambit/core/catalogue/catalogue-tools';
import { findProducts } from '@ambit/core/catalogue/find-products';
import { indexCatalogue } from '@ambit/core/catalogue/index-catalogue';
import { productNamed } from '@ambit/core/catalogue/product-named';
import { showProduct } from '@ambit/core/catalogue/shown-product';
import { talk, type Answering, type Talk } from '@ambit/core/flow/testing/talk';
import { newestFlow } from '@ambit/core/task/open-flows';
import { readBusinessFolder } from '@ambit/server/business-files/read-business-folder';

const folder = 'tests/businesses/gadgets';
const files = await readBusinessFolder(folder);

/** What the shop's guide says last to texts that nobody else wants. */
function converse(texts: readonly string[], task = '', atMeta: readonly string[] = []): Talk {
  const taskFile = 'tasks/1-shopping-guide.yaml';
  const parsed = parseBusinessFiles(new Map([...files, [taskFile, `${files.get(taskFile) ?? ''}${task}`]]));
  if (parsed.kind === 'problems') throw new Error(JSON.stringify(parsed.problems));
  const flow = newestFlow(parsed.business, 'shopping-guide');
  if (flow === undefined) throw new Error('There is no flow');
  const { catalogue } = parsed.tables;
  const index = indexCatalogue(catalogue);
  const answer: Answering = (call) => {
    if (call.kind !== 'call-tool') return { kind: 'tool-failed', why: 'not expected' };
    const product = productNamed(catalogue, call.input['product'] ?? '');
    const output =
      call.tool === 'find-products'
        ? findProducts(index, FindProductsInput.parse(call.input), {
            currency: 'USD',
            atMeta: new Set(atMeta),
          })
        : product === undefined
          ? { kind: 'not-found' }
          : { kind: 'in-stock', product: showProduct(product, 'en') };
    return { kind: 'tool-answered', output: z.json().parse(JSON.parse(JSON.stringify(output))) };
  };
  return talk(flow, texts, answer);
}

function contents({ next }: Talk): readonly unknown[] {
  return next.kind === 'stop' ? next.messages.map(({ content }) => content) : [];
}

test('the page of the chosen product opens by a button', () => {
  const [card] = contents(converse(['bluetooth headphones', 'the first one']));
  expect(card).toMatchObject({
    kind: 'link-button',
    title: 'See and buy',
    url: 'https://nova-gadgets.example/p/hp-10',
  });
});

const withIds = '\n  catalogue: "123456"\n';
const atMeta = ['HP-10', 'HP-20', 'HP-40', 'HP-50'];

test('with a catalogue at Meta, what is found is sent as product messages, and can be narrowed down', () => {
  const [found] = contents(converse(['bluetooth headphones'], withIds, atMeta)).slice(-1);
  expect(found).toMatchObject({
    kind: 'products',
    catalogue: '123456',
    products: ['HP-10', 'HP-20', 'HP-50'],
  });
  const [narrowed] = contents(converse(['bluetooth headphones', 'in white'], withIds, atMeta)).slice(-1);
  expect(narrowed).toMatchObject({ kind: 'products', products: ['HP-10', 'HP-40'] });
});

test('as a carousel of products, or as a list all the same, where the business wants that', () => {
  const [cards] = contents(converse(['bluetooth headphones'], `${withIds}  show: carousel\n`, atMeta)).slice(
    -1,
  );
  expect(cards).toMatchObject({
    kind: 'product-carousel',
    catalogue: '123456',
    products: ['HP-10', 'HP-20', 'HP-50'],
  });
  const [list] = contents(converse(['bluetooth headphones'], `${withIds}  show: list\n`)).slice(-1);
  expect(list).toMatchObject({ kind: 'list' });
  expect(() => converse(['headphones'], '\n  show: products\n')).toThrow('needs \\"catalogue\\"');
});

test("what Meta's catalogue has not is shown as a list, all of it", () => {
  const { next } = converse(['bluetooth headphones'], withIds, ['HP-10', 'HP-20']);
  expect(JSON.stringify(next)).toContain('Kite Sport');
  expect(JSON.stringify(next)).not.toContain('"kind":"products"');
});
