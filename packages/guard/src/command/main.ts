import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { createEncodedGuard, encodeDefinition } from '../create-encoded-guard.ts';
import { createGuard, type JudgeContext } from '../create-guard.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { loadEncoder, type EncoderChoice } from '../encoder/load-encoder.ts';
import { guardDefinition, type GuardDefinition } from '../guard-definition.ts';
import { setUpReport } from '../set-up-report.ts';
import { explain } from './explain.ts';
import { judgeLines } from './judge-lines.ts';
import { CommandMistake, readBusiness, readShippedPacks } from './read-business.ts';
import { reportInWords } from './report.ts';
import { scoreDocument } from './score-document.ts';
import { siblingMessages } from './sibling-messages.ts';

const usage = `The scope guard, without a server.

  npm run -s guard -- judge --business FOLDER      JSON lines {id,text,lang?} on standard input → {id,zone,task,score,language}
  npm run -s guard -- score                        one document {language,tasks,negatives?,messages} → {results:[{task,score,zone}]}
  npm run -s guard -- explain --business FOLDER "text"
  npm run -s guard -- report --business FOLDER [--json]

  --encoder english|off|onnx:FOLDER   judge English by meaning too (default), nothing, or all languages by a model of yours
`;

const options = {
  business: { type: 'string' },
  encoder: { type: 'string', default: 'english' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [command, ...rest] = positionals;
  const encoder = values.help ? undefined : await encoderOf(values.encoder);
  if (values.help) await print(usage);
  else if (command === 'score')
    await print(`${await scoreDocument(await readAll(process.stdin), encoder)}\n`);
  else if (command === 'judge') {
    const judge = await judgeWith(await definitionIn(values.business), encoder);
    const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
    const judged = judgeLines(lines, (text, language) =>
      judge(text, language === undefined ? {} : { language }),
    );
    for await (const line of judged) await print(`${line}\n`);
  } else if (command === 'explain') {
    const text = rest.join(' ');
    if (text === '') throw new CommandMistake('Write the text to explain, in quotes');
    const definition = await definitionIn(values.business);
    const judge = await judgeWith(definition, encoder);
    await print(`${explain(definition, text, await judge(text, {}))}\n`);
  } else if (command === 'report') {
    const business = await readBusiness(folderOf(values.business));
    const report = setUpReport(
      guardDefinition(business),
      business.languages,
      siblingMessages(business, await readShippedPacks()),
    );
    await print(values.json ? `${JSON.stringify(report)}\n` : `${reportInWords(report)}\n`);
  } else throw new CommandMistake(`Unknown command "${command ?? ''}"\n\n${usage}`);
} catch (error) {
  if (!(error instanceof CommandMistake || isArgumentMistake(error))) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}

async function judgeWith(definition: GuardDefinition, encoder: Encoder | undefined) {
  if (encoder !== undefined)
    return createEncodedGuard(definition, encoder, await encodeDefinition(definition, encoder)).judge;
  const guard = createGuard(definition);
  return (text: string, context: JudgeContext) => Promise.resolve(guard.judge(text, context));
}

async function definitionIn(folder: string | undefined): Promise<GuardDefinition> {
  return guardDefinition(await readBusiness(folderOf(folder)));
}

function folderOf(folder: string | undefined): string {
  if (folder === undefined) throw new CommandMistake('Name the business: --business businesses/shop');
  return folder;
}

async function encoderOf(name: string): Promise<Encoder | undefined> {
  return loadEncoder(choiceOf(name)).catch((cause: unknown) => {
    process.stderr.write(`Judging by words and letters alone: ${String(cause)}\n`);
    return undefined;
  });
}

function choiceOf(name: string): EncoderChoice {
  if (name === 'off') return { kind: 'none' };
  if (name === 'english') return { kind: 'english' };
  const folder = /^onnx:(.+)$/u.exec(name)?.[1];
  if (folder === undefined)
    throw new CommandMistake(`--encoder is "english", "off" or "onnx:FOLDER", not "${name}"`);
  return { kind: 'onnx', folder, languages: 'all', prefix: '' };
}

function isArgumentMistake(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

/** Waits for a slow reader instead of keeping everything in memory. */
function print(text: string): Promise<void> {
  return new Promise((settle) => {
    if (process.stdout.write(text)) settle();
    else process.stdout.once('drain', settle);
  });
}
