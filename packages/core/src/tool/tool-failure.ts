/**
 * Why a tool gave no answer.
 * `timeout`: none came in time. `refused`: nothing could be sent. `cut`: the connection ended on the way.
 * `http-status`: an answer of a status nobody declared. `tool-error`: an MCP tool said it failed.
 * `bad-shape`: not what was declared, or too large. `bad-input`: a parameter cannot be sent as it is.
 * `not-allowed`: this deployment does not let the tool go there, or a secret or a needed tool is missing.
 */
export type ToolFailure = {
  readonly kind:
    | 'timeout'
    | 'refused'
    | 'cut'
    | 'http-status'
    | 'tool-error'
    | 'bad-shape'
    | 'bad-input'
    | 'not-allowed';
  /** For people; holds nothing the back end or the customer wrote. */
  readonly why: string;
};

/** "timeout: no answer in 5 s", as journals and the desk show it. */
export function failureText({ kind, why }: ToolFailure): string {
  return `${kind}: ${why}`;
}
