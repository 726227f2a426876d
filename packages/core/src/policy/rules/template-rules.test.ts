import { expect, test } from 'vitest';
import type { Draft } from '../../message/draft.ts';
import { hourMs } from '../../schedule/instant.ts';
import { BusinessTemplate } from '../../template/business-template.ts';
import { clear } from '../clear.ts';
import type { ClearanceContext } from '../clearance-context.ts';
import { answer, noon, wellContext } from '../clearing.fixture.ts';
import { currentPack } from '../pack.ts';

const ours = [
  BusinessTemplate.parse({
    name: 'order_news',
    category: 'utility',
    languages: { en: { body: 'Hello {{1}}, there is news about your order.' } },
    examples: { '1': 'Ana' },
  }),
  BusinessTemplate.parse({
    name: 'weekly_offer',
    category: 'marketing',
    languages: { en: { body: 'This week all seeds are cheaper.', footer: 'Reply STOP to get no more' } },
  }),
];
type Template = Extract<Draft['content'], { kind: 'template' }>;
const news: Template = { kind: 'template', name: 'order_news', language: 'en', values: ['Ana'] };
const offer: Template = { kind: 'template', name: 'weekly_offer', language: 'en', values: [] };
const closed: ClearanceContext = { ...wellContext, windowClosesAt: noon - hourMs, templates: { ours } };
const agreed = (at: number) => ({ at, source: 'the flow' });
const unasked: Draft = { ...answer, priority: 'notice' };

function verdict(content: Draft['content'], context: Partial<ClearanceContext> = {}, draft = answer) {
  const { clearance } = clear({ ...draft, content }, { ...closed, ...context }, currentPack, noon);
  return clearance.refusal === undefined ? clearance.verdict : clearance.refusal.rule;
}

test('with the window closed an approved template goes, and nothing else', () => {
  expect(verdict(news)).toBe('cleared');
  expect(verdict(answer.content)).toBe('WA-WIN-001');
});

test('a template that is not the business’s, or is filled otherwise than approved, does not go', () => {
  expect(verdict({ ...news, name: 'order_new' })).toBe('WA-WIN-002');
  expect(verdict({ ...news, language: 'es' })).toBe('WA-WIN-002');
  expect(verdict({ ...news, values: [] })).toBe('WA-WIN-002');
  expect(verdict({ ...news, values: [' '] })).toBe('WA-WIN-002');
  expect(verdict({ ...news, header: { kind: 'text', value: 'x' } })).toBe('WA-WIN-002');
  expect(verdict(news, { templates: undefined })).toBe('WA-WIN-002');
});

test('Meta’s word counts where it is known', () => {
  const at = (status: string) => ({
    templates: { ours, atMeta: [{ name: 'order_news', language: 'en', status }] },
  });
  expect(verdict(news, at('APPROVED'))).toBe('cleared');
  expect(verdict(news, at('PENDING'))).toBe('WA-WIN-002');
  expect(verdict(news, at('PAUSED'))).toBe('WA-WIN-002');
  expect(verdict(news, { templates: { ours, atMeta: [] } })).toBe('WA-WIN-002');
});

test('a promotion needs consent to promotions, even inside the window', () => {
  const open = { windowClosesAt: noon + hourMs };
  expect(verdict(offer, open)).toBe('WA-OPT-001');
  expect(verdict(offer, { ...open, consents: { utility: agreed(noon - hourMs) } })).toBe('WA-OPT-001');
  expect(verdict(offer, { consents: { marketing: agreed(noon - hourMs) } })).toBe('cleared');
});

test('who ended promotions gets none until they agree anew', () => {
  const stoppedAt = noon - hourMs;
  expect(verdict(offer, { stoppedAt, consents: { marketing: agreed(stoppedAt - 1) } })).toBe('WA-OPT-002');
  expect(verdict(offer, { stoppedAt, consents: { marketing: agreed(stoppedAt + 1) } })).toBe('cleared');
  expect(verdict(news, { stoppedAt })).toBe('cleared');
});

test('a notice nobody waits for needs consent once the window is closed', () => {
  expect(verdict(news, {}, unasked)).toBe('WA-OPT-001');
  expect(verdict(news, { windowClosesAt: noon + hourMs }, unasked)).toBe('cleared');
  expect(verdict(news, { consents: { utility: agreed(noon - hourMs) } }, unasked)).toBe('cleared');
});

test('a notice that Meta moved to marketing counts, and costs, as marketing', () => {
  const held = { name: 'order_news', language: 'en', status: 'APPROVED', category: 'marketing' } as const;
  const templates = { ours, atMeta: [held] };
  expect(verdict(news, { templates })).toBe('WA-OPT-001');
  const price = (context: Partial<ClearanceContext>) =>
    clear({ ...answer, content: news }, { ...closed, ...context }, currentPack, noon).clearance.price;
  expect(price({ templates })).toMatchObject({ category: 'marketing', type: 'regular' });
  expect(price({})).toMatchObject({ category: 'utility', type: 'regular' });
});
