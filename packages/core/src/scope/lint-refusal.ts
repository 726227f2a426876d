import type { Business } from '../business/business.ts';
import { spokenLanguages, type Language } from '../language/language.ts';
import { personWords } from '../policy/rules/no-answer-in-refusal.ts';
import { refusal } from './refusal.ts';
import { taskTitle } from './task-button.ts';

/** What is wrong with a business's refusal in one language, and how to mend it. */
export type RefusalFinding = { readonly language: Language; readonly message: string; readonly fix: string };

/** The longest refusal. Source: WA-SCOPE-005. */
const longestRefusal = 600;

/**
 * Whether the refusal of a business, in each of its languages, says what the agent does and offers a
 * person, in at most 600 characters. Source: WA-SCOPE-005.
 */
export function lintRefusal(business: Business): readonly RefusalFinding[] {
  return spokenLanguages(business.languages).flatMap((language) => {
    const { body, buttons } = refusal(business, language);
    const said = [body, ...buttons.map(({ title }) => title)].join('\n');
    const findings: RefusalFinding[] = [];
    const note = (message: string, fix: string): void => {
      findings.push({ language, message, fix });
    };
    if (!body.includes(business.name))
      note('the refusal does not name the business', 'give the business a name');
    if (!business.agent.tasks.some((task) => body.includes(taskTitle(task, language))))
      note('the refusal names nothing that the agent does', 'give the tasks shorter titles');
    if (!personWords.test(said)) note('the refusal offers no person', 'offer a person on a button');
    if (body.length > longestRefusal)
      note(
        `the refusal has ${body.length} characters, at most ${longestRefusal}`,
        'shorten the name, the titles of the tasks or the paths',
      );
    return findings;
  });
}
