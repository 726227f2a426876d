import type { Hono } from 'hono';
import type { DoctorReport } from '@ambit/sdk/doctor';
import type { Doctor } from '../../ports/doctor.ts';

/** What this node finds when it looks at itself. */
export function addDoctorRoute(app: Hono, doctor: Doctor): void {
  app.get('/api/doctor', async (c) =>
    c.json({ checks: [...(await doctor.examine())] } satisfies DoctorReport),
  );
}
