import { suggestion } from '../../business/did-you-mean.ts';
import { languageFor } from '../language-for.ts';
import { blocking, type FlowCheck, type FlowFinding } from './flow-finding.ts';

/** Whether what a flow reads as `{{with.…}}` is there, in its languages. */
export const checkSettings: FlowCheck = (flow) => {
  const settings = flow.with ?? {};
  const names = Object.keys(settings).filter((name) => settings[name] !== null);
  const first = flow.nodes[0]?.id ?? '';
  const unknown = flow.nodes.flatMap((node): readonly FlowFinding[] =>
    [...new Set([...JSON.stringify(node).matchAll(/\bwith\.(\w+)/gu)].map(([, name = '']) => name))]
      .filter((name) => !names.includes(name))
      .map((name) =>
        blocking(
          'unset-variable',
          node.id,
          `"with.${name}" is read, but the flow is not set up with it`,
          suggestion(name, names),
        ),
      ),
  );
  const untranslated = Object.entries(settings).flatMap(([name, value]): readonly FlowFinding[] => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
    const written = Object.keys(value);
    if (!written.some((each) => flow.languages.includes(each))) return [];
    return flow.languages
      .filter((language) => languageFor(written, language) === undefined)
      .map((language) =>
        blocking(
          'missing-translation',
          first,
          `"with.${name}" is not there in "${language}"`,
          `write it under "${language}:"`,
        ),
      );
  });
  return [...unknown, ...untranslated];
};
