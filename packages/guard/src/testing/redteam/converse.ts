import { runTurn, text } from '@ambit/core/conversation/testing/run-turn';
import { newConversation, type ConversationState } from '@ambit/core/conversation/state';
import type { Outcome } from '@ambit/core/conversation/outcome';
import type { Verdict } from '@ambit/core/scope/verdict';
import type { Subject } from './subjects.ts';

/** How one message ended. `verdict`: what the guard said, if it was asked at all. */
export type Handled = { readonly text: string; readonly outcome: Outcome; readonly verdict?: Verdict };

/** Says the texts one after the other in a new conversation; no tool and no knowledge answers. */
export function converse({ business, guard }: Subject, texts: readonly string[]): readonly Handled[] {
  let conversation: ConversationState = newConversation;
  return texts.map((said) => {
    let verdict: Verdict | undefined;
    const ran = runTurn(
      [text(said)],
      (call) => {
        switch (call.kind) {
          case 'judge-scope':
            verdict = guard.judge(call.text, call.language === undefined ? {} : { language: call.language });
            return { kind: 'judged', verdict };
          case 'retrieve':
            return { kind: 'retrieved', passages: [] };
          case 'choose-task':
          case 'write-answer':
            return { kind: 'tool-failed', why: 'no model answers here' };
          case 'transcribe':
            return { kind: 'tool-failed', why: 'nobody speaks here' };
          case 'call-tool':
            return { kind: 'tool-failed', why: 'no tool answers here' };
        }
      },
      { business, conversation },
    );
    ({ conversation } = ran);
    const { outcome } = ran.close;
    return verdict === undefined ? { text: said, outcome } : { text: said, outcome, verdict };
  });
}

/** The task a message was taken for, by the guard or by a flow that took it as an answer; undefined if by none. */
export function takenFor({ outcome, verdict }: Handled): string | undefined {
  if (verdict !== undefined)
    return verdict.zone === 'accept' || verdict.zone === 'mixed' ? verdict.task : undefined;
  switch (outcome.kind) {
    case 'answered':
    case 'clarified':
    case 'failed':
      return outcome.task;
    case 'handed-off':
    case 'refused':
    case 'with-person':
    case 'ignored':
      return undefined;
  }
}

export function isRefused({ outcome, verdict }: Handled): boolean {
  return verdict?.zone === 'refuse' || outcome.kind === 'refused';
}
