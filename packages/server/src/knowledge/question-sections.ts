import { readCsv } from '@ambit/core/business/csv';
import type { Section } from './sections-to-markdown.ts';

const questionColumns = ['question', 'title', 'pregunta', 'pergunta', 'pertanyaan', '问题', 'سؤال', 'सवाल'];
const answerColumns = [
  'answer',
  'body',
  'respuesta',
  'resposta',
  'réponse',
  'jawaban',
  '答案',
  'جواب',
  'जवाब',
];

/** A table of questions and answers, a row each. Throws with the line and what to mend. */
export function questionSections(file: string, text: string): readonly Section[] {
  const { columns, rows, problems } = readCsv(file, text);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`line ${problem.line ?? 1}: ${problem.message}; ${problem.fix}`);
  const question = columns.find((name) => questionColumns.includes(name.toLowerCase()));
  const answer = columns.find((name) => answerColumns.includes(name.toLowerCase()));
  if (question === undefined || answer === undefined)
    throw new Error(
      `the first line must name the columns "question" and "answer"; it names ${columns.join(', ')}`,
    );
  return rows.flatMap(({ values }) => {
    const title = values.get(question);
    const body = values.get(answer);
    return title === undefined || body === undefined ? [] : [{ title, body }];
  });
}
