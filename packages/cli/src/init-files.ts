import { headingsIn } from './init-locale.ts';

/** What a business says of itself when its folder is made. Each has been checked by its question. */
export type InitAnswers = {
  readonly name: string;
  readonly purpose: string;
  readonly vertical: string;
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** BCP 47, the first one first. */
  readonly languages: readonly string[];
  /** ISO 4217. */
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Monday to Friday, such as "09:00-18:00". */
  readonly hours: string;
  /** "" when there is none. */
  readonly phone: string;
  /** "" when there is none. */
  readonly email: string;
  /** Names of task packs, in the order in which the agent offers them. */
  readonly tasks: readonly string[];
};

/** The files of a new business: path with "/" → text. */
export function initialFiles(answers: InitAnswers): ReadonlyMap<string, string> {
  return new Map([
    ['business.yaml', businessYaml(answers)],
    ...answers.tasks.map((pack, index): [string, string] => [
      `tasks/${String(index + 1).padStart(2, '0')}-${pack}.yaml`,
      taskYaml(pack),
    ]),
    ...answers.languages.map((language): [string, string] => [
      `knowledge/questions.${language}.md`,
      knowledgeMarkdown(answers, language),
    ]),
  ]);
}

function businessYaml(answers: InitAnswers): string {
  const { name, purpose, vertical, country, languages, currency, timeZone, hours, phone, email } = answers;
  const [from = '', to = ''] = hours.split('-');
  const shift = `[{ from: "${from}", to: "${to}" }]`;
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
  return [
    '# Every field is described in docs/guide/business.md. "ambit lint" says what is wrong here.',
    'schema: 1',
    `name: ${quoted(name)}`,
    '# Who the business is and what its agent is for, in 20 to 600 characters.',
    `purpose: ${quoted(purpose)}`,
    `vertical: ${quoted(vertical)}`,
    `defaultCountry: ${quoted(country)}`,
    `languages: [${languages.map(quoted).join(', ')}]`,
    `currency: ${quoted(currency)}`,
    '',
    '# When people answer. A day that is not listed is closed; split shifts are several entries.',
    'hours:',
    `  timeZone: ${quoted(timeZone)}`,
    '  week:',
    ...days.map((day) => `    ${day}: ${shift}`),
    '  holidays: [] # such as { date: "2026-12-25", name: Christmas Day }',
    '',
    '# Ways to a person, the best first.',
    'escalation:',
    '  - kind: in-chat-person',
    ...(phone === '' ? [] : ['  - kind: phone', `    number: ${quoted(phone)}`]),
    ...(email === '' ? [] : ['  - kind: email', `    address: ${quoted(email)}`]),
    '',
    'agent:',
    `  name: ${quoted(`${name} assistant`)}`,
    '',
  ].join('\n');
}

/** Only what needs no back end is answered by the agent; the rest goes to people until there is one. */
function taskYaml(pack: string): string {
  const does = pack === 'support' ? 'answer-from-knowledge' : pack === 'lead' ? 'flow' : 'hand-off';
  return [
    `id: ${pack}`,
    `does: ${does}${hintFor(pack)}`,
    `pack: ${pack} # gives title, button and what customers write; add your own under "examples:"`,
    '',
  ].join('\n');
}

function hintFor(pack: string): string {
  switch (pack) {
    case 'order-status':
      return ' # "order-status" once data/orders.csv is there';
    case 'order-cancel':
      return ' # "cancel-order" once data/orders.csv is there';
    case 'support':
      return ' # from knowledge/';
    case 'human':
    case 'lead':
      return '';
    default: {
      const table = tableOf(pack);
      return table === undefined
        ? ' # "flow" once flows/ has one for it'
        : ` # "flow", which the pack has, once data/${table} is there`;
    }
  }
}

/** Without which the flow of a pack has nothing to work on. */
function tableOf(pack: string): string | undefined {
  if (pack.startsWith('appointment-')) return 'resources.csv';
  switch (pack) {
    case 'shopping-guide':
    case 'take-order':
      return 'catalogue.csv';
    case 'order-change':
    case 'returns':
      return 'orders.csv';
    case 'membership':
      return 'subscriptions.csv';
    default:
      return undefined;
  }
}

function knowledgeMarkdown({ name, hours, timeZone, phone, email }: InitAnswers, language: string): string {
  const { open, reach } = headingsIn(language);
  const ways = [phone, email].filter((way) => way !== '');
  const contact = ways.length === 0 ? [] : ['', `## ${reach} {#contact}`, '', `${name}: ${ways.join(', ')}`];
  const [from, to] = [weekday(language, 'monday'), weekday(language, 'friday')];
  return [
    `# ${name}`,
    '',
    `## ${open} {#hours}`,
    '',
    `${name}: ${from} – ${to}, ${hours.replace('-', '–')} (${timeZone})`,
    ...contact,
    '',
  ].join('\n');
}

function weekday(language: string, day: 'monday' | 'friday'): string {
  // 2024-01-01 was a Monday.
  const date = new Date(day === 'monday' ? '2024-01-01T12:00:00Z' : '2024-01-05T12:00:00Z');
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(date);
}

/** A JSON string is a YAML scalar too. Source: YAML 1.2.2, "Relation to JSON". */
function quoted(text: string): string {
  return JSON.stringify(text);
}
