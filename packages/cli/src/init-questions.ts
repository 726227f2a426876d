import { OpeningHours, EscalationPath } from '@ambit/core/business/business';
import { checkEscalation, checkHours, checkLocale } from '@ambit/core/business/check-business';
import { packLanguages } from '@ambit/core/business/task-pack';
import { habitsOf, isPackLanguage } from './init-locale.ts';

/** One thing to know of a new business. `flag`: how a script answers it. */
export type InitQuestion = {
  readonly key: InitKey;
  readonly flag: string;
  readonly asks: string;
  /** Taken when nothing is answered; undefined when there is none. `""` leaves it open. */
  usual(before: Answered): string | undefined;
  /** Why an answer cannot be taken, and what would do; undefined when it can. */
  objection(answer: string, before: Answered): string | undefined;
};

export type InitKey =
  | 'name'
  | 'purpose'
  | 'vertical'
  | 'country'
  | 'languages'
  | 'currency'
  | 'timeZone'
  | 'hours'
  | 'phone'
  | 'email'
  | 'tasks';

/** The answers there are so far; lists are separated by spaces or commas. */
export type Answered = ReadonlyMap<InitKey, string>;

/** `packs`: the names of the task packs that are there. */
export function initQuestions(packs: readonly string[]): readonly InitQuestion[] {
  // Without a country nothing is written, and its absence is all there is to say.
  const habits = (before: Answered) => habitsOf(before.get('country') ?? 'US');
  return [
    {
      key: 'name',
      flag: '--name',
      asks: 'What is the business called?',
      usual: () => undefined,
      objection: (answer) => (answer.length >= 2 ? undefined : 'give at least 2 characters'),
    },
    {
      key: 'purpose',
      flag: '--purpose',
      asks: 'What is it, and what is its agent for? (20 to 600 characters)',
      usual: () => undefined,
      objection: (answer) =>
        answer.length >= 20 && answer.length <= 600
          ? undefined
          : `this has ${answer.length} characters; give 20 to 600, such as "Customer service for a bakery in Leeds: opening hours, orders and cakes to order"`,
    },
    {
      key: 'vertical',
      flag: '--vertical',
      asks: 'What kind of business is it? (retail, restaurant, healthcare, education, …)',
      usual: () => 'other',
      objection: (answer) => (answer.length >= 2 ? undefined : 'give at least 2 characters'),
    },
    {
      key: 'country',
      flag: '--country',
      asks: 'In which country is it? (two letters)',
      usual: () => undefined,
      objection: (answer) => objectionTo({ defaultCountry: answer }),
    },
    {
      key: 'languages',
      flag: '--languages',
      asks: `Which languages do its customers write? (${packLanguages.join(', ')}; the first is its own)`,
      usual: (before) => habits(before).language,
      objection: (answer) => {
        const languages = listOf(answer);
        if (languages.length === 0) return 'give at least one';
        const objection = objectionTo({ languages });
        if (objection !== undefined) return objection;
        if (new Set(languages).size < languages.length) return 'give each language once';
        const foreign = languages.find((language) => !isPackLanguage(language));
        return foreign === undefined
          ? undefined
          : `there are no task packs in "${foreign}"; leave it out here, and write its examples yourself as the guide says`;
      },
    },
    {
      key: 'currency',
      flag: '--currency',
      asks: 'Which currency are its prices in? (three letters)',
      usual: (before) => habits(before).currency,
      objection: (answer) => objectionTo({ currency: answer }),
    },
    {
      key: 'timeZone',
      flag: '--time-zone',
      asks: 'In which time zone are its hours?',
      usual: (before) => habits(before).timeZone,
      objection: (answer) => hoursObjection(answer, '09:00-18:00'),
    },
    {
      key: 'hours',
      flag: '--hours',
      asks: 'When do people answer, Monday to Friday?',
      usual: () => '09:00-18:00',
      objection: (answer, before) => hoursObjection(before.get('timeZone') ?? 'UTC', answer),
    },
    {
      key: 'phone',
      flag: '--phone',
      asks: 'Which phone number reaches people? (empty for none)',
      usual: () => '',
      objection: (answer, before) =>
        answer === '' ? undefined : escalationObjection({ kind: 'phone', number: answer }, before),
    },
    {
      key: 'email',
      flag: '--email',
      asks: 'Which e-mail address reaches people? (empty for none)',
      usual: () => '',
      objection: (answer, before) =>
        answer === '' ? undefined : escalationObjection({ kind: 'email', address: answer }, before),
    },
    {
      key: 'tasks',
      flag: '--task',
      asks: `What may its agent do? (${packs.join(', ')})`,
      usual: () => 'support human',
      objection: (answer) => {
        const tasks = listOf(answer);
        if (tasks.length === 0) return 'give at least one';
        if (new Set(tasks).size < tasks.length) return 'give each task once';
        const unknown = tasks.find((task) => !packs.includes(task));
        return unknown === undefined
          ? undefined
          : `there is no task pack "${unknown}"; use ${packs.join(', ')}`;
      },
    },
  ];
}

/** The entries of a list that was answered in one line. */
export function listOf(answer: string): readonly string[] {
  return answer.split(/[\s,]+/).filter((entry) => entry !== '');
}

function objectionTo(answer: Partial<Parameters<typeof checkLocale>[0]>): string | undefined {
  const sound = { defaultCountry: 'US', currency: 'USD', languages: [] };
  return firstOf(checkLocale({ ...sound, ...answer }));
}

function hoursObjection(timeZone: string, hours: string): string | undefined {
  const [from, to, ...more] = hours.split('-');
  const read = OpeningHours.safeParse({ timeZone, week: { monday: [{ from, to }] } });
  if (!read.success || more.length > 0) return 'write two times of day such as "09:00-18:00"';
  return firstOf(checkHours(read.data));
}

function escalationObjection(path: EscalationPath, before: Answered): string | undefined {
  if (!EscalationPath.safeParse(path).success)
    return path.kind === 'email'
      ? `"${path.address}" is not an e-mail address; write one such as "help@example.com"`
      : 'this is not a phone number; write it with "+" and the country code, such as "+1 617 555 0142"';
  return firstOf(checkEscalation([path], before.get('country') ?? 'US'));
}

function firstOf(objections: ReturnType<typeof checkLocale>): string | undefined {
  const [first] = objections;
  return first === undefined ? undefined : `${first.message}; ${first.fix}`;
}
