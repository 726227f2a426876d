import { readFileSync } from 'node:fs';
import type { Hono } from 'hono';
import { z } from 'zod';
import type { AlarmList } from '@ambit/sdk/alarm';
import type { ChannelList } from '@ambit/sdk/channel';
import type { DeskStatus } from '@ambit/sdk/desk-status';
import type { UnroutedList } from '@ambit/sdk/unrouted';
import { readChannels } from '../../db/channels.ts';
import type { Database } from '../../db/database.ts';
import { clearAlarm, countWork, listOpenAlarms, listUnrouted } from '../../db/views/desk-notices.ts';
import type { PublishedBusinesses } from '../../pipeline/published-business.ts';
import type { Clock } from '../../ports/clock.ts';
import { apiError } from './api-error.ts';

type Needs = {
  readonly database: Database;
  readonly clock: Clock;
  readonly businesses: PublishedBusinesses;
  readonly phoneUrl?: string;
  resumeChannel(channelId: string): Promise<void>;
};

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')));

/** What people should know of the whole: alarms, unrouted webhooks, numbers, how much is under way. */
export function addNoticeRoutes(app: Hono, needs: Needs): void {
  const { database, clock, businesses, phoneUrl } = needs;

  app.get('/api/alarms', async (c) => c.json({ alarms: await listOpenAlarms(database) } satisfies AlarmList));

  app.post('/api/alarms/:alarmId/clear', async (c) => {
    const alarmId = c.req.param('alarmId');
    if (/^\d{1,18}$/.test(alarmId) && (await clearAlarm(database, alarmId))) return c.json({});
    return apiError(c, 404, {
      code: 'not-found',
      message: 'There is no such alarm.',
      fix: 'Fetch the alarms again.',
    });
  });

  app.get('/api/unrouted', async (c) => c.json((await listUnrouted(database)) satisfies UnroutedList));

  app.get('/api/channels', async (c) => {
    const channels = await readChannels(database);
    return c.json({
      channels: channels.map(({ channelId, kind, address, displayName, pausedWhy }) => ({
        channelId,
        kind,
        address,
        displayName,
        ...(pausedWhy === undefined ? {} : { pausedWhy }),
      })),
    } satisfies ChannelList);
  });

  app.post('/api/channels/:channelId/resume', async (c) => {
    const channelId = c.req.param('channelId');
    const channels = await readChannels(database);
    if (!channels.some((channel) => channel.channelId === channelId))
      return apiError(c, 404, {
        code: 'not-found',
        message: 'There is no such number.',
        fix: 'Fetch the numbers again.',
      });
    await needs.resumeChannel(channelId);
    return c.json({});
  });

  app.get('/api/status', async (c) => {
    const published = await businesses.current().catch(() => undefined);
    return c.json({
      counts: await countWork(database),
      ...(published === undefined
        ? {}
        : { business: { name: published.business.name, version: published.version } }),
      ...(phoneUrl === undefined ? {} : { phoneUrl }),
      now: clock.now(),
      version,
    } satisfies DeskStatus);
  });
}
