import { expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

test('without any setting, everything has its usual place', () => {
  expect(readEnvironment({}, '/project')).toEqual({
    home: '/project/.ambit',
    business: '/project/businesses/shop',
    databaseUrl: undefined,
    ports: { webhook: 3000, desk: 3001, simulator: 3002 },
    inherited: {},
  });
});

test('a wrong port is named with its value and what is wrong with it', () => {
  expect(() => readEnvironment({ AMBIT_PORT: 'http', AMBIT_DESK_PORT: '70000' }, '/')).toThrow(
    'Wrong configuration: AMBIT_PORT="http" is not a number; AMBIT_DESK_PORT="70000" is above 65535',
  );
});

test('two equal ports are refused', () => {
  expect(() => readEnvironment({ AMBIT_PORT: '3001' }, '/')).toThrow(/must be three different ports/);
});

test('a database address is refused without repeating it, for it may hold a password', () => {
  expect(() => readEnvironment({ DATABASE_URL: 'mysql://me:secret@db/ambit' }, '/')).toThrow(
    /^(?!.*secret).*DATABASE_URL/,
  );
});

test('what is set to nothing counts as not set', () => {
  expect(readEnvironment({ AMBIT_PORT: '', DATABASE_URL: ' ' }, '/')).toMatchObject({
    databaseUrl: undefined,
    ports: { webhook: 3000 },
  });
});

test('a single role is refused, for this command runs everything', () => {
  expect(() => readEnvironment({ AMBIT_ROLE: 'worker' }, '/')).toThrow(/AMBIT_ROLE="worker" is not for this/);
});
