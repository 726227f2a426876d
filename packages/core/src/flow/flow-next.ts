import type { Call } from '../conversation/call.ts';
import type { Timer } from '../conversation/next.ts';
import type { TemplateCategory } from '../template/business-template.ts';
import type { FlowMessage } from './flow-state.ts';

/**
 * What a flow may need from outside. `ask-model`: one text from what it `sees`, in `language`; `said`: what the
 * customer wrote; `otherwise`: the reviewed sentence, filled in.
 */
export type FlowCall =
  | Extract<Call, { kind: 'retrieve' | 'call-tool' }>
  | {
      readonly kind: 'ask-model';
      readonly instructions: string;
      readonly sees: Readonly<Record<string, string>>;
      readonly said: string;
      readonly otherwise: string;
      readonly language: string;
    };

/** Why a flow stops for now, or for good. `lead`: what the customer hears before the hand-off. */
export type FlowStop =
  | { readonly kind: 'asking' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ended' | 'resolved' | 'dropped' }
  | { readonly kind: 'handed-off'; readonly why: string; readonly queue?: string; readonly lead?: string };

/** The customer may be written to first from now on, or no longer. `purpose`: the category of the templates. */
export type FlowConsent = { readonly purpose: TemplateCategory; readonly given: boolean };

/** What a flow wants next. */
export type FlowNext =
  | { readonly kind: 'await'; readonly call: FlowCall }
  | {
      readonly kind: 'stop';
      readonly stop: FlowStop;
      readonly messages: readonly FlowMessage[];
      readonly setTimers: readonly Timer[];
      readonly clearTimers: readonly string[];
      /** What the customer agreed to, or took back, in the order they did. */
      readonly consents: readonly FlowConsent[];
    }
  /** The text is no sure answer: somebody else may want it; else it comes back as `placed`. The flow is where it was. */
  | { readonly kind: 'not-mine' };
