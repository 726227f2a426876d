import { z } from 'zod';
import type { Business } from '@ambit/core/business/business';
import { fieldName, type FileProblem } from '@ambit/core/business/file-problem';
import { readYaml } from '@ambit/core/business/read-yaml';
import { ToolFile } from '@ambit/core/tool/declared-tool';
import { isToolFile } from '@ambit/core/tool/read-tools';

/**
 * Addresses without encryption, which the server refuses to ask unless they are of its own network. A file cannot tell
 * which those are, so an author may live with one.
 */
export function addressWarnings(
  files: ReadonlyMap<string, string>,
  { websites = [] }: Business,
): readonly FileProblem[] {
  const tools = [...files]
    .filter(([file]) => isToolFile(file))
    .flatMap(([file, text]) => {
      const { value, lineOf } = readYaml(file, text, ToolFile);
      return value === undefined ? [] : addressesOf(value).flatMap(noteIn(file, lineOf));
    });
  const { lineOf } = readYaml('business.yaml', files.get('business.yaml') ?? '', z.unknown());
  const starts = websites.flatMap(({ start }, site) =>
    start.map((address, at): Address => [['websites', site, 'start', at], address]),
  );
  return [...tools, ...starts.flatMap(noteIn('business.yaml', lineOf))];
}

type Path = readonly (string | number)[];
type Address = readonly [Path, string];

function addressesOf(file: ToolFile): readonly Address[] {
  switch (file.kind) {
    case 'http':
      return [
        [['url'], file.url],
        ...(file.auth.kind === 'oauth-client-credentials'
          ? [[['auth', 'tokenUrl'], file.auth.tokenUrl] as const]
          : []),
      ];
    case 'mcp':
      return file.server.kind === 'http' ? [[['server', 'url'], file.server.url]] : [];
  }
}

function noteIn(file: string, lineOf: (path: Path) => number): (address: Address) => readonly FileProblem[] {
  return ([path, address]) =>
    /^http:/i.test(address)
      ? [
          {
            file,
            line: lineOf(path),
            field: fieldName(path),
            message: 'this goes over http, which the server refuses',
            fix: 'write https, or name the host in AMBIT_TOOL_PRIVATE_HOSTS if it is of your own network',
          },
        ]
      : [];
}
