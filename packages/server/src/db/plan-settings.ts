/**
 * How PostgreSQL plans our statements, given to every connection. Each statement is planned once a
 * connection, perhaps when its tables are still empty, and the plan is kept: left to itself, the
 * planner then reads whole tables that have grown meanwhile. All our hot statements find a few rows
 * by key, so that is what they are held to.
 */
export const planSettings = [
  'plan_cache_mode=force_generic_plan',
  'enable_seqscan=off',
  'enable_hashjoin=off',
  'enable_mergejoin=off',
  'enable_material=off',
  'jit=off',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');
