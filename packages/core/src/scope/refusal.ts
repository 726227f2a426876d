import type { Business } from '../business/business.ts';
import { personButton, type ReplyButton } from '../conversation/reply.ts';
import { localeOf, type Language } from '../language/language.ts';
import { sentencesIn } from '../language/sentences-in.ts';
import { fallbackPath, pathOutsideChat } from './paths.ts';
import { taskButton, taskTitle } from './task-button.ts';

/**
 * What the agent says when something is none of its business: its limits, a person, and one other
 * way to reach the business; never a word about the matter itself. At most 600 characters for
 * ordinary names. Source: WA-SCOPE-005, WA-SCOPE-006.
 */
export function refusal(
  business: Business,
  language: Language,
): { readonly body: string; readonly buttons: readonly ReplyButton[] } {
  const { scope } = sentencesIn(language);
  const person = personButton(language);
  // A task that hands over to people may say what the button for a person says, and no two may be alike.
  const tasks = business.agent.tasks
    .map((task) => taskButton(task, language))
    .filter(({ title }) => title !== person.title);
  const path = fallbackPath(business, 'offTopic', language) ?? pathOutsideChat(business, language);
  return {
    body: scope.refusal(
      business.name,
      taskTitles(business, language),
      path === undefined ? scope.personHere : scope.personOr(path),
    ),
    buttons: [...tasks.slice(0, 2), person],
  };
}

/** What the agent can do, as one phrase: "a, b, or c". Long lists are cut. */
export function taskTitles(business: Business, language: Language): string {
  const titles: string[] = [];
  let length = 0;
  for (const task of business.agent.tasks) {
    const title = taskTitle(task, language);
    length += title.length + 2;
    if (titles.length > 0 && length > longestTitles) break;
    titles.push(title);
  }
  if (titles.length < business.agent.tasks.length)
    return sentencesIn(language).scope.andMore(titles.join(', '));
  const locale = language === 'en' ? 'en' : localeOf[language];
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(titles);
}

/** Leaves room for the rest of a refusal within its 600 characters. */
const longestTitles = 300;
