import type { Timer } from '../conversation/next.ts';
import type { Instant } from '../schedule/instant.ts';
import type { SlotContext } from '../slot/slot-type.ts';
import type { Asking } from './asking.ts';
import type { FlowEvent } from './flow-event.ts';
import { localeOf, scopeOf } from './flow-locale.ts';
import type { FlowMessage, FlowPosition, FlowState } from './flow-state.ts';
import type { FlowStop, FlowNext } from './flow-next.ts';
import type { FlowScope } from './flow-values.ts';
import type { FlowLocale } from './local-format.ts';
import type { ReadyFlow } from './ready-flow.ts';
import { renderText } from './render-text.ts';
import { wordingIn, type WriteText } from './write-content.ts';

/** A flow on its way within one event: everything a node may look at. Replaced, never changed. */
export type Run = {
  readonly ready: ReadyFlow;
  readonly event: Pick<FlowEvent, 'at' | 'contact'>;
  readonly state: FlowState;
  readonly setTimers: readonly Timer[];
};

/** Where a step of a flow ended. */
export type Stepped = { readonly state: FlowState; readonly next: FlowNext };

/** The timer of a question or a wait. */
export function timerName(number: number): string {
  return `flow:${number}`;
}

/** Changes what the flow remembers. */
export function withState(run: Run, changes: Partial<FlowState>): Run {
  return { ...run, state: { ...run.state, ...changes } };
}

/** Adds a message to what is said at the end of this turn; nothing for one that has nothing to say. */
export function saying(run: Run, content: FlowMessage['content'] | undefined, asks = false): Run {
  if (content === undefined) return run;
  const message: FlowMessage = { content, grounds: run.state.grounds, asks };
  return withState(run, { outgoing: [...run.state.outgoing, message] });
}

/** Stops for now or for good; what was said meanwhile goes out. */
export function stop(run: Run, why: FlowStop, position?: FlowPosition): Stepped {
  const { outgoing, clearing, consents = [], ...rest } = run.state;
  return {
    state: {
      ...rest,
      outgoing: [],
      grounds: [],
      clearing: [],
      position: position ?? over(why),
    },
    next: {
      kind: 'stop',
      stop: why,
      messages: outgoing,
      setTimers: run.setTimers,
      clearTimers: clearing,
      consents,
    },
  };
}

function over(why: FlowStop): FlowPosition {
  switch (why.kind) {
    case 'ended':
    case 'resolved':
    case 'dropped':
    case 'handed-off':
      return { kind: 'over', ending: why.kind };
    case 'asking':
    case 'waiting':
      throw new Error(`A flow that is ${why.kind} needs a position to go on from`);
  }
}

/** Leaves a question or a wait behind: its timer is of no use any more. */
export function leaving(run: Run): Run {
  const { position } = run.state;
  const timed = position.kind === 'waiting' || (position.kind === 'asking' && position.timer);
  return timed ? withState(run, { clearing: [...run.state.clearing, timerName(position.number)] }) : run;
}

/** Sets a timer `minutes` from now. */
export function withTimer(run: Run, number: number, minutes: number): Run {
  const dueAt = run.event.at + minutes * 60_000;
  return { ...run, setTimers: [...run.setTimers, { name: timerName(number), dueAt }] };
}

/** What texts of the flow can read now. */
export function scopeIn(run: Run): FlowScope {
  return scopeOf(run.ready, run.state, run.event);
}

export function localeIn(run: Run): FlowLocale {
  return localeOf(run.ready.setting, run.state.language);
}

/** Writes texts in the flow's language, filled in from what is known now. */
export function writerIn(run: Run): WriteText {
  const scope = scopeIn(run);
  const locale = localeIn(run);
  return (text) => renderText(run.ready.template(wordingIn(text, run.state.language)), scope, locale);
}

/** What a question needs to be put. */
export function askingIn(run: Run): Asking {
  return { ready: run.ready, scope: scopeIn(run), language: run.state.language, write: writerIn(run) };
}

/** What texts of customers are read against. */
export function slotContextIn(run: Run): SlotContext {
  const { timeZone, country, currency } = run.ready.setting;
  const at: Instant = run.event.at;
  return { at, timeZone, country, currency };
}
