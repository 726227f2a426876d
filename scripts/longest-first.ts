import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Their files are short and what they play takes minutes: begun last, they would leave a worker idle. */
const longest = /\/tests\/(scenarios|chaos)\//;

/** Test files whose length says nothing of how long they take go first, the others as ever. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => Number(longest.test(b.moduleId)) - Number(longest.test(a.moduleId)));
  }
}
