import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  appointmentToolSpecs,
  BookOutput,
  CancelOutput,
  FreeSlotsOutput,
  JoinWaitingListOutput,
  MoveOutput,
  MyAppointmentsOutput,
} from './appointment-tools.ts';

const Kind = z.union([
  z.object({ const: z.string() }).transform((each) => [each.const]),
  z.object({ enum: z.array(z.string()) }).transform((each) => each.enum),
]);
const Variants = z.object({ oneOf: z.array(z.object({ properties: z.object({ kind: Kind }) })) });

function kindsOf(output: z.ZodType): readonly string[] {
  const { oneOf } = Variants.parse(z.toJSONSchema(output));
  return oneOf.flatMap(({ properties }) => properties.kind).toSorted();
}

test.each([
  ['free-slots', FreeSlotsOutput],
  ['my-appointments', MyAppointmentsOutput],
  ['book-appointment', BookOutput],
  ['move-appointment', MoveOutput],
  ['cancel-appointment', CancelOutput],
  ['join-waiting-list', JoinWaitingListOutput],
])('flows know every kind of answer that %s gives', (name, output) => {
  const spec = appointmentToolSpecs.find((each) => each.name === name);
  expect(spec?.outcomes.toSorted()).toEqual(kindsOf(output));
});
