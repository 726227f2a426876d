import { afterEach, beforeEach, expect, test } from 'vitest';
import { codeOf, phoneNumberId, startBoth, type Started } from '../receiver.testing.ts';

let sim: Started;
beforeEach(async () => {
  sim = await startBoth();
});
afterEach(() => sim.close());

const whatsapp = { messaging_product: 'whatsapp' };

async function create(mode = 'auto_approve'): Promise<string> {
  await sim.graph(`POST ${phoneNumberId}/groups`, { ...whatsapp, subject: 'Tour', join_approval_mode: mode });
  const value = await sim.change('group_lifecycle_update');
  expect(value).toMatchObject({ groups: [{ type: 'group_create', subject: 'Tour' }] });
  return /"group_id":"([^"]+)"/.exec(JSON.stringify(value))?.[1] ?? '';
}

test('people join a group by its link, write in it, and get what the business sends', async () => {
  const group = await create();
  sim.simulator.control.actAsMeta({ kind: 'join-group', group, customer: 'maya' });
  expect(await sim.change('group_participants_update')).toMatchObject({
    groups: [
      {
        type: 'group_participants_add',
        reason: 'invite_link',
        added_participants: [{ wa_id: '14155550142' }],
      },
    ],
  });
  const sent = await sim.send({
    recipient_type: 'group',
    to: group,
    type: 'text',
    text: { body: 'Hello all' },
  });
  expect(sent.body).toMatchObject({ contacts: [{ input: group }], messages: [{ group_id: group }] });
  expect((await sim.statuses(1))[0]).toMatchObject({
    recipient_type: 'group',
    recipient_id: group,
    recipient_participant_id: '14155550142',
  });
  expect((await sim.graph(`GET ${group}`)).body).toMatchObject({
    subject: 'Tour',
    total_participant_count: 1,
  });
  sim.simulator.control.actAsMeta({ kind: 'leave-group', group, customer: 'maya' });
  expect(await sim.change('group_participants_update', 2)).toMatchObject({
    groups: [{ type: 'group_participants_remove', initiated_by: 'participant' }],
  });
});

test('with approval people ask first', async () => {
  const group = await create('approval_required');
  sim.simulator.control.actAsMeta({ kind: 'join-group', group, customer: 'tom' });
  const asked = await sim.change('group_participants_update');
  const id = /"join_request_id":"(\d+)"/.exec(JSON.stringify(asked))?.[1] ?? '';
  expect((await sim.graph(`GET ${group}/join_requests`)).body).toMatchObject({
    data: [{ join_request_id: id }],
  });
  expect(
    (await sim.graph(`POST ${group}/join_requests`, { ...whatsapp, join_requests: [id] })).body,
  ).toMatchObject({
    approved_join_requests: [id],
  });
  expect(sim.simulator.control.groups()[0]?.participants).toEqual(['tom']);
});

test('a group is changed, suspended and deleted', async () => {
  const group = await create();
  await sim.graph(`POST ${group}`, { ...whatsapp, subject: 'Boat tour' });
  expect(await sim.change('group_settings_update')).toMatchObject({
    groups: [{ group_subject: { text: 'Boat tour' } }],
  });
  const link = (await sim.graph(`GET ${group}/invite_link`)).body['invite_link'];
  expect((await sim.graph(`POST ${group}/invite_link`)).body['invite_link']).not.toBe(link);
  sim.simulator.control.actAsMeta({ kind: 'suspend-group', group, suspended: true });
  const text = { recipient_type: 'group', to: group, type: 'text', text: { body: 'x' } };
  expect(codeOf(await sim.send(text))).toBe(131059);
  expect((await sim.graph(`DELETE ${group}`)).status).toBe(200);
  expect(codeOf(await sim.graph(`GET ${group}`))).toBe(33);
});

test('eight people fit in a group', async () => {
  const group = await create();
  const people = Array.from({ length: 9 }, (_, at) => `49151000000${at}`);
  for (const phone of people) sim.simulator.control.addCustomer({ name: phone, phone });
  const add = (phones: readonly string[]) =>
    sim.graph(`POST ${group}/participants`, { ...whatsapp, participants: phones.map((user) => ({ user })) });
  expect((await add(people.slice(0, 8))).status).toBe(200);
  expect(codeOf(await add(people.slice(8)))).toBe(131009);
  expect(
    (await sim.graph(`DELETE ${group}/participants`, { ...whatsapp, participants: [{ user: people[0] }] }))
      .status,
  ).toBe(200);
});

test('a call of the business rings and is taken; its end and a customer’s call are told', async () => {
  const offer = {
    ...whatsapp,
    action: 'connect',
    to: '14155550142',
    session: { sdp_type: 'offer', sdp: 'v=0' },
  };
  const called = await sim.graph(`POST ${phoneNumberId}/calls`, offer);
  const id = /"id":"(wacid[^"]+)"/.exec(JSON.stringify(called.body))?.[1];
  expect(await sim.change('calls', 2)).toMatchObject({ statuses: [{ id, status: 'ACCEPTED' }] });
  expect(
    (await sim.graph(`POST ${phoneNumberId}/calls`, { ...whatsapp, action: 'terminate', call_id: id }))
      .status,
  ).toBe(200);
  sim.simulator.control.act([{ customer: 'maya', action: { kind: 'call', event: 'terminate' } }]);
  expect(await sim.change('calls', 3)).toMatchObject({
    calls: [{ event: 'terminate', status: 'COMPLETED' }],
  });
});
