import http from 'node:http';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import type { SimulatorOptions } from '@ambit/simulator/options';
import { startSimulator, type Simulator } from '@ambit/simulator/simulator';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const phoneNumberId = '106540352242922';
export const maya = '14155550142';

/** A simulator for its pages, and a business's server that takes every webhook. */
export type SimulatorStage = {
  readonly simulator: Simulator;
  /** Bodies of all webhooks so far. */
  readonly webhooks: readonly string[];
  send(body: Readonly<Record<string, unknown>>): Promise<unknown>;
  graph(path: string, body: unknown): Promise<unknown>;
  open(
    browser: Browser,
    options?: { width?: number; height?: number; dark?: boolean; rtl?: boolean },
  ): Promise<Page>;
  close(): Promise<void>;
};

/** `options`: what differs from four customers and Meta's limits. */
export async function startSimulatorStage(
  problems: string[],
  options: Partial<SimulatorOptions> = {},
): Promise<SimulatorStage> {
  const webhooks: string[] = [];
  const business = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://localhost');
      if (request.method === 'POST') webhooks.push(Buffer.concat(chunks).toString('utf8'));
      response.end(url.searchParams.get('hub.challenge') ?? '');
    });
  });
  await new Promise<void>((resolve) => {
    business.listen(0, '127.0.0.1', resolve);
  });
  const address = business.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const simulator = await startSimulator({
    host: '127.0.0.1',
    port: 0,
    graphVersion: 'v24.0',
    phoneNumberId,
    displayPhoneNumber: '15550783881',
    wabaId: '102290129340398',
    businessName: 'Harbour Outfitters',
    accessToken: 'access-token',
    appSecret: 'app-secret',
    verifyToken: 'verify-token',
    webhookUrl: `http://127.0.0.1:${port}/webhook`,
    controlToken: 'control-token',
    seed: 5,
    ...options,
  });
  const graph = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${simulator.url}/v24.0/${path}`, {
      method: 'POST',
      headers: { authorization: 'Bearer access-token', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return answer;
  };
  return {
    simulator,
    webhooks,
    graph,
    send: (body) => graph(`${phoneNumberId}/messages`, { messaging_product: 'whatsapp', ...body }),
    open: async (browser, { width = 1440, height = 900, dark = false, rtl = false } = {}) => {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
      });
      page.setDefaultTimeout(60_000);
      page.on('pageerror', (error) => problems.push(error.message));
      await page.goto(`${simulator.url}/?token=control-token${rtl ? '&dir=rtl' : ''}`);
      await page.locator('#people-list li').first().waitFor({ state: 'attached' });
      return page;
    },
    close: async () => {
      await simulator.close();
      await new Promise<void>((resolve) => {
        business.close(() => {
          resolve();
        });
        business.closeAllConnections();
      });
    },
  };
}

/** What axe-core finds wrong with a page, by the rules of WCAG 2.2 AA; one line each. */
export async function accessibilityProblems(page: Page): Promise<readonly string[]> {
  const found: unknown = await page.evaluate(`(async () => {
    ${axeSource};
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const { violations } = await axe.run(document, { runOnly: tags });
    return violations.flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 160)));
  })()`);
  return Array.isArray(found) ? found.map(String) : ['axe answered nothing'];
}
