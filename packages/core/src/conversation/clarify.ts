import type { Task } from '../business/business.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { fallbackPath } from '../scope/paths.ts';
import { taskButton } from '../scope/task-button.ts';
import { handOff } from './hand-off.ts';
import { afterFailure, failuresTolerated } from './progress.ts';
import { agentDraft, finish, personButton } from './reply.ts';
import type { Moment, Step } from './turn-state.ts';
import { leftUnclearTimers } from './unclear-question.ts';

/**
 * Asks what the customer means, with a button for each of the likeliest tasks (three at most), or
 * one for a person when there is none. When that happens too often in a row, a person takes over.
 * `text`: what to go on with when a task button is tapped, or a plain yes means the first of them.
 */
export function clarify(moment: Moment, body: string, tasks: readonly Task[], text?: string): Step {
  const { unclear: _unclear, likeliest: _likeliest, ...conversation } = afterFailure(moment.conversation);
  const [first] = tasks;
  const { language } = moment.turn;
  const sentences = sentencesIn(language).clarify;
  if (conversation.failedInARow > failuresTolerated)
    return handOff(moment, conversation, {
      lead: sentences.notUnderstood,
      why: `The agent did not understand ${conversation.failedInARow} times in a row`,
    });
  const path = fallbackPath(moment.business, 'unclear', language);
  const said = path === undefined ? body : `${body} ${sentences.insteadYouCan(path)}`;
  const { foreign } = moment.turn;
  const buttons =
    foreign === undefined
      ? tasks.slice(0, 3).map((task) => taskButton(task, language))
      : [...tasks.slice(0, 2).map((task) => taskButton(task, language)), personButton(foreign)];
  return finish(
    moment,
    {
      ...conversation,
      unclear: text ?? '',
      unclearLanguage: language,
      ...(text === undefined || first === undefined ? {} : { likeliest: first.id }),
    },
    {
      drafts: [
        agentDraft(
          moment,
          { kind: 'clarify' },
          said,
          buttons.length === 0 ? [personButton(language)] : buttons,
        ),
      ],
      outcome: { kind: 'clarified' },
      setTimers: text === undefined ? [] : leftUnclearTimers(moment),
    },
  );
}
