import { formForPeople, withTexts, wordsOfForm } from '../message/form-answers.ts';
import { hideSecrets } from '../personal-data/hide-secrets.ts';
import { checkText } from '../scope/checks/check-text.ts';
import { giveForm } from '../task/run-flow.ts';
import { handOff } from './hand-off.ts';
import { heardIn } from './hear.ts';
import type { FilledForm } from './settle-inputs.ts';
import type { Moment, Step } from './turn-state.ts';
import { actOnChecks } from './urgent.ts';

/**
 * Gives what was filled into a form to the flow that waits for it. What is written in its fields passes the
 * checks that nothing can switch off, as any text does. A form that no flow waits for any more is for people,
 * who see what was filled in.
 */
export function respondToForm(before: Moment, { token, answers }: FilledForm, beside: string): Step {
  const written = [beside, wordsOfForm(answers)].filter((part) => part !== '').join('\n');
  const urgent = written === '' ? undefined : actOnChecks(before, written, checkText(written));
  if (urgent !== undefined) return urgent;
  const moment = beside === '' ? before : heardIn(before, beside);
  const kept = withTexts(answers, hideSecrets);
  return (
    giveForm(moment, { token, answers: kept }) ??
    handOff(moment, moment.conversation, {
      why: `The customer filled in a form that no task waits for: ${formForPeople(kept).replaceAll('\n', ', ').slice(0, 500)}`,
      reason: 'flow',
    })
  );
}
