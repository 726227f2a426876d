import { expect, test } from 'vitest';
import { parseProcessLogLine } from './process-log.ts';

test('a warning is told in words, with its error and its plain details', () => {
  const line = JSON.stringify({
    level: 50,
    time: 1,
    pid: 2,
    hostname: 'h',
    msg: 'send.failed',
    err: { message: 'refused' },
    code: 131047,
  });
  expect(parseProcessLogLine(line)).toEqual({
    kind: 'notable',
    level: 'error',
    message: 'send.failed: refused (code=131047)',
  });
});

test('what is below a warning stays in the log file', () => {
  expect(parseProcessLogLine('{"level":30,"msg":"x"}')).toEqual({ kind: 'routine' });
});

test('a line that is not JSON is kept as it is', () => {
  expect(parseProcessLogLine('TypeError: x')).toEqual({ kind: 'plain', message: 'TypeError: x' });
});
