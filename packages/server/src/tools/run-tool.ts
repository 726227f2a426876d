import { belongsToAsker } from '@ambit/core/tool/belongs-to';
import type { Asker } from '@ambit/core/tool/asker';
import type { ToolDeclaration } from '@ambit/core/tool/declared-tool';
import type { CallContext } from '@ambit/core/tool/tool-parameter';
import { failureText, type ToolFailure } from '@ambit/core/tool/tool-failure';
import type { OutputValue } from '@ambit/core/tool/tool-output';
import type { ToolTrace } from '../ports/tool-trials.ts';
import type { Tool, ToolOutcome } from '../ports/tools.ts';
import { createAnswerCache } from './answer-cache.ts';

/**
 * What a back end came to. `nobody`: it was not asked, as the contact lacks what it must be asked with.
 * `mayHaveEffect`: nobody knows that nothing was done.
 */
export type BackEndResult =
  | {
      readonly kind: 'answer';
      readonly answerKind: string;
      readonly output: { readonly [field: string]: OutputValue };
      readonly raw: unknown;
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'failed'; readonly failure: ToolFailure; readonly mayHaveEffect: boolean };

/** Asks a back end. Never throws. */
export type AskBackEnd = (
  input: Readonly<Record<string, string>>,
  context: CallContext,
  signal: AbortSignal,
) => Promise<{ readonly result: BackEndResult; readonly trace?: ToolTrace }>;

/** One call, and how it went. */
export type ToolRun = { readonly outcome: ToolOutcome; readonly trace?: ToolTrace };

/** A declared tool, connected. */
export type ConnectedTool = Tool & {
  run(
    input: Readonly<Record<string, string>>,
    idempotencyKey: string,
    signal: AbortSignal,
    asker: Asker,
  ): Promise<ToolRun>;
};

const notShown: ToolOutcome = { kind: 'answered', output: { kind: 'not-shown' } };

/**
 * Makes a tool of a declaration and its back end: what belongs to somebody else is not shown, what changes something
 * waits for the tool it requires, answers are kept as long as the declaration says, and doubt stays doubt.
 * `find`: other tools of the business.
 */
export function createDeclaredTool(options: {
  declaration: ToolDeclaration;
  inputs: readonly string[];
  ask: AskBackEnd;
  find: (name: string) => ConnectedTool | undefined;
  defaultCountry: string;
  monotonicMs: () => number;
}): ConnectedTool {
  const { declaration, inputs, ask, find, defaultCountry, monotonicMs } = options;
  const { name, effects, belongsTo, requires } = declaration;
  const cache =
    declaration.cache === undefined
      ? undefined
      : createAnswerCache({ ...declaration.cache, inputs, monotonicMs });

  const run: ConnectedTool['run'] = async (input, callKey, signal, asker) => {
    const kept = cache?.find(input, asker);
    if (kept !== undefined) return { outcome: kept };
    if (requires !== undefined) {
      const stop = await barred(find(requires), requires, [input, callKey, signal, asker]);
      if (stop !== undefined) return { outcome: stop };
    }
    const { result, trace } = await ask(input, { asker, callKey }, signal);
    const outcome = outcomeOf(result, input, asker);
    if (result.kind === 'answer') cache?.keep(input, asker, outcome);
    return { outcome, ...(trace === undefined ? {} : { trace }) };
  };

  function outcomeOf(
    result: BackEndResult,
    input: Readonly<Record<string, string>>,
    asker: Asker,
  ): ToolOutcome {
    switch (result.kind) {
      case 'nobody':
        return notShown;
      case 'failed': {
        const isInDoubt = result.mayHaveEffect && effects !== 'none';
        return failedWith(isInDoubt ? 'in-doubt' : 'failed', result.failure);
      }
      case 'answer': {
        const isTheirs =
          belongsTo === undefined || belongsToAsker(belongsTo, result.raw, { asker, input, defaultCountry });
        return isTheirs
          ? { kind: 'answered', output: { ...result.output, kind: result.answerKind } }
          : notShown;
      }
    }
  }

  return {
    name,
    effects,
    run,
    call: (...call) => run(...call).then(({ outcome }) => outcome),
  };
}

function failedWith(kind: 'failed' | 'in-doubt', failure: ToolFailure): ToolOutcome {
  return { kind, why: failureText(failure), failure: failure.kind };
}

/** Why a call may not be made, going by the tool that must show something first; undefined: it may. */
async function barred(
  first: ConnectedTool | undefined,
  name: string,
  call: Parameters<Tool['call']>,
): Promise<ToolOutcome | undefined> {
  if (first === undefined) {
    return failedWith('failed', { kind: 'not-allowed', why: `there is no tool "${name}" to ask first` });
  }
  const outcome = await first.call(...call);
  if (outcome.kind !== 'answered')
    return { ...outcome, kind: 'failed', why: `"${name}" failed first: ${outcome.why}` };
  const { output } = outcome;
  const kind = typeof output === 'object' && output !== null && 'kind' in output ? output['kind'] : undefined;
  return kind === 'not-shown' ? notShown : undefined;
}
