import { spawnSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { chmodSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { ambitStart, cleanUp, eventually, freePorts, processesOf, temporaryFolder } from './real-process.ts';
import { talkTo } from './running-start.ts';

const mounted: string[] = [];

/** A small disk of its own, which only root may mount. */
function mountDisk(folder: string, megabytes: number): string | undefined {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=711`, 'tmpfs', disk]);
  if (made.status !== 0) return undefined;
  mounted.push(disk);
  return disk;
}

const probe = temporaryFolder();
const canMount = process.getuid?.() === 0 && mountDisk(probe, 1) !== undefined;
if (!canMount)
  console.warn('FULL-DISK TESTS ARE SKIPPED: mounting a small disk needs root and CAP_SYS_ADMIN.');

afterEach(async () => {
  await cleanUp(() => {
    for (const disk of mounted.splice(0)) spawnSync('umount', ['-l', disk]);
  });
});
afterAll(() => cleanUp());

test.runIf(canMount)('a disk too small for a database is named, and nothing half-made is left', async () => {
  const disk = mountDisk(temporaryFolder(), 30) ?? '';
  const { variables } = await freePorts();
  const home = join(disk, 'home');
  const refused = ambitStart({ AMBIT_HOME: home, ...variables });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/disk is full.*free some space and start again/);
  expect(refused.output()).not.toMatch(/^\s+at /m);
  expect(processesOf(home)).toEqual([]);
  // What was compiled is whole, and of use at the next start.
  rmSync(join(home, 'compile-cache'), { recursive: true, force: true });
  const used = statfsSync(disk);
  expect((used.blocks - used.bfree) * used.bsize).toBeLessThan(1_000_000);
});

test.runIf(canMount)('a disk that is full from the start is named, and leaves no empty file', async () => {
  const disk = mountDisk(temporaryFolder(), 1) ?? '';
  const home = join(disk, 'home');
  mkdirSync(home);
  fill(disk);
  const { variables } = await freePorts();
  const refused = ambitStart({ AMBIT_HOME: home, ...variables });
  expect(await refused.ended).toBe(1);
  expect(refused.output()).toMatch(/data folder .* cannot be used: ENOSPC/);
});

test.runIf(canMount)(
  'a server whose disk fills up says 503 to webhooks, and takes them once space is freed',
  { timeout: 90_000 },
  async () => {
    const disk = mountDisk(temporaryFolder(), 160) ?? '';
    const home = join(disk, 'home');
    const { ports, variables } = await freePorts();
    const ambit = ambitStart({ AMBIT_HOME: home, AMBIT_DEBOUNCE_MS: '0', ...variables });
    await ambit.says('Ambit is running');
    chmodSync(home, 0o711);
    const talk = talkTo(home, ports);
    await talk.settled(await talk.say('maya', 'Where is my order A-1042?'));

    fill(disk);
    let number = 0;
    const deliver = async (): Promise<number> => {
      number += 1;
      const body = webhookOf(`wamid.full.${number}`, 'x'.repeat(4_000));
      const signature = createHmac('sha256', talk.secrets.appSecret).update(body).digest('hex');
      const answer = await fetch(`http://127.0.0.1:${ports.webhook}/webhooks/whatsapp`, {
        method: 'POST',
        body,
        headers: { 'x-hub-signature-256': `sha256=${signature}` },
      });
      return answer.status;
    };
    // The log has room for a while yet.
    await eventually(async () => (await deliver()) === 503, 'a webhook to be told 503', 40_000);

    rmSync(join(disk, 'filler'));
    await eventually(async () => (await deliver()) === 200, 'a webhook to be taken again', 40_000);
    await talk.settled(await talk.say('maya', 'Where is my order A-1042?'));
    ambit.signal('SIGTERM');
    expect(await ambit.ended).toBe(0);
  },
);

/** Fills a disk to the last byte. */
function fill(disk: string): void {
  for (let bytes = 16 * 1024 * 1024; bytes >= 4_096;)
    try {
      writeFileSync(join(disk, 'filler'), Buffer.alloc(bytes), { flag: 'a' });
    } catch {
      // No room for so much: less, then.
      bytes /= 4;
    }
}

function webhookOf(id: string, text: string): string {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
    contacts: [{ wa_id: '16505550100', profile: { name: 'Ann' } }],
    messages: [{ from: '16505550100', id, timestamp: '1795310000', type: 'text', text: { body: text } }],
  };
  const entry = [{ id: '1', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}
