import { edgesOf } from '../flow-node.ts';
import type { LinkedNode } from '../flow.ts';
import { blocking, type FlowCheck, type FlowFinding } from './flow-finding.ts';

/** Whether every way a node can come out leads to a node that is there, and no edge is one for nothing. */
export const checkEdges: FlowCheck = (flow) => {
  const ids = new Set(flow.nodes.map(({ id }) => id));
  const starts = flow.nodes.filter(({ kind }) => kind === 'start');
  const [first, ...more] = starts;
  return [
    ...(first === undefined
      ? [
          blocking(
            'no-start',
            flow.nodes[0]?.id ?? '',
            'the flow has no start',
            'add a node of kind start that leads to its first node',
          ),
        ]
      : []),
    ...more.map(({ id }) =>
      blocking(
        'several-starts',
        id,
        'there is another start already',
        'keep one and give it all the triggers',
      ),
    ),
    ...flow.nodes.flatMap((node) => [
      ...edgesOf(node)
        .filter(([, target]) => !ids.has(target))
        .map(([outcome, target]) =>
          blocking(
            'unknown-node',
            node.id,
            `"${outcome}" leads to "${target}", which is not there`,
            'name a node of this flow',
          ),
        ),
      ...missing(node),
    ]),
  ];
};

function missing(node: LinkedNode): readonly FlowFinding[] {
  switch (node.kind) {
    case 'choice': {
      const silent = node.silence === undefined ? [] : ['silent'];
      const changed = node.change === undefined ? [] : ['changed'];
      const onward = node.onward === undefined ? [] : ['onward'];
      return compared(node, [
        ...node.options.map(({ id }) => id),
        'failed',
        ...silent,
        ...changed,
        ...onward,
      ]);
    }
    case 'split':
      return compared(
        node,
        node.ways.map(({ id }) => id),
      );
    case 'ask': {
      const lacks = (outcome: string, field: string): FlowFinding =>
        blocking(
          'missing-edge',
          node.id,
          `it has a "${field}" but no edge "${outcome}"`,
          `say under "to" what follows "${outcome}"`,
        );
      return [
        ...(node.skip !== undefined && node.to.skipped === undefined ? [lacks('skipped', 'skip')] : []),
        ...(node.silence !== undefined && node.to.silent === undefined ? [lacks('silent', 'silence')] : []),
        ...(node.onward !== undefined && node.to.onward === undefined ? [lacks('onward', 'onward')] : []),
      ];
    }
    case 'pick': {
      const pairs = [
        ['none', node.none, node.to.none],
        ['refine', node.refine, node.to.refined],
        ['onward', node.onward, node.to.onward],
        ['silence', node.silence, node.to.silent],
      ] as const;
      return [
        ...pairs.flatMap(([field, there, target]) => {
          const outcome = field === 'refine' ? 'refined' : field === 'silence' ? 'silent' : field;
          if ((there === undefined) === (target === undefined)) return [];
          return [there === undefined ? noField(node, outcome, field) : noEdge(node, outcome)];
        }),
        ...(node.to.more !== undefined && node.more === undefined ? [noField(node, 'more', 'more')] : []),
      ];
    }
    case 'tool': {
      const outcomes = Object.keys(node.to);
      const answers = outcomes.filter((outcome) => outcome !== 'failed' && outcome !== 'in-doubt');
      return [
        ...(outcomes.includes('failed') ? [] : [noEdge(node, 'failed')]),
        ...(answers.length > 0 ? [] : [noEdge(node, 'answered')]),
      ];
    }
    case 'start':
    case 'message':
    case 'condition':
    case 'set':
    case 'knowledge':
    case 'model':
    case 'detect-language':
    case 'wait':
    case 'jump':
    case 'consent':
    case 'hand-off':
    case 'resolve':
    case 'end':
      return [];
  }
}

function compared(
  node: Extract<LinkedNode, { kind: 'choice' | 'split' }>,
  wanted: readonly string[],
): readonly FlowFinding[] {
  const there = Object.keys(node.to);
  return [
    ...wanted.filter((outcome) => !there.includes(outcome)).map((outcome) => noEdge(node, outcome)),
    ...there
      .filter((outcome) => !wanted.includes(outcome))
      .map((outcome) =>
        blocking(
          'unknown-outcome',
          node.id,
          `it never comes out as "${outcome}"`,
          `use one of: ${wanted.join(', ')}`,
        ),
      ),
  ];
}

function noField(node: LinkedNode, outcome: string, field: string): FlowFinding {
  return blocking(
    'unknown-outcome',
    node.id,
    `it has an edge "${outcome}" but no "${field}"`,
    `write "${field}", or take the edge out`,
  );
}

function noEdge(node: LinkedNode, outcome: string): FlowFinding {
  return blocking(
    'missing-edge',
    node.id,
    `it has no edge "${outcome}"`,
    `say under "to" what follows "${outcome}"`,
  );
}
