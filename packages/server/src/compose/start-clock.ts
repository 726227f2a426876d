import { followClock } from '../clock/followed-clock.ts';
import { systemClock } from '../clock/system-clock.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Teardown } from './teardown.ts';

/** This machine's clock, or the simulator's where the configuration names one. */
export async function startClock(config: Config, log: Log, teardown: Teardown): Promise<Clock> {
  if (config.clockUrl === undefined) return systemClock;
  const followed = await followClock(config.clockUrl, config.token, log);
  teardown.push(() => followed.stop());
  return followed;
}
