import type {} from './x.ts';
