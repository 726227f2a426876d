import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { startTestStack, type RunningStack } from '../support/running-stack.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.runIf(hasChromium())('the desk page', () => {
  let stack: RunningStack;
  let browser: Browser;
  const problems: string[] = [];
  beforeAll(async () => {
    stack = await startTestStack();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await stack.stop();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) await context.close();
    if (problems.length > 0) throw new Error(problems.splice(0).join('\n'));
  });

  async function openDesk(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 860 }, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('net::')) problems.push(message.text());
    });
    await page.goto(`${stack.server.deskUrl ?? ''}/?token=${stack.token}`);
    return page;
  }

  async function accessibilityProblems(page: Page): Promise<readonly string[]> {
    await page.evaluate(axe);
    return page.evaluate(`axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })
      .then((found) => found.violations.map((one) => one.id + ': ' + one.nodes.map((node) => node.target).join(', ')))`);
  }

  test('before the first message it says what to do', async () => {
    const page = await openDesk();
    await page.getByText('No conversation yet. Open the phone and write something.').waitFor();
    expect(page.url()).not.toContain('token');
  });

  test('a message arrives by itself; a person takes over, answers and gives back, and the agent keeps silent', async () => {
    const page = await openDesk();
    await page.locator('#business', { hasText: 'Harbour Outfitters' }).waitFor();
    await stack.settled(stack.say('maya', 'Where is my order A-1042?'));
    await page.locator('.card', { hasText: 'Maya Torres' }).click();
    await page.locator('.bubble.agent', { hasText: 'Order A-1042 is on its way' }).waitFor();
    await page.locator('.bubble.agent .disclosure').waitFor();
    await page.locator('.tick.delivered').waitFor();
    await page.locator('.why').getByText('order-status').first().waitFor();
    expect(await page.locator('#reply').isDisabled()).toBe(true);

    await page.locator('.composer-lock').getByRole('button', { name: 'Take over' }).click();
    await page.getByLabel('Your name').fill('Alex');
    await page.keyboard.press('Enter');
    await page.getByText('You answer').waitFor();
    await page.locator('#reply').fill('Hello Maya,');
    await page.locator('#reply').press('Shift+Enter');
    await page.locator('#reply').pressSequentially('Alex here.');
    await page.locator('#reply').press('Enter');
    await page.locator('.bubble.person:not(.waiting)', { hasText: 'Alex here.' }).waitFor();
    expect(stack.phoneOf('maya').at(-1)).toBe('Hello Maya,\nAlex here.');

    await stack.settled(stack.say('maya', 'Do you ship to Canada?'));
    await page.locator('.bubble.customer', { hasText: 'Canada' }).waitFor();
    expect(await page.locator('.bubble.agent').count()).toBe(1);

    await page.getByRole('button', { name: 'Give back' }).click();
    await page.getByText('The agent answers', { exact: true }).waitFor();
    await page.locator('.activity', { hasText: 'Given back to the agent by you' }).waitFor();
  });

  test('what was typed survives a reload, and the keyboard walks the list', async () => {
    await stack.settled(stack.say('priya', 'I want to talk to a human'));
    const page = await openDesk();
    await page.locator('.card', { hasText: 'Priya Nair' }).waitFor();
    await page.keyboard.press('j');
    await page.locator('#thread-head', { hasText: 'Priya Nair' }).waitFor();
    await page.keyboard.press('r');
    await page.keyboard.type('half a sentence');
    await page.reload();
    await page.locator('#thread-head', { hasText: 'Priya Nair' }).waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('half a sentence');
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard shortcuts' }).waitFor();
  });

  test('a refused request says why and what to do, and keeps the text', async () => {
    const place = await stack.settled(stack.say('tom', 'I want to talk to a human'));
    const page = await openDesk();
    await page.locator('.card', { hasText: 'Tom Becker' }).click();
    await page.locator('#reply').fill('Let me look');
    await stack.client.take(place, { person: 'Sam' });
    await page.getByText('Sam answers here.').waitFor();
    await page.getByText('Sam answers', { exact: true }).waitFor();
    expect(await page.locator('#reply').inputValue()).toBe('Let me look');
  });

  test.each(['light', 'dark'] as const)(
    'it meets WCAG AA in %s, wide and on a phone',
    async (colorScheme) => {
      await stack.settled(stack.say('noor', 'هل يمكنني تغيير عنوان التوصيل؟'));
      const page = await openDesk({ colorScheme });
      await page.locator('.card', { hasText: 'Noor Haddad' }).click();
      await page.locator('.bubble.customer').first().waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.locator('.card', { hasText: 'Noor Haddad' }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    },
  );

  test('a photo is seen where it was sent, a document can be saved under its own name', async () => {
    const page = await openDesk();
    const sent = stack.simulator.control.act([
      { customer: 'maya', action: { kind: 'image', caption: 'Where is my order A-1042?' } },
      { customer: 'maya', action: { kind: 'document', filename: 'receipt.pdf' } },
    ]);
    if (sent.kind === 'done') await stack.settled(sent.wamids[1] ?? '');
    await page.locator('.card', { hasText: 'Maya Torres' }).click();
    const photo = page.locator('.bubble.customer .photo img');
    await photo.waitFor();
    await page.waitForFunction("document.querySelector('.photo img')?.naturalWidth === 240");
    const saving = page.waitForEvent('download');
    await page.locator('.bubble.customer a.file', { hasText: 'receipt.pdf' }).click();
    expect((await saving).suggestedFilename()).toBe('receipt.pdf');
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
