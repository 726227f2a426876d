import { declaredTools } from '@ambit/core/tool/declared-tool';
import type { ToolTest, TrialCall, TriedTool } from '../ports/tool-trials.ts';
import { connectTools, type ToolSurroundings } from './connect-tools.ts';

/**
 * Makes one real call of a tool that need not be published, as if `asker` had asked. `files`: it and the tools it
 * requires. What changes something does so. Throws when none of them declares the tool.
 */
export async function testTool(
  { files, name, defaultCountry }: TriedTool,
  call: TrialCall,
  around: ToolSurroundings,
): Promise<ToolTest> {
  const connected = connectTools({ tools: files, defaultCountry }, around);
  const tool = connected.byName.get(name);
  if (tool === undefined) {
    const known = files.flatMap((file) => declaredTools(file).map((each) => each.name));
    throw new Error(`There is no tool "${name}"; there are: ${known.join(', ')}`);
  }
  const startedAt = around.monotonicMs();
  try {
    const { outcome, trace } = await tool.run(call.input, call.callKey, call.signal, call.asker);
    return { outcome, trace, ms: Math.round(around.monotonicMs() - startedAt) };
  } finally {
    await connected.close();
  }
}
