import { isRecord, type JsonRecord } from './json-value.ts';

/** What expressions of a flow can name: `${data.x}`, `${form.x}`, `${screen.NAME.form.x}`. */
export type FlowScope = {
  readonly data: JsonRecord;
  readonly form: JsonRecord;
  /** Other screens by name, each with its `data` and `form`. */
  readonly screen: JsonRecord;
};

/**
 * The value of one property of a flow JSON. Text that is one `${…}` becomes what it names, of any type; text in
 * backticks is an expression; other text stays, with what it names put in. Source: Flow JSON reference, versions 4 to 7.
 */
export function evaluate(value: unknown, scope: FlowScope): unknown {
  if (typeof value !== 'string') return value;
  const whole = /^\$\{([^}]+)\}$/.exec(value.trim());
  if (whole?.[1] !== undefined) return lookUp(whole[1], scope);
  const nested = /^`([\s\S]*)`$/.exec(value.trim());
  if (nested?.[1] !== undefined) return calculate(nested[1], scope);
  return value.replace(/\$\{([^}]+)\}/g, (_all, path: string) => shown(lookUp(path, scope)));
}

/** The truth of the condition of an If, which needs no backticks. */
export function holds(condition: unknown, scope: FlowScope): boolean {
  if (typeof condition !== 'string') return condition === true;
  return truth(calculate(condition.trim().replace(/^`([\s\S]*)`$/, '$1'), scope));
}

/** Every value in an object or list evaluated, as in payloads. */
export function evaluateDeep(value: unknown, scope: FlowScope): unknown {
  if (Array.isArray(value)) return value.map((one) => evaluateDeep(one, scope));
  if (!isRecord(value)) return evaluate(value, scope);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluateDeep(one, scope)]));
}

function lookUp(path: string, scope: FlowScope): unknown {
  let value: unknown = scope;
  for (const part of path.trim().split('.')) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isRecord(value)) value = value[part];
    else return undefined;
  }
  return value;
}

/** How a value reads inside text. */
export function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Token =
  | { kind: 'value'; value: unknown }
  | { kind: 'name'; path: string }
  | { kind: 'sign'; sign: string };

const pattern =
  /\s*(?:\$\{([^}]+)\}|'((?:[^'\\]|\\.)*)'|(\d+(?:\.\d+)?)|(true|false)|(==|!=|<=|>=|&&|\|\||[<>!()+\-*/%]))/y;

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.trimEnd().length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) throw new Error(`The flow has an expression that cannot be read: ${text.slice(at)}`);
    const [, path, quoted, number, word, sign] = match;
    if (path !== undefined) tokens.push({ kind: 'name', path });
    else if (quoted !== undefined) tokens.push({ kind: 'value', value: quoted.replace(/\\(.)/g, '$1') });
    else if (number !== undefined) tokens.push({ kind: 'value', value: Number(number) });
    else if (word !== undefined) tokens.push({ kind: 'value', value: word === 'true' });
    else tokens.push({ kind: 'sign', sign: sign ?? '' });
  }
  return tokens;
}

/** Signs by how tightly they bind, loosest first. */
const levels: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

function calculate(text: string, scope: FlowScope): unknown {
  const tokens = tokensOf(text);
  let at = 0;
  const signAt = (): string | undefined => {
    const token = tokens[at];
    return token?.kind === 'sign' ? token.sign : undefined;
  };
  const single = (): unknown => {
    const token = tokens[at];
    at += 1;
    if (token === undefined) throw new Error(`The flow has an expression without an end: ${text}`);
    switch (token.kind) {
      case 'value':
        return token.value;
      case 'name':
        return lookUp(token.path, scope);
      case 'sign': {
        if (token.sign === '!') return !truth(single());
        if (token.sign === '-') return -Number(single());
        if (token.sign !== '(') throw new Error(`The flow has an expression that cannot be read: ${text}`);
        const inner = joined();
        if (signAt() !== ')')
          throw new Error(`The flow has an expression without its closing bracket: ${text}`);
        at += 1;
        return inner;
      }
    }
  };
  const level = (depth: number): unknown => {
    const signs = levels[depth];
    if (signs === undefined) return single();
    let left = level(depth + 1);
    for (let sign = signAt(); sign !== undefined && signs.includes(sign); sign = signAt()) {
      at += 1;
      left = combine(sign, left, level(depth + 1));
    }
    return left;
  };
  /** Values side by side are text put together: `'Hello ' ${data.name}`. */
  const joined = (): unknown => {
    let value = level(0);
    while (at < tokens.length && signAt() !== ')') value = shown(value) + shown(level(0));
    return value;
  };
  const value = joined();
  if (at < tokens.length) throw new Error(`The flow has an expression that cannot be read: ${text}`);
  return value;
}

function combine(sign: string, left: unknown, right: unknown): unknown {
  switch (sign) {
    case '||':
      return truth(left) || truth(right);
    case '&&':
      return truth(left) && truth(right);
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return Number(left) < Number(right);
    case '<=':
      return Number(left) <= Number(right);
    case '>':
      return Number(left) > Number(right);
    case '>=':
      return Number(left) >= Number(right);
    case '+':
      return Number(left) + Number(right);
    case '-':
      return Number(left) - Number(right);
    case '*':
      return Number(left) * Number(right);
    case '/':
      return Number(left) / Number(right);
    case '%':
      return Number(left) % Number(right);
    default:
      return undefined;
  }
}

function truth(value: unknown): boolean {
  return Boolean(value);
}
