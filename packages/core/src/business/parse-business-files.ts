import type { FlowFinding } from '../flow/validate/flow-finding.ts';
import { appointmentToolSpecs } from '../appointment/appointment-tools.ts';
import { withCatalogueExamples } from '../catalogue/catalogue-examples.ts';
import { catalogueToolSpecs } from '../catalogue/catalogue-tools.ts';
import { catalogueFiles } from '../catalogue/read-catalogue.ts';
import { cartToolSpecs } from '../order/cart-tools.ts';
import { linkHosts } from '../order/link-hosts.ts';
import { checkReminders } from '../appointment/reminder-settings.ts';
import { checkOrders } from '../order/check-orders.ts';
import { Business } from './business.ts';
import { checkCalendars } from './check-calendars.ts';
import { checkEscalation, checkHours, checkLocale } from './check-business.ts';
import type { Objection } from './check-business.ts';
import { suggestion } from './did-you-mean.ts';
import { fieldName } from './file-problem.ts';
import type { FileProblem } from './file-problem.ts';
import { isFlowFile, readFlows } from './read-flows.ts';
import { readKnowledge } from './read-knowledge.ts';
import { readTables, tableFiles } from './read-tables.ts';
import { isTaskFile, readTasks } from './read-tasks.ts';
import { readYaml } from './read-yaml.ts';
import type { BusinessTables } from './tables.ts';
import { packOf } from './task-pack.ts';
import { declaredTools } from '../tool/declared-tool.ts';
import { orderToolSpecs } from '../tool/order-tools.ts';
import { ownOrdersSpec } from '../tool/own-orders.ts';
import { readOrderSpec } from '../tool/read-order.ts';
import { leadToolSpecs } from '../lead/lead-tools.ts';
import { customerColumns } from '../customer/read-customers.ts';
import { checkOwnFields, checkSubscriptions } from '../subscription/check-subscriptions.ts';
import { subscriptionsFile } from '../subscription/read-subscriptions.ts';
import { subscriptionToolSpecs } from '../subscription/subscription-tools.ts';
import { isTemplateFile, readTemplates } from '../template/read-templates.ts';
import { checkTeams } from '../ticket/check-teams.ts';
import { readModels } from '../model/read-models.ts';
import { isToolFile, readTools } from '../tool/read-tools.ts';
import { toolSpecs, withBuiltIn } from '../tool/tool-specs.ts';

const businessFile = 'business.yaml';

/** A business that keeps its orders elsewhere declares tools of these names. */
const orderTools = ['look-up-order', 'cancel-order'];

/** What tools of the business's own may stand in for. */
const builtInSpecs = [
  ownOrdersSpec,
  readOrderSpec,
  ...orderToolSpecs,
  ...cartToolSpecs,
  ...appointmentToolSpecs,
  ...leadToolSpecs,
  ...subscriptionToolSpecs,
];

/** `business.yaml`: everything about a business but its tasks, knowledge, tools, flows, templates and models, which have files of their own. */
const BusinessFile = Business.omit({
  knowledge: true,
  tools: true,
  flows: true,
  templates: true,
  models: true,
}).extend({
  agent: Business.shape.agent.omit({ tasks: true }),
});

/** A business read from its files, or every problem that was found in them. */
export type ParsedBusiness =
  | { readonly kind: 'parsed'; readonly business: Business; readonly tables: BusinessTables }
  | { readonly kind: 'problems'; readonly problems: readonly FileProblem[] };

/**
 * Reads a business from the text of its files, by path relative to its folder: `business.yaml`,
 * `models.yaml`, `tasks/*.yaml`, `flows/*.yaml`, `templates/*.yaml`, `knowledge/*.md`, `tools/*.yaml`, the task packs that its tasks name, `packs/<task>/<language>.yaml`,
 * and the tables `data/orders.csv`, `data/order-items.csv`, `data/catalogue.csv`, `data/catalogue.json`, `data/resources.csv`,
 * `data/appointments.csv`, `data/customers.csv` and `data/subscriptions.csv`. Other files are left alone unless they look like a mistyped one of these.
 */
