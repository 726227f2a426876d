import { graphError, type GraphError } from '../graph/graph-error.ts';

const titles = {
  2388019: 'Message template limit exceeded',
  2388023: 'Message template is being deleted',
  2388024: 'Content in this language already exists',
  2388040: 'Field exceeds the character limit',
  2388047: 'Message header format is incorrect',
  2388072: 'Message body format is incorrect',
  2388073: 'Message footer format is incorrect',
  2388293: 'Too many variables for the length of the message',
  2388299: 'Variables must not be at the start or end of the template',
} as const;

/** An error of the template endpoints: code 100 with the subcode that says what is wrong. */
export function templateError(subcode: keyof typeof titles, words: string): GraphError {
  return { ...graphError(100, words), subcode, userTitle: titles[subcode], userMessage: words };
}

/** A plain invalid parameter. */
export function invalidTemplate(words: string): GraphError {
  return { ...graphError(100, words), userTitle: 'Invalid parameter', userMessage: words };
}
