import { z } from 'zod';
import { phoneDigits } from '../business/phone-number.ts';
import type { Asker } from './asker.ts';
import { JsonPointer, valueAtPointer } from './json-pointer.ts';
import { FieldName } from './tool-parameter.ts';

/**
 * Whose an answer is: places in it that hold the owner's phone or BSUID. `proof`: instead, the
 * customer may have given one of these facts (an e-mail, a postcode) as this input.
 */
export const BelongsTo = z.strictObject({
  phone: JsonPointer.optional(),
  bsuid: JsonPointer.optional(),
  proof: z.strictObject({ input: FieldName, facts: z.array(JsonPointer).min(1).max(5) }).optional(),
});
export type BelongsTo = z.infer<typeof BelongsTo>;

/** Whether an answer is the asker's. A fact that is missing on either side proves nothing. */
export function belongsToAsker(
  belongsTo: BelongsTo,
  answer: unknown,
  about: {
    readonly asker: Asker;
    readonly input: Readonly<Record<string, string>>;
    /** ISO code, for phones the back end writes without a country code. */
    readonly defaultCountry: string;
  },
): boolean {
  const { asker, input, defaultCountry } = about;
  const { phone, bsuid, proof } = belongsTo;
  if (phone !== undefined && asker.phone !== undefined) {
    const owner = textAt(answer, phone);
    if (owner !== undefined && isPhone(owner, asker.phone, defaultCountry)) return true;
  }
  if (bsuid !== undefined && asker.bsuid !== undefined && textAt(answer, bsuid) === asker.bsuid) return true;
  if (proof === undefined || !Object.hasOwn(input, proof.input)) return false;
  const shown = comparable(input[proof.input] ?? '');
  return (
    shown.length >= shortestProof &&
    proof.facts.some((place) => {
      const fact = textAt(answer, place);
      return fact !== undefined && comparable(fact) === shown;
    })
  );
}

/** Numbers of ranges that are too new to be known are compared digit by digit, country code and all. */
function isPhone(written: string, phone: string, defaultCountry: string): boolean {
  const digits = phoneDigits(written, defaultCountry) ?? written.replaceAll(/\D/g, '');
  return digits.length >= shortestPhone && digits === phone.replaceAll(/\D/g, '');
}

/** Source: ITU-T E.164; no country's numbers are shorter with their code. */
const shortestPhone = 7;

/** A shorter fact would be guessed too soon. */
const shortestProof = 3;

function textAt(answer: unknown, place: string): string | undefined {
  const found = valueAtPointer(answer, place);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined;
}

function comparable(fact: string): string {
  return fact.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}
