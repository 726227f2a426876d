import { styleText } from 'node:util';

/** A line for whoever looks on, beside what a command prints. */
export function tell(text: string): void {
  process.stderr.write(`${styleText('dim', text, { stream: process.stderr })}\n`);
}

/** A line about something that went wrong. */
export function tellError(text: string): void {
  process.stderr.write(`${styleText('red', text, { stream: process.stderr })}\n`);
}
