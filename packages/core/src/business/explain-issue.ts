import { z } from 'zod';
import { suggestion } from './did-you-mean.ts';

type Explained = { readonly message: string; readonly fix: string };

/** A schema's objection to a value in a file, in words a shop owner can act on. */
export function explainIssue(issue: z.core.$ZodIssue): Explained {
  const name = String(issue.path.findLast((key) => typeof key === 'string') ?? 'this file');
  const input = issue.input;
  if ((input === undefined || input === null) && issue.path.length === 0) {
    return { message: 'the file is empty', fix: 'write its fields; the guide shows them' };
  }
  if (input === undefined || input === null) {
    return { message: `"${name}" is missing`, fix: `write "${name}:" with ${wanted(issue)}` };
  }
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
        ? { message: `${String(input)} was read as a ${typeof input}, not as text`, fix: 'put it in quotes' }
        : { message: `this is ${kindOf(input)}`, fix: `write ${wanted(issue)} instead` };
    case 'invalid_value': {
      const known = issue.values.map(String);
      return {
        message: `${show(input)} is not allowed here`,
        fix: suggestion(typeof input === 'string' ? input : '', known),
      };
    }
    case 'too_small':
      if (issue.inclusive === false)
        return { message: `${show(input)} is too small`, fix: `give more than ${String(issue.minimum)}` };
      return {
        message: `${show(input)} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'small' : 'short'}`,
        fix: `give at least ${limit(issue.origin, issue.minimum)}`,
      };
    case 'too_big':
      if (issue.inclusive === false)
        return { message: `${show(input)} is too large`, fix: `give less than ${String(issue.maximum)}` };
      return {
        message: `${show(input)} is too ${issue.origin === 'number' || issue.origin === 'int' ? 'large' : 'long'}`,
        fix: `give at most ${limit(issue.origin, issue.maximum)}`,
      };
    case 'invalid_format':
      return { message: `${show(input)} does not have the right form`, fix: `write ${wanted(issue)}` };
    case 'invalid_union':
      return explainUnion(issue);
    case 'unrecognized_keys':
    case 'not_multiple_of':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return { message: issue.message, fix: 'correct this value' };
  }
}

/** A value that fits none of several shapes; where a field tells them apart, it is about that field. */
function explainUnion(issue: Extract<z.core.$ZodIssue, { readonly code: 'invalid_union' }>): Explained {
  const field = issue.discriminator;
  if (field === undefined)
    return { message: `${show(issue.input)} does not fit here`, fix: 'write it in a form the guide shows' };
  const known = ('options' in issue ? (issue.options ?? []) : []).map(String);
  const group = Group.safeParse(issue.input);
  if (!group.success)
    return {
      message: `this is ${kindOf(issue.input)}`,
      fix: `write fields of its own, with "${field}:" among them`,
    };
  const written = group.data[field];
  return written === undefined || written === null
    ? { message: `"${field}" is missing`, fix: `write "${field}:" with one of: ${known.join(', ')}` }
    : {
        message: `${show(written)} is no "${field}" that there is`,
        fix: suggestion(typeof written === 'string' ? written : '', known),
      };
}

const Group = z.record(z.string(), z.unknown());

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const names: Readonly<Record<string, string>> = {
      string: 'text',
      object: 'fields of its own, indented below it',
      array: 'a list, one "- " line each',
      record: 'entries of its own, indented below it',
      int: 'a whole number',
      number: 'a number',
    };
    return names[issue.expected] ?? `a value of type ${issue.expected}`;
  }
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'invalid_format') {
    if (issue.format === 'email') return 'an e-mail address such as "help@example.com"';
    if (issue.format === 'url') return 'a web address such as "https://example.com/contact"';
    // A schema's own message names the form ("a date such as …"); zod's speaks of a pattern.
    return issue.message.startsWith('Invalid') ? 'it in the form the guide shows' : issue.message;
  }
  return 'a value';
}

function kindOf(input: unknown): string {
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a group of fields';
  return typeof input === 'string' ? `the text ${show(input)}` : show(input);
}

function limit(origin: string, size: number | bigint): string {
  const units: Readonly<Record<string, string>> = {
    string: 'characters',
    array: 'entries',
    object: 'entries',
  };
  const unit = units[origin];
  return unit === undefined
    ? String(size)
    : `${size} ${Number(size) === 1 ? unit.replace(/ies$/, 'y').replace(/s$/, '') : unit}`;
}

function show(input: unknown): string {
  const text = typeof input === 'string' ? `"${input}"` : JSON.stringify(input);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
