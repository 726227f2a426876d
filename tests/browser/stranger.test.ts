import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePorts } from '@ambit/cli/free-ports';
import { startStack, type Stack } from '@ambit/cli/stack';
import { hasChromium, launchChromium } from '../support/chromium.ts';

/** What README.md promises a stranger, on the very programs that `npm start` starts. */
describe.runIf(hasChromium())('a stranger opens the phone and the desk', () => {
  let home: string;
  let stack: Stack;
  let browser: Browser;
  const problems: string[] = [];

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'ambit-stranger-'));
    stack = await startStack({
      home,
      business: resolve('businesses/shop'),
      database: { kind: 'throw-away' },
      ports: await findFreePorts(),
      inherited: { PATH: process.env['PATH'] ?? '' },
      notify: () => undefined,
    });
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
    await rm(home, { recursive: true, force: true });
  });

  async function open(url: string): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(url);
    return page;
  }

  async function write(phone: Page, text: string): Promise<void> {
    await phone.locator('#composer-text').fill(text);
    await phone.locator('#composer-text').press('Enter');
  }

  test('has the order conversation, watches it arrive, answers as a person, and the agent keeps silent', async () => {
    const phone = await open(stack.urls.phone);
    const desk = await open(stack.urls.desk);
    const messages = phone.locator('#messages');

    await phone.locator('#people-list').getByText('Maya Torres').click();
    await write(phone, 'Where is my order A-1042?');
    await messages.getByText("You're chatting with the AI assistant of Harbour Outfitters").waitFor();
    await messages.getByText('Order A-1042 is on its way').waitFor();

    await desk.locator('.card', { hasText: 'Maya Torres' }).click();
    await desk.locator('.bubble.agent', { hasText: 'Order A-1042 is on its way' }).waitFor();
    await desk.locator('.why').getByText('order-status').first().waitFor();

    await write(phone, 'Please cancel my order A-1057.');
    await messages.getByRole('button', { name: 'Yes, cancel' }).click();
    await messages.getByText('Done: order A-1057 is cancelled.').waitFor();

    await write(phone, 'Write me a poem about the sea.');
    await messages.getByText('I can only help with Harbour Outfitters').waitFor();

    await desk.getByRole('button', { name: 'Take over' }).first().click();
    await desk.locator('#who-name').fill('Alex');
    await desk.getByRole('button', { name: 'Save' }).click();
    await desk.locator('#reply:enabled').fill('Hello Maya, Alex here.');
    await desk.locator('#reply').press('Enter');
    await messages.getByText('Hello Maya, Alex here.').waitFor();

    await write(phone, 'What is your return policy?');
    await desk.locator('.bubble.customer', { hasText: 'What is your return policy?' }).waitFor();
    await desk.locator('.why').getByText('With a person').first().waitFor();
    expect(await messages.getByText('within 30 days').count()).toBe(0);

    await desk.getByRole('button', { name: 'Give back' }).click();
    await write(phone, 'So, what is your return policy?');
    await messages.getByText('within 30 days').waitFor();
    expect(problems).toEqual([]);
  });

  test('the pages and everything behind them ask for the token', async () => {
    for (const url of [stack.urls.phone, stack.urls.desk]) {
      const bare = new URL(url);
      bare.search = '';
      expect((await fetch(bare)).status).toBe(401);
      expect((await fetch(new URL('/api/conversations', bare))).status).toBe(401);
      expect((await fetch(new URL('/sim/customers', bare))).status).toBe(401);
    }
  });
});
