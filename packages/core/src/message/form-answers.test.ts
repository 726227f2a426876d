import { expect, test } from 'vitest';
import { hideSecretsIn } from '../personal-data/hide-secrets.ts';
import { formForPeople, withTexts, wordsOfForm } from './form-answers.ts';

const answers = {
  name: 'Ana',
  places: 3,
  tours: ['harbour', 'old town'],
  address: { street: '1 Quay' },
  agreed: true,
};

test('people read a form field by field', () => {
  expect(formForPeople(answers)).toBe(
    'name: Ana\nplaces: 3\ntours: harbour, old town\naddress: {"street":"1 Quay"}\nagreed: true',
  );
});

test('every text of a form is found, wherever it stands, and nothing else', () => {
  expect(wordsOfForm(answers)).toBe('Ana\nharbour\nold town\n1 Quay');
  expect(withTexts(answers, (text) => text.toUpperCase())).toEqual({
    name: 'ANA',
    places: 3,
    tours: ['HARBOUR', 'OLD TOWN'],
    address: { street: '1 QUAY' },
    agreed: true,
  });
});

test('a card number in a field is hidden', () => {
  const content = { kind: 'form-answers', token: 'a:b', answers: { note: '4111 1111 1111 1111' } } as const;
  expect(JSON.stringify(hideSecretsIn(content))).not.toContain('4111');
});
