import type { FlowScope } from './flow-values.ts';
import type { ReadyFlow } from './ready-flow.ts';
import type { WriteText } from './write-content.ts';

/** What a question needs to be put: the flow, what it knows, and its language. */
export type Asking = {
  readonly ready: ReadyFlow;
  readonly scope: FlowScope;
  readonly language: string;
  readonly write: WriteText;
};
