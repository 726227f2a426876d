/** A span's place: the trace it belongs to and its own id, as W3C Trace Context has them. */
export type SpanPlace = { readonly traceId: string; readonly spanId: string };

/** One stage of a message's way, told when it is over. Times are of `performance.now()`. */
export type Span = {
  readonly name: 'webhook' | 'store' | 'turn' | 'call' | 'model' | 'commit' | 'clear' | 'send';
  /** Left out: a new id in the parent's trace. */
  readonly place?: SpanPlace;
  readonly parent?: SpanPlace;
  readonly links?: readonly SpanPlace[];
  readonly startedAt: number;
  readonly endedAt: number;
  readonly failed?: string;
  /** Ids, kinds and counts; never a person, never a text. */
  readonly attributes: Readonly<Record<string, string | number>>;
};

/** Where spans go. */
export type Traces = { told(span: Span): void };
