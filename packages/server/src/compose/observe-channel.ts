import type { Channel } from '../ports/channel.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { ReplyTimes } from './reply-times.ts';

/** A channel whose sends are counted and timed. */
export function observeChannel(channel: Channel, metrics: Metrics, times: ReplyTimes): Channel {
  return {
    ...channel,
    async send(message, signal) {
      const startedAt = performance.now();
      const outcome = await channel.send(message, signal);
      metrics.observe('sendSeconds', {}, (performance.now() - startedAt) / 1_000);
      const reaction = outcome.kind === 'rejected' ? outcome.reaction.kind : 'none';
      metrics.count('sends', { outcome: outcome.kind, reaction });
      if (outcome.kind === 'accepted') {
        const waitedMs = times.accepted(message.conversationId);
        if (waitedMs !== undefined) metrics.observe('messageToAcceptedSeconds', {}, waitedMs / 1_000);
      }
      return outcome;
    },
  };
}
