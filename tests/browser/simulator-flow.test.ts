import http from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FlowAnswer } from '@ambit/whatsapp/flows/flow-answer';
import { generateFlowKeys, readFlowKey } from '@ambit/whatsapp/flows/flow-keys';
import type { FlowExchange } from '@ambit/whatsapp/flows/flow-request';
import { handleFlowRequest } from '@ambit/whatsapp/flows/handle-flow-request';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { bookingFlow } from './booking-flow.ts';
import { accessibilityProblems, maya, startSimulatorStage, type SimulatorStage } from './simulator-stage.ts';

const days = [
  { id: 'mon', title: 'Monday' },
  { id: 'tue', title: 'Tuesday' },
];
const phoneNumberId = '106540352242922';
const accountId = '102290129340398';

/** The phone plays a flow against an endpoint that our own wire package serves; the two share no code. */
describe.runIf(hasChromium())('a flow on the phone', () => {
  let browser: Browser;
  let stage: SimulatorStage;
  let page: Page;
  let endpoint: http.Server;
  let flowId = '';
  /** Status codes to answer with before anything is decrypted; 0 hangs up. */
  const refusals: number[] = [];
  const asked: FlowExchange[] = [];
  const reports: string[] = [];
  let answer: (exchange: FlowExchange) => FlowAnswer;
  const problems: string[] = [];

  beforeAll(async () => {
    stage = await startSimulatorStage(problems);
    const keys = await generateFlowKeys();
    const privateKeys = [readFlowKey(keys.privatePem)];
    endpoint = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const refusal = refusals.shift();
        if (refusal === 0) {
          request.socket.destroy();
          return;
        }
        if (refusal !== undefined) {
          response.writeHead(refusal).end();
          return;
        }
        const rawBody = new Uint8Array(Buffer.concat(chunks));
        const signature = String(request.headers['x-hub-signature-256'] ?? '');
        handleFlowRequest(
          { rawBody, signature },
          {
            privateKeys,
            appSecrets: ['app-secret'],
            answer: (exchange) => {
              asked.push(exchange);
              return answer(exchange);
            },
            onErrorReport: (report) => reports.push(JSON.stringify(report)),
          },
        ).then(
          (made) => response.writeHead(made.status, { 'content-type': made.contentType }).end(made.body),
          () => response.writeHead(500).end(),
        );
      });
    });
    await new Promise<void>((resolve) => {
      endpoint.listen(0, '127.0.0.1', resolve);
    });
    const address = endpoint.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await stage.graph(`${phoneNumberId}/whatsapp_business_encryption`, {
      business_public_key: keys.publicPem,
    });
    const made = await stage.graph(`${accountId}/flows`, {
      name: 'booking',
      categories: ['APPOINTMENT_BOOKING'],
      endpoint_uri: `http://127.0.0.1:${port}/flow`,
      flow_json: JSON.stringify(bookingFlow),
      publish: true,
    });
    flowId = typeof made === 'object' && made !== null && 'id' in made ? String(made.id) : '';
    browser = await launchChromium();
    page = await stage.open(browser);
    stage.simulator.control.act([{ customer: 'maya', action: { kind: 'text', body: 'I want to book' } }]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
    endpoint.closeAllConnections();
    endpoint.close();
  });
  beforeEach(async () => {
    answer = defaultAnswer;
    asked.length = 0;
    reports.length = 0;
    await page.reload();
    await page.locator('.bubble').first().waitFor();
  });

  function defaultAnswer(exchange: FlowExchange): FlowAnswer {
    if (exchange.action !== 'data-exchange')
      return { kind: 'screen', screen: 'DAY', data: { days, name: 'Maya' } };
    if (exchange.data['confirmed'] !== true)
      return {
        kind: 'screen',
        screen: 'CONFIRM',
        data: { summary: `People: ${String(exchange.data['people'])}` },
      };
    return { kind: 'finish', flowToken: exchange.flowToken ?? '', params: { booked: 'yes' } };
  }

  async function sendFlow(
    label: string,
    parameters: object = { flow_action: 'data_exchange' },
  ): Promise<void> {
    const sent = await stage.send({
      to: maya,
      type: 'interactive',
      interactive: {
        type: 'flow',
        body: { text: `Book a visit (${label})` },
        action: {
          name: 'flow',
          parameters: {
            flow_message_version: '3',
            flow_id: flowId,
            flow_cta: label,
            flow_token: `token-${label}`,
            ...parameters,
          },
        },
      },
    });
    expect(sent).toHaveProperty('messages');
    await page.getByRole('button', { name: label, exact: true }).click();
  }

  const flow = (): ReturnType<Page['locator']> => page.locator('dialog.flow');

  test('is played from the first question of the endpoint to the answers in the thread', async () => {
    await sendFlow('Book');
    await flow().getByText('Hello Maya').waitFor();
    expect(asked[0]).toMatchObject({ action: 'init', flowToken: 'token-Book' });
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('Choose one to go on.').waitFor();
    await flow().getByLabel('Monday').check();
    await flow().getByLabel('People').fill('many');
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('Only numbers fit here.').waitFor();
    await flow().getByLabel('People').fill('3');
    await flow().getByLabel('People').press('Tab');
    await flow().getByText('Mondays are busy.').waitFor();
    for (const room of ['Kitchen', 'Bath', 'Hall']) await flow().getByLabel(room).check();
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('Choose at most 2.').waitFor();
    await flow().getByLabel('Hall').uncheck();
    await flow().getByLabel('Floor').selectOption('1');
    expect(await accessibilityProblems(page)).toEqual([]);
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('Monday it is').waitFor();
    await flow().getByText('People: 3').waitFor();
    expect(asked.at(-1)?.data).toMatchObject({
      day: 'mon',
      people: '3',
      rooms: ['kitchen', 'bath'],
      floor: '1',
    });
    await flow().getByLabel('Until').fill('2026-12-31');
    await flow().getByLabel('I agree').check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await flow().getByRole('button', { name: 'Book' }).click();
    await flow().waitFor({ state: 'detached' });
    await page.locator('.row.out', { hasText: 'Sent' }).waitFor();
    await expect
      .poll(() => stage.webhooks.find((body) => body.includes('nfm_reply')) ?? '', { timeout: 60_000 })
      .toContain(String.raw`\"booked\":\"yes\"`);
    expect(stage.webhooks.find((body) => body.includes('nfm_reply'))).toContain('token-Book');
  });

  test('goes back with what was entered, and begins with the data of the message', async () => {
    await sendFlow('Begin', {
      flow_action: 'navigate',
      flow_action_payload: { screen: 'DAY', data: { days, name: 'Dr Torres' } },
    });
    await flow().getByText('Hello Dr Torres').waitFor();
    await flow().getByLabel('Tuesday').check();
    await flow().getByLabel('People').fill('2');
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('Another day').waitFor();
    await flow().getByRole('button', { name: 'Back' }).click();
    expect(await flow().getByLabel('Tuesday').isChecked()).toBe(true);
    expect(await flow().getByLabel('People').inputValue()).toBe('2');
    await page.keyboard.press('Escape');
    await flow().waitFor({ state: 'detached' });
  });

  test('asks once more after 421, as the phone fetches the key anew', async () => {
    refusals.push(421);
    await sendFlow('Key');
    await flow().getByText('Hello Maya').waitFor();
  });

  test('gives up after a second 421, after 432 and without an answer, and can be tried again', async () => {
    refusals.push(421, 421);
    await sendFlow('Twice');
    await flow().getByText('Something went wrong. Try again later.').waitFor();
    refusals.push(432);
    await flow().getByRole('button', { name: 'Try again' }).click();
    await flow().getByText('refuses the signature').waitFor();
    refusals.push(0);
    await flow().getByRole('button', { name: 'Try again' }).click();
    await flow().getByText('The endpoint did not answer').waitFor();
    await flow().getByRole('button', { name: 'Try again' }).click();
    await flow().getByText('Hello Maya').waitFor();
  });

  test('cannot be opened any more after 427', async () => {
    answer = () => ({ kind: 'invalid-token', message: 'This visit was booked already' });
    await sendFlow('Old');
    await flow().getByRole('alert').getByText('This visit was booked already', { exact: true }).waitFor();
    expect(await flow().getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  test('shows what the endpoint says is wrong on the same screen', async () => {
    await sendFlow('Full');
    await flow().getByLabel('Monday').check();
    await flow().getByLabel('People').fill('9');
    answer = () => ({ kind: 'screen', screen: 'DAY', data: { error_message: 'We are full on Monday.' } });
    await flow().getByRole('button', { name: 'Continue' }).click();
    await flow().getByText('We are full on Monday.').waitFor();
    expect(await flow().getByLabel('People').inputValue()).toBe('9');
  });

  test('tells the endpoint when its answer names a screen that is not there', async () => {
    answer = () => ({ kind: 'screen', screen: 'NOWHERE', data: {} });
    await sendFlow('Lost');
    await flow().getByText('Something went wrong. Try again later.').waitFor();
    await expect.poll(() => reports.join(' '), { timeout: 60_000 }).toContain('invalid-screen-transition');
  });

  test('is not available once it is deprecated', async () => {
    stage.simulator.control.actAsMeta({ kind: 'set-flow-status', flow: flowId, status: 'DEPRECATED' });
    await page.getByRole('button', { name: 'Book', exact: true }).first().click();
    await flow().getByText('This form is no longer available.').waitFor();
    expect(problems).toEqual([]);
  });
});
