import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launchChromium } from '../support/chromium.ts';
import { accessibilityProblems, maya, startSimulatorStage, type SimulatorStage } from './simulator-stage.ts';

/** Everything a test can do over the control API, a person does here by clicking. */
describe.runIf(hasChromium())('the control panel beside the phone', () => {
  let browser: Browser;
  let stage: SimulatorStage;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    stage = await startSimulatorStage(problems);
    // Something for the log to show from the start.
    await stage.send({ to: maya, type: 'template', template: { name: 'none', language: { code: 'en' } } });
    browser = await launchChromium();
    page = await stage.open(browser);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const tab = (name: string): Promise<void> => page.getByRole('tab', { name }).click();
  const form = (name: string): ReturnType<Page['getByRole']> => page.getByRole('form', { name });
  const confirm = (name: string): Promise<void> =>
    page.getByRole('dialog').getByRole('button', { name }).click();
  const said = async (part: string): Promise<void> => {
    await expect
      .poll(() => stage.webhooks.some((body) => body.includes(part)), { timeout: 60_000 })
      .toBe(true);
  };

  test('acts as a customer in every way, with or without the usual extras', async () => {
    await tab('Customer');
    const kinds = await page
      .locator('#act-kind option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
    const ready = kinds.filter((kind) => !['edit', 'revoke', 'reaction', 'text'].includes(kind));
    await page.locator('#act-kind').selectOption('text');
    const act = form('Act as the customer');
    await act.getByLabel('Text').fill('I saw your ad');
    await act.getByText('More: reply').click();
    await act.getByLabel('Came from').selectOption('ad');
    await act.getByRole('button', { name: 'Send' }).click();
    await said('"ctwa_clid"');
    for (const kind of ready) {
      const before = stage.webhooks.length;
      await page.locator('#act-kind').selectOption(kind);
      await form('Act as the customer').getByRole('button', { name: 'Send' }).click();
      await expect
        .poll(() => [kind, stage.webhooks.length > before], { timeout: 60_000 })
        .toEqual([kind, true]);
    }
    await page.locator('#act-kind').selectOption('edit');
    await form('Act as the customer').getByLabel('Which').selectOption({ label: 'You: I saw your ad' });
    await form('Act as the customer').getByLabel('New text').fill('I saw your blue ad');
    await form('Act as the customer').getByRole('button', { name: 'Send' }).click();
    await page.locator('#messages').getByText('I saw your blue ad').waitFor();
    await page.locator('#act-kind').selectOption('revoke');
    await form('Act as the customer').getByLabel('Which').selectOption({ label: 'You: I saw your blue ad' });
    await form('Act as the customer').getByRole('button', { name: 'Send' }).click();
    await page.locator('#messages').getByText('You deleted this message').waitFor();
  });

  test('lets several acts travel in one webhook', async () => {
    await page.locator('#act-kind').selectOption('text');
    for (const words of ['first of two', 'second of two']) {
      await form('Act as the customer').getByLabel('Text').fill(words);
      await form('Act as the customer').getByRole('button', { name: 'Keep for one webhook' }).click();
      await form('Act as the customer').getByText('Kept.').waitFor();
    }
    await page.getByRole('button', { name: 'Send together' }).click();
    await expect
      .poll(() => stage.webhooks.some((body) => /first of two.*second of two/.test(body)), {
        timeout: 60_000,
      })
      .toBe(true);
  });

  test('changes what can change about a customer', async () => {
    const facts = page.locator('#tabpanel-customer .facts').first();
    await page.getByRole('button', { name: 'Stop marketing' }).click();
    await facts.getByText('stopped by the customer').waitFor();
    await said('"user_preferences"');
    await page.getByRole('button', { name: 'Hide the phone' }).click();
    await facts.getByText('not shown in webhooks').waitFor();
    await page.getByRole('button', { name: 'Show the phone' }).click();
    await page.getByRole('button', { name: 'Block the business' }).click();
    await facts.getByText('blocked', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Unblock the business' }).click();
    await page.getByRole('button', { name: 'New BSUID' }).click();
    await confirm('New BSUID');
    await said('user_changed_user_id');
    await page.getByText('Number, username, name').click();
    await form('Another phone number').getByLabel('New phone').fill('+1 415 555 0177');
    await form('Another phone number').getByRole('button').click();
    await confirm('Change the number');
    await facts.getByText('+1 415 555 0177').waitFor();
    await form('Username').getByRole('textbox').fill('maya.t');
    await form('Username').getByRole('button').click();
    await facts.getByText('@maya.t').waitFor();
    await page.getByRole('button', { name: 'Meta’s agent takes it' }).click();
    await said('"messaging_handovers"');
    await page.getByRole('button', { name: 'Meta’s agent gives it back' }).click();
    await facts.getByText('with the business').waitFor();
  });

  test('is Meta: templates, account and numbers', async () => {
    await tab('Meta');
    const row = page.locator('#tabpanel-meta .rows > li', { hasText: 'order_update' });
    await row.locator('summary').click();
    await row.getByLabel('Reject because of').selectOption('PROMOTIONAL');
    await row.getByRole('button', { name: 'Reject' }).click();
    await row.getByText('Rejected').waitFor();
    await said('"message_template_status_update"');
    await row.getByRole('button', { name: 'Approve' }).click();
    await row.locator('summary').getByText('Approved').waitFor();
    await row.getByRole('button', { name: 'Disable' }).click();
    await confirm('Cancel');
    expect(await row.locator('summary').textContent()).toContain('Approved');
    await row.getByRole('button', { name: 'Disable' }).click();
    await confirm('Disable');
    await row.locator('summary').getByText('Disabled').waitFor();
    await row.getByRole('button', { name: 'Reinstate' }).click();
    await row.locator('summary').getByText('Approved').waitFor();

    await page.getByRole('button', { name: 'Ban the account' }).click();
    await confirm('Ban the account');
    await page.locator('#tabpanel-meta').getByText('banned', { exact: true }).waitFor();
    const refused = await stage.send({ to: maya, type: 'text', text: { body: 'hello' } });
    expect(refused).toMatchObject({ error: { code: 368 } });
    await page.getByRole('button', { name: 'Reinstate the account' }).click();
    await page.locator('#tabpanel-meta .facts').getByText('good', { exact: true }).waitFor();

    const number = page.locator('#tabpanel-meta .rows > li', { hasText: '+15550783881' });
    await number.locator('summary').click();
    await number.getByLabel('Quality (red').selectOption('RED');
    await number.getByRole('button', { name: 'Rate' }).click();
    await said('"phone_number_quality_update"');
  });

  test('arms failures, moves the clock, makes trouble', async () => {
    await tab('Now');
    const faults = form('Let the next calls fail');
    await faults.getByLabel('Error code').fill('131057');
    await faults.getByRole('button', { name: 'Arm' }).click();
    await page.getByText('1 call will fail.').waitFor();
    const refused = await stage.send({ to: '14155550177', type: 'text', text: { body: 'hello' } });
    expect(refused).toMatchObject({ error: { code: 131_057 } });
    await page.getByText('No failure is armed.').waitFor();
    await page.getByRole('switch', { name: 'Every webhook comes twice' }).click();
    await page.getByRole('switch', { name: 'Every webhook comes twice', checked: true }).click();
    await page.getByRole('button', { name: '+24 h' }).click();
    await page.locator('.window-title').getByText('Closed').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.locator('.window-title').getByText('Open').waitFor();
  });

  test('says what it cost and which windows are open', async () => {
    await stage.send({
      to: '4915123456789',
      type: 'template',
      template: { name: 'hello_world', language: { code: 'en_US' } },
    });
    await tab('Counters');
    const panel = page.locator('#tabpanel-counters');
    await panel.getByRole('cell', { name: 'Utility' }).waitFor();
    await panel
      .getByRole('row', { name: /Maya Torres/ })
      .getByText('left')
      .waitFor();
    await panel.getByRole('button', { name: 'Tom Becker' }).click();
    await page.locator('.person[aria-current]', { hasText: 'Tom Becker' }).waitFor();
    await panel
      .getByRole('row', { name: /Tom Becker/ })
      .getByText('Not open')
      .waitFor();
  });

  test('finds any call and webhook in the log, and copies it for a terminal', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab('Log');
    const panel = page.locator('#tabpanel-log');
    await panel.getByRole('button', { name: 'Calls' }).click();
    await panel.getByRole('searchbox').fill('131057');
    await expect.poll(() => panel.locator('.log > li').count(), { timeout: 60_000 }).toBe(1);
    await panel.locator('.log summary').click();
    await panel.getByText('"code": 131057').waitFor();
    await panel.getByRole('button', { name: 'Copy as curl' }).click();
    await panel.getByText('Copied.').waitFor();
    const copied: unknown = await page.evaluate('navigator.clipboard.readText()');
    expect(copied).toContain(`curl -X POST '${stage.simulator.url}/v24.0/106540352242922/messages'`);
    await panel.getByRole('searchbox').fill('nothing has these words');
    await panel.getByText('Nothing in the log fits.').waitFor();
    await panel.getByRole('searchbox').fill('');
    await panel.getByRole('button', { name: 'All', exact: true }).click();
  });

  test('without customers it says what to do, and adds one', async () => {
    const alone = await startSimulatorStage(problems, { customers: [] });
    const empty = await alone.open(browser);
    await empty.getByText('add a customer first').waitFor();
    expect(await accessibilityProblems(empty)).toEqual([]);
    await empty.getByRole('button', { name: 'Add a customer' }).click();
    const sheet = empty.getByRole('dialog');
    await sheet.getByLabel('Name', { exact: true }).fill('Ana Silva');
    await sheet.getByLabel('Phone').fill('12');
    await sheet.getByRole('button', { name: 'Add customer' }).click();
    await sheet.getByText('is not an international number').waitFor();
    await sheet.getByLabel('Phone').fill('+55 11 91234-5678');
    await sheet.getByRole('button', { name: 'Add customer' }).click();
    await empty.locator('.person[aria-current]', { hasText: 'Ana Silva' }).waitFor();
    await empty.getByText('No messages yet. Say hello').waitFor();
    await empty.close();
    await alone.close();
  });

  test('tabs are moved by arrows', async () => {
    await page.getByRole('tab', { name: 'Log' }).focus();
    await page.keyboard.press('Home');
    expect(await page.getByRole('tab', { name: 'Now' }).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('ArrowLeft');
    expect(await page.getByRole('tab', { name: 'Log' }).getAttribute('aria-selected')).toBe('true');
  });

  // Generous, as axe-core looks at every node of five tabs, perhaps on a busy machine.
  const patienceMs = 120_000;
  test.each([
    ['in the light', {}, ['Now', 'Customer', 'Meta', 'Counters', 'Log']],
    ['in the dark, right-to-left', { dark: true, rtl: true }, ['Now', 'Customer', 'Meta', 'Counters', 'Log']],
    ['on a phone', { width: 390, height: 780 }, ['Customer', 'Log']],
  ])(
    'the tabs are accessible: %s',
    async (_where, look, names) => {
      const other = await stage.open(browser, look);
      if ('width' in look) await other.getByRole('button', { name: 'Simulator controls' }).click();
      for (const name of names) {
        await other.getByRole('tab', { name }).click();
        if (name === 'Meta' || name === 'Log') {
          const details = other.locator(`#tabpanel-${name.toLowerCase()} details`).first();
          await details.locator('summary').click();
        }
        expect([name, await accessibilityProblems(other)]).toEqual([name, []]);
      }
      const overflow: unknown = await other.evaluate(
        'document.documentElement.scrollWidth > document.documentElement.clientWidth',
      );
      expect(overflow).toBe(false);
      await other.close();
      expect(problems).toEqual([]);
    },
    patienceMs,
  );
});
