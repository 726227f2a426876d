import { expect, test } from 'vitest';
import { isSamePerson } from './same-person.ts';

test.each([
  ['Bruna Lopez', 'Bruna Lopes'],
  ['bruna lopes', 'Bruna Lopes'],
  ['Jose Nunez', 'José Núñez'],
  ['Bruna', 'Bruna Lopes'],
  ['Lopes, Bruna', 'Bruna Lopes da Silva'],
  ['B. Lopes', 'Bruna Lopes'],
  ['Burna Lopes', 'Bruna Lopes'],
  ['A. Ana Ruiz', 'Ana Alicia Ruiz'],
  ['सुनिल कुमार', 'सुनील कुमार'],
  ['مُحَمَّد', 'محمد'],
  ['أحمد علي', 'أحمد علي حسن'],
  [undefined, 'Bruna Lopes'],
  ['Bruna Lopes', undefined],
])('%s corrected to %s is the same person', (before, after) => {
  expect(isSamePerson(before, after)).toBe(true);
});

test.each([
  ['Bruna Lopes', 'Diego Reis'],
  ['Bruna Lopes', 'Diego Lopes'],
  ['Maria da Silva', 'João da Silva'],
  ['Ana', 'Eva'],
  ['Mario Reis', 'Maria Reis'],
  ['Luis', 'Luisa'],
  ['रीता', 'रति'],
  ['रमा', 'रीमा'],
  ['王小明', '李雷'],
])('%s and %s are two people', (before, after) => {
  expect(isSamePerson(before, after)).toBe(false);
});
