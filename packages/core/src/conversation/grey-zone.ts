import type { Task } from '../business/business.ts';
import { maskPersonalData } from '../personal-data/mask-personal-data.ts';
import { taskTitle } from '../scope/task-button.ts';
import type { Verdict } from '../scope/verdict.ts';
import type { Call, CallResult } from './call.ts';
import type { Moment } from './turn-state.ts';

/** So many tasks at most are put before the model. */
const mostOffered = 5;

/**
 * What to ask a model about an unclear text; undefined when nothing may be asked. Only the grey zone may:
 * what the guard refused is refused, whatever a model would say.
 */
export function taskChoice(
  moment: Moment,
  verdict: Verdict,
  likeliest: readonly Task[],
  text: string,
): Extract<Call, { kind: 'choose-task' }> | undefined {
  const { agent, models } = moment.business;
  if (models === undefined || agent.greyZone !== 'ask-model' || verdict.zone !== 'clarify') return undefined;
  const tasks = likeliest
    .slice(0, mostOffered)
    .map((task) => ({ id: task.id, title: taskTitle(task, moment.turn.language) }));
  return { kind: 'choose-task', text: maskPersonalData(text), tasks };
}

/**
 * The verdict after the model has chosen among the offered tasks. A model that was late, failed or said
 * anything else changes nothing: the customer is asked. It never lifts a text out of another zone.
 */
export function verdictAfterChoice(
  verdict: Verdict,
  offered: readonly { readonly id: string }[],
  result: CallResult,
): Verdict {
  if (verdict.zone !== 'clarify' || result.kind !== 'task-chosen') return verdict;
  const { choice } = result;
  const evidence = [...verdict.evidence, `the model chose "${choice}"`];
  if (offered.some(({ id }) => id === choice)) return { ...verdict, zone: 'accept', task: choice, evidence };
  if (choice === 'out-of-scope') return { ...verdict, zone: 'refuse', evidence };
  if (choice === 'chit-chat') return { ...verdict, zone: 'chit-chat', evidence };
  return verdict;
}
