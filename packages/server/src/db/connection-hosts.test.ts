import { expect, test } from 'vitest';
import { readConnectionHosts } from './connection-hosts.ts';

function urlsOf(connectionString: string): readonly string[] {
  const read = readConnectionHosts(connectionString);
  return read.kind === 'one' ? [] : read.hosts.map((host) => host.connectionString);
}

test.each([
  'postgres://me:secret@db.internal:5432/ambit',
  'postgresql://me:secret@/ambit?host=%2Frun%2Fpg&port=5432',
  'postgres://me:a,b@db.internal/ambit?sslmode=require',
  'postgres:///ambit',
  'postgres://me:hush/hush@h/a',
])('a URL with one host is left as it is: %s', (connectionString) => {
  expect(readConnectionHosts(connectionString)).toEqual({ kind: 'one', connectionString });
});

test('each host has its port, and everything else is the same for all', () => {
  expect(
    urlsOf('postgresql://me:s%2Cx@a:5433,b,[::1]:5434/ambit?target_session_attrs=read-write&sslmode=require'),
  ).toEqual([
    'postgresql://me:s%2Cx@/ambit?host=a&port=5433&sslmode=require',
    'postgresql://me:s%2Cx@/ambit?host=b&port=5432&sslmode=require',
    'postgresql://me:s%2Cx@/ambit?host=%3A%3A1&port=5434&sslmode=require',
  ]);
});

test.each([
  'postgresql://me:s@/ambit?host=/run/a,/run/b&port=5432,5433',
  'postgresql://me:s@%2Frun%2Fa,%2Frun%2Fb:5433/ambit',
  'postgresql://me:s@/ambit?host=%2Frun%2Fa&host=%2Frun%2Fb&port=5432&port=5433',
])('sockets may be named too: %s', (connectionString) => {
  expect(readConnectionHosts(connectionString)).toEqual({
    kind: 'several',
    hosts: [
      { name: '/run/a', connectionString: 'postgresql://me:s@/ambit?host=%2Frun%2Fa&port=5432' },
      { name: '/run/b', connectionString: 'postgresql://me:s@/ambit?host=%2Frun%2Fb&port=5433' },
    ],
  });
});

test('one port does for all hosts', () => {
  expect(urlsOf('postgres://me@/ambit?host=a,b&port=6000')).toEqual([
    'postgres://me@/ambit?host=a&port=6000',
    'postgres://me@/ambit?host=b&port=6000',
  ]);
});

test('a single host that must take writes is held to it', () => {
  expect(urlsOf('postgres://me@vip/ambit?target_session_attrs=primary')).toEqual([
    'postgres://me@/ambit?host=vip&port=5432',
  ]);
});

test.each([
  ['postgres://me:hush@a,b/x?target_session_attrs=standby', 'target_session_attrs=standby, but Ambit writes'],
  ['postgres://me:hush@a,,b/x', 'one of them is empty'],
  ['postgres://me:hush@a:1,b:two/x', 'The port of host 2 in DATABASE_URL is not a port number'],
  ['postgres://me:hush@/x?host=a,b,c&port=1,2', 'names 3 hosts and 2 ports'],
])('what cannot be meant is refused without the password: %s', (connectionString, words) => {
  expect(() => readConnectionHosts(connectionString)).toThrow(words);
  expect(() => readConnectionHosts(connectionString)).not.toThrow(/hush/);
});
