import { createTwoFilesPatch } from 'diff';
import { kindOfBusinessFile } from '@ambit/core/business/business-path';
import type { Files } from './folder-files.ts';

/** A file that is not the same on both sides. */
export type FileChange = {
  readonly path: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array | undefined;
};

/** What makes `after` of `before`, by path. */
export function compareFiles(before: Files, after: Files): readonly FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path): readonly FileChange[] => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was === undefined) return [{ path, kind: 'added', before: was, after: is }];
    if (is === undefined) return [{ path, kind: 'removed', before: was, after: is }];
    return Buffer.compare(was, is) === 0 ? [] : [{ path, kind: 'changed', before: was, after: is }];
  });
}

/** "2 changed, 1 added": how much that is. */
export function countChanges(changes: readonly FileChange[]): string {
  return (['changed', 'added', 'removed'] as const)
    .map((kind) => ({ kind, size: changes.filter((change) => change.kind === kind).length }))
    .filter(({ size }) => size > 0)
    .map(({ kind, size }) => `${size} ${kind}`)
    .join(', ');
}

/** A change line by line, as patches are written; of a document only that it differs. */
export function describeChange({ path, kind, before, after }: FileChange, versionName: string): string {
  if (kindOfBusinessFile(path) === 'document')
    return `${path} (${kind}): ${before?.length ?? 0} → ${after?.length ?? 0} bytes`;
  const patch = createTwoFilesPatch(
    before === undefined ? '/dev/null' : path,
    after === undefined ? '/dev/null' : path,
    textOf(before),
    textOf(after),
    before === undefined ? '' : versionName,
    after === undefined ? '' : 'folder',
  );
  return patch.replace(/^=+\n/, '').trimEnd();
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined ? '' : new TextDecoder().decode(bytes);
}
