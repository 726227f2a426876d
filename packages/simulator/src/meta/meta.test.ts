import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, startBoth, until, type Started } from '../receiver.testing.ts';
import type { MetaAct } from './meta-act.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const text = { type: 'text', text: { body: 'Hello' } };
const template = { type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } };
const meta = (act: MetaAct): void => {
  expect(sim.simulator.control.actAsMeta(act)).toEqual({ kind: 'done' });
};

test('a restricted account may answer, but not write first, until the restriction ends', async () => {
  sim.say('hi');
  meta({ kind: 'restrict', what: 'business-initiated', hours: 24, violation: 'SPAM' });
  expect(await sim.change('account_update')).toMatchObject({
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
  });
  expect((await sim.send(text)).status).toBe(200);
  expect(codeOf(await sim.send({ ...template, to: '4915123456789' }))).toBe(368);
  sim.simulator.control.advanceClock(25 * 3_600_000);
  expect((await sim.send({ ...template, to: '4915123456789' })).status).toBe(200);
  expect(sim.simulator.control.account().standing).toEqual({ kind: 'good' });
});

test('a locked account sends nothing, a banned one neither, a reinstated one again', async () => {
  sim.say('hi');
  meta({ kind: 'lock' });
  expect(codeOf(await sim.send(text))).toBe(131031);
  meta({ kind: 'ban' });
  expect(codeOf(await sim.send(text))).toBe(368);
  expect(await sim.change('account_update', 2)).toMatchObject({
    event: 'DISABLED_UPDATE',
    ban_info: { waba_ban_state: 'DISABLE' },
  });
  meta({ kind: 'reinstate' });
  expect((await sim.send(text)).status).toBe(200);
});

test('a number is flagged and unflagged, and its name reviewed', async () => {
  sim.say('hi');
  meta({ kind: 'rate-number', quality: 'RED' });
  expect(await sim.change('phone_number_quality_update')).toMatchObject({ event: 'FLAGGED' });
  meta({ kind: 'rate-number', quality: 'YELLOW' });
  expect(await sim.change('phone_number_quality_update', 2)).toMatchObject({ event: 'UNFLAGGED' });
  meta({ kind: 'review-name', decision: 'REJECTED' });
  expect(await sim.change('phone_number_name_update')).toMatchObject({ decision: 'REJECTED' });
  expect(codeOf(await sim.send(text))).toBe(131037);
});

test('while Meta’s agent holds a thread its webhooks are standby; a send takes it back', async () => {
  sim.say('hi');
  await sim.change('messages');
  meta({ kind: 'agent-takes', customer: 'maya' });
  expect(await sim.change('messaging_handovers')).toMatchObject({
    type: 'control_passed',
    recipient: { phone_number_id: '106540352242922' },
    sender: { phone_number: '14155550142' },
    control_passed: { new_owner_role: 'ai_agent' },
  });
  sim.say('to the agent');
  expect(await sim.change('standby')).toMatchObject({ messages: [{ text: { body: 'to the agent' } }] });
  meta({ kind: 'agent-says', customer: 'maya', body: 'I am the agent' });
  expect(await sim.change('standby', 2)).toMatchObject({
    standby: { message_echoes: [{ text: { body: 'I am the agent' } }] },
  });
  await sim.send(text);
  expect(await sim.change('messaging_handovers', 2)).toMatchObject({
    control_passed: { previous_owner_app_role: 'meta_business_agent', new_owner_role: 'escalation' },
  });
  sim.say('to the business');
  await until(() =>
    sim.receiver.items('messages').some((one) => JSON.stringify(one).includes('to the business')),
  );
  expect(sim.simulator.control.conversation('maya')?.holder).toBe('business');
});

test('the owner’s phone and the history are echoed', async () => {
  sim.say('hi');
  meta({ kind: 'owner-says', customer: 'maya', body: 'from my phone' });
  expect(await sim.change('smb_message_echoes')).toMatchObject({
    message_echoes: [{ to: '14155550142', type: 'text', text: { body: 'from my phone' } }],
  });
  meta({ kind: 'sync-history', customer: 'maya' });
  expect(await sim.change('history')).toMatchObject({
    history: [{ threads: [{ messages: [{ text: { body: 'hi' } }, { text: { body: 'from my phone' } }] }] }],
  });
});

test('alerts, reviews and any other field are sent as webhooks', async () => {
  meta({ kind: 'alert', alert: 'OBA_APPROVED', severity: 'INFORMATIONAL' });
  expect(await sim.change('account_alerts')).toMatchObject({ alert_info: { alert_type: 'OBA_APPROVED' } });
  meta({ kind: 'review-account', decision: 'APPROVED' });
  expect(await sim.change('account_review_update')).toEqual({ decision: 'APPROVED' });
  meta({ kind: 'webhook', field: 'security', value: { event: 'PIN_CHANGED' } });
  expect(await sim.change('security')).toEqual({ event: 'PIN_CHANGED' });
});

test('what does not exist is named', () => {
  expect(sim.simulator.control.actAsMeta({ kind: 'agent-takes', customer: 'nobody' })).toEqual({
    kind: 'unknown',
    what: 'customer nobody',
  });
});

test('everything is there over HTTP with the token', async () => {
  const call = async (path: string, body?: unknown): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${sim.simulator.url}/sim/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: 'Bearer control-token-of-tests' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  expect((await call('meta', { kind: 'set-tier', tier: 'TIER_10K' })).status).toBe(200);
  expect((await call('account')).text).toContain('"tier":"TIER_10K"');
  expect((await call('meta', { kind: 'set-tier', tier: 'TIER_7' })).status).toBe(400);
  expect((await call('meta', { kind: 'approve-template', template: 'nope' })).status).toBe(404);
  expect((await call('customers/maya/changes', { kind: 'set-username', username: 'maya.t' })).text).toContain(
    'maya.t',
  );
  expect(
    (await call('customers/maya/changes', { kind: 'change-number', phone: '+4915123456789' })).status,
  ).toBe(409);
  expect((await call('settings', { limits: 'none' })).text).toContain('"limits":"none"');
  expect((await call('templates')).text).toContain('hello_world');
  expect((await call('flows')).text).toBe('{"flows":[]}');
  expect((await call('groups')).text).toBe('{"groups":[]}');
  expect((await fetch(`${sim.simulator.url}/sim/meta`, { method: 'POST', body: '{}' })).status).toBe(401);
});