export function parseBusinessFiles(files: ReadonlyMap<string, string>): ParsedBusiness {
  const main = readBusinessFile(files);
  const knowledge = [...files]
    .filter(([file]) => isKnowledgeFile(file))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => readKnowledge(file, text));
  const passages = knowledge.flatMap((each) => each.passages);
  const { tools, problems: toolProblems } = readTools(files);
  const toolNames = tools.flatMap((file) => declaredTools(file).map(({ name }) => name));
  const {
    tasks,
    problems: taskProblems,
    places,
    isWhole,
  } = readTasks(files, {
    languages: main.value?.languages,
    hasOrders: files.has('data/orders.csv') || orderTools.every((tool) => toolNames.includes(tool)),
    hasKnowledge: knowledge.length > 0,
  });
  const teamProblems =
    main.value === undefined
      ? []
      : located(
          checkTeams(
            main.value,
            tasks.map(({ id }) => id),
          ),
          main.lineOf,
        );
  const hosts = main.value === undefined ? undefined : linkHosts(main.value);
  const { templates, problems: templateProblems } = readTemplates(files, hosts);
  const reminders = checkReminders(main.value?.appointments?.reminders, templates).map((each) => ({
    ...each,
    path: ['appointments', 'reminders', ...each.path],
  }));
  const hasCatalogue = catalogueFiles.some((file) => files.has(file));
  const { flows, problems: flowProblems } = readFlows(files, {
    languages: main.value?.languages ?? [],
    tasks,
    tools: withBuiltIn({
      declared: toolSpecs(tools),
      builtIn: builtInSpecs,
      offered: [
        ...leadToolSpecs,
        ownOrdersSpec,
        ...(files.has('data/orders.csv') || hasCatalogue ? orderToolSpecs : []),
        ...(hasCatalogue ? [...catalogueToolSpecs, ...cartToolSpecs] : []),
        ...(files.has('data/resources.csv') ? appointmentToolSpecs : []),
        ...(files.has(subscriptionsFile) ? subscriptionToolSpecs : []),
      ],
    }),
    templates,
    linkHosts: hosts,
    hasKnowledge: knowledge.length > 0,
    places,
    unsaid: new Set<FlowFinding['code']>([
      ...(isWhole ? [] : (['unknown-task'] as const)),
      ...(toolProblems.length === 0 ? [] : (['unknown-tool', 'tool-effect'] as const)),
      ...(templateProblems.length === 0 ? [] : (['unknown-template'] as const)),
      ...(main.value === undefined ? (['unknown-language', 'missing-translation'] as const) : []),
    ]),
  });
  const { models, problems: modelProblems } = readModels(files);
  const { tables, problems: tableProblems } = readTables(files, main.value);
  const problems = [
    ...main.problems,
    ...teamProblems,
    ...taskProblems,
    ...toolProblems,
    ...templateProblems,
    ...located(reminders, main.lineOf),
    ...flowProblems,
    ...modelProblems,
    ...knowledge.flatMap((each) => each.problems),
    ...tableProblems,
    ...checkCalendars(businessFile, main.value?.calendars ?? [], tables.resources),
    ...misplacedFiles(files),
  ];
  if (main.value === undefined || problems.length > 0) return { kind: 'problems', problems };
  const { agent, ...rest } = main.value;
  return {
    kind: 'parsed',
    business: {
      ...rest,
      agent: { ...agent, tasks: [...withCatalogueExamples(tasks, flows, tables.catalogue)] },
      knowledge: passages,
      tools: [...tools],
      ...(models === undefined ? {} : { models }),
      flows: [...flows],
      templates: [...templates],
    },
    tables,
  };
}

function readBusinessFile(files: ReadonlyMap<string, string>) {
  const text = files.get(businessFile);
  if (text === undefined) {
    const similar = [...files.keys()].find((file) => /^business\.[a-z]+$/i.test(file));
    const fix =
      similar === undefined ? 'add it; the guide shows one' : `rename ${similar} to ${businessFile}`;
    const problems: readonly FileProblem[] = [{ file: businessFile, message: 'the file is missing', fix }];
    return { value: undefined, problems, lineOf: () => 1 };
  }
  const { value, problems, lineOf } = readYaml(businessFile, text, BusinessFile);
  if (value === undefined) return { value, problems, lineOf };
  const objections: readonly Objection[] = [
    ...checkLocale(value),
    ...checkEscalation(value.escalation, value.defaultCountry),
    ...checkOrders(value.orders),
    ...checkSubscriptions(value.subscriptions),
    ...checkOwnFields('customers', value.customers?.fields ?? {}, customerColumns),
    ...checkHours(value.hours).map((each) => ({ ...each, path: ['hours', ...each.path] })),
  ];
  return { value, lineOf, problems: [...problems, ...located(objections, lineOf)] };
}

function located(
  objections: readonly Objection[],
  lineOf: (path: readonly PropertyKey[]) => number,
): readonly FileProblem[] {
  return objections.map(({ path, message, fix }) => ({
    file: businessFile,
    line: lineOf(path),
    field: fieldName(path),
    message,
    fix,
  }));
}

function isKnowledgeFile(file: string): boolean {
  return /^knowledge\/[^/]+\.md$/.test(file);
}

/** Files in the folders Ambit reads that it would pass over without a word. */
function misplacedFiles(files: ReadonlyMap<string, string>): readonly FileProblem[] {
  return [...files.keys()].flatMap((file): readonly FileProblem[] => {
    if (/(^|\/)(\.[^/]*|readme\.md)$/i.test(file)) return [];
    const message = 'this file would not be read';
    if (file.startsWith('tasks/') && !isTaskFile(file)) {
      return [{ file, message, fix: 'name it tasks/something.yaml' }];
    }
    if (file.startsWith('knowledge/') && !isKnowledgeFile(file)) {
      return [{ file, message, fix: 'name it knowledge/something.md' }];
    }
    if (file.startsWith('flows/') && !isFlowFile(file)) {
      return [{ file, message, fix: 'name it flows/something.yaml' }];
    }
    if (file.startsWith('templates/') && !isTemplateFile(file)) {
      return [{ file, message, fix: 'name it templates/something.yaml' }];
    }
    if (file.startsWith('tools/') && !isToolFile(file)) {
      return [{ file, message, fix: 'name it tools/something.yaml' }];
    }
    if (file.startsWith('packs/') && packOf(file) === undefined) {
      return [{ file, message, fix: 'name it packs/task/language.yaml, such as packs/returns/en.yaml' }];
    }
    if (file.startsWith('data/') && !tableFiles.some((known) => known === file)) {
      return [{ file, message, fix: suggestion(file, tableFiles) }];
    }
    return [];
  });
}
