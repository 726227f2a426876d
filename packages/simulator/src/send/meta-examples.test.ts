import { afterAll, beforeAll, expect, test } from 'vitest';
import { metaExamples, withoutPlaceholders } from '../fixtures/read-examples.testing.ts';
import { codeOf, phoneNumberId, startBoth, wabaId, type Started } from '../receiver.testing.ts';

let sim: Started;
let wamid = '';
const media = new Map<string, string>();
const mimeTypes = {
  image: 'image/png',
  audio: 'audio/ogg',
  video: 'video/mp4',
  document: 'application/pdf',
  sticker: 'image/webp',
};
beforeAll(async () => {
  sim = await startBoth({ settings: { limits: 'none' } });
  wamid = sim.say('hi');
  for (const [kind, type] of Object.entries(mimeTypes)) {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new File([new Uint8Array([1])], 'file', { type }));
    media.set(kind, String((await sim.graph(`POST ${phoneNumberId}/media`, form)).body['id']));
  }
  const screen = { id: 'A', terminal: true, layout: { type: 'SingleColumnLayout', children: [] } };
  for (const name of ['drafted', 'published']) {
    const flow = { name, categories: ['OTHER'], flow_json: { version: '7.0', screens: [screen] } };
    await sim.graph(`POST ${wabaId}/flows`, { ...flow, publish: name === 'published' });
  }
});
afterAll(() => sim.close());

let made = 0;

/** What stands in for a placeholder, by where it is; other texts stay. */
function usableFor(isDraft: boolean): (path: string, text: string) => unknown {
  const flow = isDraft ? 'drafted' : 'published';
  return (path, text) => {
    const [kind = '', key = ''] = path.split('.').slice(-2);
    if (key === 'id' && media.has(kind)) return media.get(kind);
    if (key === 'link' || key === 'url') return 'https://example.com/file';
    if (key === 'message_id') return wamid;
    if (key === 'flow_name') return flow;
    if (key === 'flow_id') return sim.simulator.control.flows().find((one) => one.name === flow)?.id;
    if (path === '.to') return '14155550142';
    if (path.endsWith('language.code') && text.length > 15) return 'en_US';
    if (path.endsWith('header.type')) return text.startsWith('<') ? 'text' : text;
    if (key === 'reference_id') return 'A-1';
    if (!/^(<.*>|\{\{[A-Za-z].*\}\})$/.test(text)) return text;
    made += 1;
    return `x${made}`;
  };
}

/** Examples of Meta's that break a rule of Meta's own, and which. */
const wrong: ReadonlyMap<string, string> = new Map([
  ['Send Reply to List Message', 'has an interactive part, but no type'],
  ['Send Sample Issue Resolution Template', 'gives quick replies truth values for texts'],
]);

test.each(metaExamples('messages').filter(([name]) => !wrong.has(name)))(
  'Meta’s example "%s" is understood',
  async (name, example) => {
    const filled = withoutPlaceholders(example, usableFor(name.includes('Draft')));
    // Templates that only the example's author has are looked for and not found: the body was understood.
    expect([0, 132001]).toContain(codeOf(await sim.graph(`POST ${phoneNumberId}/messages`, filled)));
  },
);

test.each([...wrong])('Meta’s example "%s" is refused: it %s', async (name) => {
  const example = metaExamples('messages').find(([one]) => one === name)?.[1];
  const filled = withoutPlaceholders(example, usableFor(false));
  expect((await sim.graph(`POST ${phoneNumberId}/messages`, filled)).status).toBe(400);
});

test.each(metaExamples('marketing_messages'))(
  'Meta’s marketing example "%s" is understood',
  async (_name, example) => {
    expect(codeOf(await sim.graph(`POST ${phoneNumberId}/marketing_messages`, example))).toBe(132001);
  },
);

test.each(
  (['settings', 'conversational_automation', 'register'] as const).flatMap((edge) =>
    metaExamples(edge).map(([name, example]) => [edge, name, example] as const),
  ),
)('Meta’s example of %s, "%s", is taken', async (edge, _name, example) => {
  const own = await startBoth();
  expect((await own.graph(`POST ${phoneNumberId}/${edge}`, example)).status).toBe(200);
  await own.close();
});

/** Names that are placeholders, and one that another example has already. */
test.each(metaExamples('message_templates'))('Meta’s template "%s" is taken', async (name, example) => {
  const unique = `t_${name.toLowerCase().replaceAll(/\W+/g, '_')}`;
  const answer = await sim.graph(`POST ${wabaId}/message_templates`, { ...example, name: unique });
  expect(answer.body).toMatchObject({ status: 'PENDING' });
});
