import { findPersonalData } from './find-personal-data.ts';

/** The text with what `findPersonalData` finds replaced by its kind, such as "[card]". */
export function maskPersonalData(text: string): string {
  let masked = '';
  let from = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    masked += `${text.slice(from, start)}[${kind}]`;
    from = end;
  }
  return masked + text.slice(from);
}
