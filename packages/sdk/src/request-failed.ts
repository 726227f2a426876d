import type { ApiError } from './api-error.ts';

/** The server said no; `code` says why for programs, the message says it for people. */
export class RequestFailed extends Error {
  readonly status: number;
  readonly code: ApiError['error']['code'];
  readonly fix: string;
  /** What happened and what to do, for people who do not know paths. */
  readonly says: string;

  constructor(path: string, status: number, error: ApiError['error']) {
    super(`${path}: ${error.message} ${error.fix}`);
    this.name = 'RequestFailed';
    this.status = status;
    this.code = error.code;
    this.fix = error.fix;
    this.says = `${error.message} ${error.fix}`;
  }
}
