import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ambitStart, cleanUp, freePorts, repository, run, temporaryFolder } from './real-process.ts';
import { talkTo } from './running-start.ts';

afterAll(() => cleanUp());

test(
  'what a running stack has is backed up, restored into a new data folder, and goes on there',
  { timeout: 90_000 },
  async () => {
    const { ports, variables } = await freePorts();
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const file = join(temporaryFolder(), 'ambit.backup');
    const ambit = (home: string, ...args: readonly string[]) =>
      run(
        process.execPath,
        ['--conditions=ambit-source', join(repository, 'packages/cli/src/main.ts'), ...args],
        {
          ...variables,
          AMBIT_HOME: home,
        },
      );
    const before = ambitStart({ ...variables, AMBIT_HOME: first, AMBIT_DEBOUNCE_MS: '0' });
    await before.says('Ambit is running');
    const there = talkTo(first, ports);
    await there.settled(await there.say('maya', 'Where is my order A-1042?'));
    const backup = ambit(first, 'backup', file);
    expect([await backup.ended, backup.output()]).toEqual([0, expect.stringContaining('secrets.json')]);
    expect(statSync(file).mode & 0o077).toBe(0);
    const again = ambit(first, 'backup', file);
    expect([await again.ended, again.output()]).toEqual([1, expect.stringContaining('is there already')]);
    const conversations = await there.client.conversations();
    const timeline = (
      await there.client.conversation(conversations.conversations[0] ?? { channelId: '', conversationId: '' })
    ).timeline;
    const running = ambit(first, 'restore', file);
    expect([await running.ended, running.output()]).toEqual([1, expect.stringContaining('already running')]);
    before.signal('SIGTERM');
    expect(await before.ended).toBe(0);

    const keyless = ambit(second, 'restore', file);
    expect([await keyless.ended, keyless.output()]).toEqual([1, expect.stringContaining('secrets.json')]);
    mkdirSync(second, { recursive: true });
    copyFileSync(join(first, 'secrets.json'), join(second, 'secrets.json'));
    const restored = ambit(second, 'restore', file);
    expect([await restored.ended, restored.output()]).toEqual([0, expect.stringContaining('are restored')]);

    const after = ambitStart({ ...variables, AMBIT_HOME: second, AMBIT_DEBOUNCE_MS: '0' });
    await after.says('Ambit is running');
    const here = talkTo(second, ports);
    const [kept] = (await here.client.conversations()).conversations;
    if (kept === undefined) throw new Error('no conversation was restored');
    expect((await here.client.conversation(kept)).timeline).toEqual(timeline);
    expect((await here.client.alarms()).alarms).toMatchObject([{ kind: 'restored-from-backup' }]);
    await here.settled(await here.say('maya', 'What is your return policy?'));
    after.signal('SIGTERM');
    expect(await after.ended).toBe(0);
  },
);
