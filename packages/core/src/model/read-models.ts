import { fieldName, type FileProblem } from '../business/file-problem.ts';
import { readYaml } from '../business/read-yaml.ts';
import { modelName, Models } from './models.ts';

const modelsFile = 'models.yaml';

/** Reads `models.yaml`, which a business need not have: without it no model takes part. */
export function readModels(files: ReadonlyMap<string, string>): {
  readonly models?: Models;
  readonly problems: readonly FileProblem[];
} {
  const text = files.get(modelsFile);
  if (text === undefined) return { problems: misnamed(files) };
  const { value, problems: found, lineOf } = readYaml(modelsFile, text, Models);
  if (value === undefined) return { problems: found };
  const problems: FileProblem[] = [...found];
  const note = (path: readonly PropertyKey[], message: string, fix: string): void => {
    problems.push({ file: modelsFile, line: lineOf(path), field: fieldName(path), message, fix });
  };
  const { providers, budgets } = value;
  for (const [index, provider] of providers.entries()) {
    const same = providers.findIndex(
      (other) => modelName(other) === modelName(provider) && other.baseUrl === provider.baseUrl,
    );
    if (same < index)
      note(
        ['providers', index],
        `"${modelName(provider)}" is already entry ${same + 1}`,
        'keep one of the two',
      );
  }
  for (const [index, budget] of budgets.entries()) {
    const at = ['budgets', index];
    if (budgets.findIndex((other) => other.for === budget.for && other.then === budget.then) < index)
      note([...at, 'then'], `there is such a budget for the ${budget.for} already`, 'join the two');
    if (budget.tokensPerDay === undefined && budget.moneyPerDay === undefined)
      note(at, 'this budget limits nothing', 'set "tokensPerDay", "moneyPerDay" or both');
    const unpriced = providers.findIndex(
      ({ price }) => price.inputPerMillion === 0 && price.outputPerMillion === 0,
    );
    if (budget.moneyPerDay !== undefined && unpriced !== -1)
      note(
        [...at, 'moneyPerDay'],
        `entry ${unpriced + 1} of "providers" has no price, so its cost would not count`,
        'set its "price", or limit "tokensPerDay"',
      );
  }
  return { models: value, problems };
}

function misnamed(files: ReadonlyMap<string, string>): readonly FileProblem[] {
  const similar = [...files.keys()].find((file) => /^models?\.(ya?ml|json|toml)$/i.test(file));
  if (similar === undefined) return [];
  return [{ file: similar, message: 'this file would not be read', fix: `name it ${modelsFile}` }];
}
