import type { Draft } from '../../message/draft.ts';
import type { RuleFinding, SendRule, Subject } from '../send-rule.ts';

/**
 * One owner speaks, and only under the owner version the draft was written under.
 * A hand-off's own message is the one thing a program says while people own the conversation: the
 * pipeline stamps it with the version the hand-off's commit produces, so a person who takes over
 * (and raises it again) silences even that.
 */
export const ownerRule: SendRule = {
  id: 'AMBIT-OWN-001',
  severity: 'critical',
  source: 'own rule: the agent never talks over a person',
  checkedAt: 'send',
  check,
  message: 'Somebody else speaks in this conversation now.',
  fix: 'Take the conversation over, or give it back to the agent, then write again.',
};

function check({ draft, context }: Subject): RuleFinding {
  const { owner, ownerVersion } = context;
  const evidence = `${draft.author} writes under version ${draft.ownerVersion}; ${owner.kind} own version ${ownerVersion}`;
  if (draft.ownerVersion !== ownerVersion) return { verdict: 'refused', evidence };
  if ((draft.author === 'person') !== (draft.reason.kind === 'person')) {
    return {
      verdict: 'refused',
      evidence: `a reason of kind ${draft.reason.kind} is not one of a ${draft.author}`,
    };
  }
  return { verdict: maySpeak(draft, owner) ? 'passed' : 'refused', evidence };
}

function maySpeak(draft: Draft, owner: Subject['context']['owner']): boolean {
  switch (owner.kind) {
    case 'agent':
      return draft.author !== 'person';
    case 'people':
      if (draft.reason.kind === 'person') {
        return owner.person === undefined || owner.person === draft.reason.person;
      }
      return draft.reason.kind === 'handoff';
    case 'nobody':
      return false;
  }
}
