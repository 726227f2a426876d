import { z } from 'zod';

/** One thing that was looked at. `fix`: what to do, unless all is well. */
export const Check = z.object({
  name: z.string(),
  verdict: z.enum(['ok', 'warning', 'problem']),
  says: z.string(),
  fix: z.string().optional(),
});
export type Check = z.infer<typeof Check>;

/** GET /api/doctor: what the server found when it looked at itself just now. */
export const DoctorReport = z.object({ checks: z.array(Check) });
export type DoctorReport = z.infer<typeof DoctorReport>;
