import type { SpanPlace } from '../ports/traces.ts';

/** Remembers, while tracing, where turns stand in the traces and which turn a message of ours came from. */
export type TurnPlaces = {
  began(turnId: string, place: SpanPlace): void;
  ofTurn(turnId: string): SpanPlace | undefined;
  queued(outboxId: string, place: SpanPlace): void;
  ofMessage(outboxId: string): SpanPlace | undefined;
};

const mostKept = 20_000;

/** In memory: a send by another node than the turn's stands in a trace of its own, and names the outbox id. */
export function createTurnPlaces(): TurnPlaces {
  const turns = new Map<string, SpanPlace>();
  const messages = new Map<string, SpanPlace>();
  const keep = (places: Map<string, SpanPlace>, id: string, place: SpanPlace): void => {
    places.set(id, place);
    const [oldest] = places.keys();
    if (places.size > mostKept && oldest !== undefined) places.delete(oldest);
  };
  return {
    began: (turnId, place) => keep(turns, turnId, place),
    ofTurn: (turnId) => turns.get(turnId),
    queued: (outboxId, place) => keep(messages, outboxId, place),
    ofMessage: (outboxId) => messages.get(outboxId),
  };
}
