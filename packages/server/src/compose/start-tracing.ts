import type { Call, CallResult } from '@ambit/core/conversation/call';
import type { Database } from '../db/database.ts';
import type { ToldOfModel } from '../pipeline/ask-model.ts';
import type { Receiver } from '../pipeline/receive.ts';
import type { TurnTaker } from '../pipeline/take-turns.ts';
import type { Channel } from '../ports/channel.ts';
import type { Teardown } from './teardown.ts';
import { traceChannel } from './trace-channel.ts';
import { traceDatabase } from './trace-database.ts';
import { traceReceiver } from './trace-receiver.ts';
import { traceTurns } from './trace-turns.ts';
import { createTurnPlaces } from './turn-places.ts';

/** Wraps each stage so that it tells what it did; where there are no traces, each stage stays what it is. */
export type Tracing = {
  database(database: Database): Database;
  receiver(receiver: Receiver): Receiver;
  turns(taker: TurnTaker): TurnTaker;
  channel(channel: Channel): Channel;
  settled(call: {
    readonly kind: Call['kind'];
    readonly result: CallResult['kind'];
    readonly ms: number;
    readonly turnId: string;
  }): void;
  modelAsked(told: ToldOfModel): void;
};

const noTracing: Tracing = {
  database: (database) => database,
  receiver: (receiver) => receiver,
  turns: (taker) => taker,
  channel: (channel) => channel,
  settled: () => undefined,
  modelAsked: () => undefined,
};

/** `url`: the collector; undefined: no traces, and OpenTelemetry is not even loaded. */
export async function startTracing(url: string | undefined, teardown: Teardown): Promise<Tracing> {
  if (url === undefined) return noTracing;
  const { createOtlpTraces } = await import('../traces/otlp-traces.ts');
  const traces = createOtlpTraces(url);
  teardown.push(() => traces.stop());
  const places = createTurnPlaces();
  return {
    database: (database) => traceDatabase(database, traces, places),
    receiver: (receiver) => traceReceiver(receiver, traces),
    turns: (taker) => traceTurns(taker, traces, places),
    channel: (channel) => traceChannel(channel, traces, places),
    settled({ kind, result, ms, turnId }) {
      const parent = places.ofTurn(turnId);
      const endedAt = performance.now();
      traces.told({
        name: 'call',
        ...(parent === undefined ? {} : { parent }),
        startedAt: endedAt - ms,
        endedAt,
        attributes: { turn_id: turnId, kind, result },
      });
    },
    modelAsked(told) {
      if (told.kind === 'over-budget') return;
      const { turnId, asked, model, outcome, inputTokens, outputTokens, promptHash } = told.use;
      const parent = places.ofTurn(turnId);
      const endedAt = performance.now();
      traces.told({
        name: 'model',
        ...(parent === undefined ? {} : { parent }),
        startedAt: endedAt - told.ms,
        endedAt,
        ...(outcome === 'failed' ? { failed: 'failed' } : {}),
        attributes: {
          turn_id: turnId,
          asked,
          outcome,
          ...(model === undefined ? {} : { model }),
          prompt_hash: promptHash,
          input_tokens: inputTokens,
          output_tokens: outputTokens,
        },
      });
    },
  };
}
