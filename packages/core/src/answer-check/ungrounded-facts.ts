import { readFacts, type Fact, type MonthDay } from './read-facts.ts';

/**
 * What an answer may rest on. `texts`: passages, tool results and what the customer wrote; `today`:
 * the business's own date, for words such as "tomorrow".
 */
export type Evidence = {
  readonly texts: readonly string[];
  readonly today: MonthDay & { readonly year: number };
};

/**
 * What an answer states that stands nowhere in its evidence: numbers, prices, dates, days, times,
 * order numbers, links, addresses. Doubt counts against the answer: it is then replaced by a
 * reviewed sentence. `language`: the answer's, for its number words.
 */
export function ungroundedFacts(answer: string, evidence: Evidence, language?: string): readonly string[] {
  const known = evidence.texts.flatMap((text) => readFacts(text));
  const knownDays = known.flatMap((fact) => daysOf(fact, evidence.today));
  const weekdays = new Set([
    ...knownDays.map((day) => weekdayOf(day, evidence.today)),
    ...evidence.texts.flatMap(weekdaysOf),
  ]);
  const links = new Set(known.flatMap((fact) => ('value' in fact ? [`${fact.kind} ${fact.value}`] : [])));
  const numbers = new Set(known.flatMap(numbersOf));
  const times = new Set(known.flatMap((fact) => (fact.kind === 'time' ? [fact.minutes] : [])));

  function holds(fact: Fact): boolean {
    switch (fact.kind) {
      case 'link':
      case 'mail':
      case 'code':
        return links.has(`${fact.kind} ${fact.value}`);
      case 'number':
        return fact.readings.some((reading) => numbers.has(reading));
      case 'time':
        return times.has(fact.minutes) || (fact.minutes % 60 === 0 && numbers.has(fact.minutes / 60));
      case 'date':
        return fact.readings.some((day) => knownDays.some((other) => isSameDay(day, other)));
      case 'weekday':
        return weekdays.has(fact.weekday);
      case 'relative-day':
        return fact.readings.some((days) =>
          knownDays.some((day) => isSameDay(day, dayFrom(evidence.today, days))),
        );
    }
  }

  return readFacts(withoutListNumbers(withoutGreetings(answer)), language)
    .filter((fact) => !holds(fact))
    .map((fact) => fact.text);
}

/** "How can I help you today?" promises nothing. */
function withoutGreetings(answer: string): string {
  return answer.replaceAll(/[^.!?\n]*\?/g, (question) =>
    question.replaceAll(/\b(?:today|hoy|hoje|hari ini|aaj)\b|aujourd['’]hui|आज|اليوم|今天/giu, ' '),
  );
}

/** "1." to "9)" before the lines of a list count the lines. */
function withoutListNumbers(answer: string): string {
  let next = 1;
  return answer
    .split('\n')
    .map((line) => {
      const found = /^\s*(\d)[.)]\s/.exec(line);
      if (found === null || Number(found[1]) !== next) return line;
      next += 1;
      return line.slice(found[0].length);
    })
    .join('\n');
}

function daysOf(fact: Fact, today: Evidence['today']): readonly MonthDay[] {
  switch (fact.kind) {
    case 'date':
      return fact.readings;
    case 'relative-day':
      return fact.readings.map((days) => dayFrom(today, days));
    case 'code':
    case 'link':
    case 'mail':
    case 'number':
    case 'time':
    case 'weekday':
      return [];
  }
}

function numbersOf(fact: Fact): readonly number[] {
  switch (fact.kind) {
    case 'number':
      return fact.readings;
    case 'date':
      return fact.readings.flatMap(({ year, day }) => (year === undefined ? [day] : [day, year]));
    case 'time':
      return [Math.floor(fact.minutes / 60)];
    case 'code':
    case 'link':
    case 'mail':
    case 'relative-day':
    case 'weekday':
      return [];
  }
}

/** The weekdays a text names, and those between two that it joins ("Monday to Friday"). */
function weekdaysOf(text: string): readonly number[] {
  const named = readFacts(text).flatMap((fact) => (fact.kind === 'weekday' ? [fact] : []));
  return named.flatMap((fact, n) => {
    const next = named[n + 1];
    const from = text.indexOf(fact.text);
    const to = next === undefined ? -1 : text.indexOf(next.text, from + fact.text.length);
    const joined =
      to > 0 &&
      /^\s*(?:-|–|—|to|until|a|à|al|até|hasta|sampai|s\/d|से|se|إلى|الى|到|至)\s*$/u.test(
        text.slice(from + fact.text.length, to),
      );
    if (next === undefined || !joined) return [fact.weekday];
    const length = (next.weekday - fact.weekday + 7) % 7;
    return Array.from({ length: length + 1 }, (_, k) => (fact.weekday + k) % 7);
  });
}

function isSameDay(a: MonthDay, b: MonthDay): boolean {
  return a.month === b.month && a.day === b.day && (a.year ?? b.year) === (b.year ?? a.year);
}

function weekdayOf({ year, month, day }: MonthDay, today: Evidence['today']): number {
  return new Date(Date.UTC(year ?? today.year, month - 1, day)).getUTCDay();
}

function dayFrom({ year, month, day }: Evidence['today'], days: number): MonthDay {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
