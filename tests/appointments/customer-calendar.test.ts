import { afterAll, beforeAll, expect, test } from 'vitest';
import { startClinicStack, type ClinicStack, type Patient } from './clinic-stack.ts';

let linking: ClinicStack;
let sending: ClinicStack;
beforeAll(async () => {
  linking = await startClinicStack('', { AMBIT_PUBLIC_URL: 'https://sol.example/' });
  sending = await startClinicStack('appointments: { ics: send }\norders: { linkHosts: [sol.example] }', {
    AMBIT_PUBLIC_URL: 'https://sol.example',
  });
});
afterAll(async () => {
  await linking.stop();
  await sending.stop();
});

async function books({ stack }: ClinicStack, { id }: Patient): Promise<void> {
  for (const text of [
    'quiero una endodoncia el viernes de la próxima semana a las 8:00',
    'Paula Ortiz',
    'sí',
  ])
    await stack.settled(stack.say(id, text));
}

/** Fetches what the world outside would, from the port that is behind the public address. */
function fetchFrom({ stack }: ClinicStack, url: string, method = 'GET'): Promise<Response> {
  const { pathname, search } = new URL(url);
  return fetch(new URL(`${pathname}${search}`, stack.server.webhookUrl), { method });
}

function linkIn(text: string): string {
  const found = /https:\/\/sol\.example\/calendars\/appointments\/\S+\.ics/.exec(text)?.[0];
  if (found === undefined) throw new Error(`No link in: ${text}`);
  return found;
}

/** The documents on a phone, the oldest first. */
function documents({ stack }: ClinicStack, { id }: Patient): readonly { link: string; filename: string }[] {
  const thread = stack.simulator.control.conversation(id)?.messages ?? [];
  return thread.flatMap(({ bubble }) =>
    bubble.kind === 'media' && bubble.media === 'document'
      ? [{ link: bubble.link ?? '', filename: bubble.filename ?? '' }]
      : [],
  );
}

test('who books gets a link to the appointment as it stands, moved and cancelled too', async () => {
  const paula = await linking.meet('paula');
  await books(linking, paula);
  const link = linkIn(linking.phoneOf(paula));
  const first = await fetchFrom(linking, link);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const booked = await first.text();
  expect(booked).toContain('METHOD:REQUEST');
  expect(booked).toContain('Endodoncia');
  expect(booked).toMatch(/SEQUENCE:0/);

  for (const text of ['quiero mover mi cita', 'el viernes de la próxima semana a las 10:00', 'sí'])
    await linking.stack.settled(linking.stack.say(paula.id, text));
  expect(linking.phoneOf(paula)).toContain('Cambiada: Endodoncia');
  expect(await (await fetchFrom(linking, link)).text()).toMatch(/SEQUENCE:1/);

  for (const text of ['cancelar mi cita', 'sí'])
    await linking.stack.settled(linking.stack.say(paula.id, text));
  const cancelled = await (await fetchFrom(linking, link)).text();
  expect(cancelled).toContain('METHOD:CANCEL');
  expect(cancelled).toContain('STATUS:CANCELLED');
});

test('nobody guesses the address of an appointment', async () => {
  const link = linkIn(JSON.stringify(linking.stack.simulator.control.conversation('paula')));
  const other = link.replace(/.(?=\.ics$)/, (last) => (last === 'A' ? 'B' : 'A'));
  expect((await fetchFrom(linking, other)).status).toBe(404);
  expect((await fetchFrom(linking, link.replace(/\/[\w-]+\.ics$/, `/${'A'.repeat(43)}.ics`))).status).toBe(
    404,
  );
  expect((await fetchFrom(linking, link, 'POST')).status).toBe(405);
});

test('a business that wants it sends the file as a document, after each change', async () => {
  const rosa = await sending.meet('rosa');
  await books(sending, rosa);
  const [document] = documents(sending, rosa);
  expect(document?.filename).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}\.ics$/);
  expect(sending.phoneOf(rosa)).not.toContain('/calendars/');
  const file = await fetchFrom(sending, document?.link ?? '');
  expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await file.text()).toContain('METHOD:REQUEST');
  for (const text of ['cancelar mi cita', 'sí'])
    await sending.stack.settled(sending.stack.say(rosa.id, text));
  const last = documents(sending, rosa).at(-1);
  expect(documents(sending, rosa)).toHaveLength(2);
  expect(await (await fetchFrom(sending, last?.link ?? '')).text()).toContain('METHOD:CANCEL');
});
