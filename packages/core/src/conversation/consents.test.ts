import { expect, test } from 'vitest';
import { agreesTo, withConsents, withoutPromotions } from './consents.ts';
import { newConversation } from './state.ts';

const given = (purpose: 'utility' | 'marketing') => ({ purpose, given: true });

test('consent is kept by purpose, with when and where it was given, and can be taken back', () => {
  const agreed = withConsents(newConversation, [given('utility')], 5, 'the flow');
  expect(agreed.consents).toEqual({ utility: { at: 5, source: 'the flow' } });
  expect(agreesTo(agreed, 'utility')).toBe(true);
  expect(agreesTo(agreed, 'marketing')).toBe(false);
  const back = withConsents(agreed, [{ purpose: 'utility', given: false }], 6, 'the flow');
  expect(agreesTo(back, 'utility')).toBe(false);
});

test('"stop" ends promotions and leaves notices; agreeing again begins them anew', () => {
  const agreed = withConsents(newConversation, [given('utility'), given('marketing')], 5, 'the flow');
  const stopped = withoutPromotions(agreed, 6);
  expect([agreesTo(stopped, 'utility'), agreesTo(stopped, 'marketing')]).toEqual([true, false]);
  expect(agreesTo(withConsents(stopped, [given('marketing')], 7, 'the flow'), 'marketing')).toBe(true);
});
