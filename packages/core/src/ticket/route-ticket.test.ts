import { expect, test } from 'vitest';
import { routeTicket } from './route-ticket.ts';
import type { RoutingRule } from './ticket.ts';

const teams = [
  { id: 'desk', name: 'Front desk' },
  { id: 'sales', name: 'Sales' },
  { id: 'ventas', name: 'Ventas' },
];
const routing: readonly RoutingRule[] = [
  { topics: ['lead'], languages: ['es'], team: 'ventas', priority: 'high' },
  { topics: ['lead'], team: 'sales' },
  { reasons: ['complaint'], team: 'desk', priority: 'low' },
  { reasons: ['trouble'], priority: 'normal' },
];
const business = { teams: [...teams], routing: [...routing] };

test('the first rule that fits and names a team decides, the first that names a priority too', () => {
  expect(routeTicket(business, { reason: 'flow', topic: 'lead', language: 'es' })).toMatchObject({
    team: 'ventas',
    priority: 'high',
  });
  expect(routeTicket(business, { reason: 'flow', topic: 'lead', language: 'en' })).toMatchObject({
    team: 'sales',
    priority: 'normal',
  });
});

test('what no rule fits goes to the first team; of a business without teams, to "support"', () => {
  expect(routeTicket(business, { reason: 'asked' })).toEqual({
    reason: 'asked',
    team: 'desk',
    priority: 'normal',
  });
  expect(routeTicket({ teams: [], routing: [] }, { reason: 'trouble' }).team).toBe('support');
});

test('a team that a flow asks for gets it, if there is such a team', () => {
  const flow = { reason: 'flow', topic: 'lead', language: 'es' } as const;
  expect(routeTicket(business, { ...flow, queue: 'sales' }).team).toBe('sales');
  expect(routeTicket(business, { ...flow, queue: 'nobody' }).team).toBe('ventas');
  expect(routeTicket({ teams: [], routing: [] }, { ...flow, queue: 'sales' }).team).toBe('sales');
});

test('no rule makes an emergency or a complaint wait', () => {
  expect(routeTicket(business, { reason: 'complaint' })).toMatchObject({ team: 'desk', priority: 'urgent' });
  expect(routeTicket(business, { reason: 'emergency', topic: 'lead' })).toMatchObject({ priority: 'urgent' });
  expect(routeTicket(business, { reason: 'trouble' })).toMatchObject({ priority: 'normal' });
});

test("a request about one's own data comes before others", () => {
  expect(routeTicket(business, { reason: 'privacy' })).toMatchObject({ team: 'desk', priority: 'high' });
});
