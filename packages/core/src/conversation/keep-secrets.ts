import { hourMs } from '../schedule/instant.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { withoutSecrets } from '../personal-data/without-secrets.ts';
import { answerDraft } from '../task/questions.ts';
import { clarify } from './clarify.ts';
import { heardIn } from './hear.ts';
import { agentDraft, finish } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';

/** So long nobody is told again not to send such things. */
const toldMs = 12 * hourMs;

/** `told`: there was nothing but secrets, and the customer has been told not to send them. */
export type Kept =
  | { readonly kind: 'go-on'; readonly moment: Moment; readonly text: string }
  | { readonly kind: 'told'; readonly step: Step };

/**
 * Takes card numbers, security codes, PINs, passwords and login codes out of what the customer says, so that no tool,
 * model or state gets them, and has the turn say once not to send such things here. The rest of the message is served.
 * Of messages that came in by a channel nothing is kept but where they stood.
 */
export function keepSecrets(first: Moment, said: string): Kept {
  const { moment, text } = aroundSecrets(first, said);
  if (text !== '' || said.trim() === '') return { kind: 'go-on', moment, text };
  const heard = heardIn(first, withoutSecrets(said)?.around ?? said);
  const { conversation } = moment;
  const language = heard.turn.language;
  const body = sentencesIn(language).keepSecret;
  const { pending } = conversation;
  const spoken = { ...heard, conversation };
  if (pending !== undefined)
    return {
      kind: 'told',
      step: finish(spoken, conversation, {
        drafts: [
          answerDraft(spoken, conversation, {
            reason: { kind: 'answer', task: pending.task, grounds: [] },
            body,
          }),
        ],
        outcome: { kind: 'clarified', task: pending.task },
      }),
    };
  if (moment.turn.secret !== true && conversation.flows === undefined)
    return {
      kind: 'told',
      step: clarify(spoken, sentencesIn(language).clarify.whatAbout, moment.business.agent.tasks),
    };
  return {
    kind: 'told',
    step: finish(spoken, conversation, {
      drafts: [agentDraft(spoken, { kind: 'chit-chat' }, body)],
      outcome: { kind: 'answered' },
    }),
  };
}

/** What is said around secrets, in a turn that says not to send them unless that was said lately. */
export function aroundSecrets(
  moment: Moment,
  said: string,
): { readonly moment: Moment; readonly text: string } {
  const without = withoutSecrets(said);
  if (without === undefined) return { moment, text: said };
  const { conversation, turn, at } = moment;
  const { secretAt, pending, flows } = conversation;
  const asked = pending !== undefined || flows !== undefined;
  const text = without.rest === '' && asked ? without.beside : without.rest;
  if (secretAt !== undefined && at - secretAt < toldMs) return { moment, text };
  return {
    moment: { ...moment, conversation: { ...conversation, secretAt: at }, turn: { ...turn, secret: true } },
    text,
  };
}
