import { z } from 'zod';

/** Goal and targets as the coach sets them; what is left out stays as it is. */
export const GoalPatch = z.object({
  preset: z.enum(['strength', 'hypertrophy', 'light', 'power', 'custom']).optional(),
  reps: z.number().int().min(1).max(200).nullable().optional(),
  velocity_loss_pct: z.number().min(1).max(90).nullable().optional(),
  velocity_mps: z.number().min(0.05).max(5).nullable().optional(),
  power_w: z.number().min(1).max(10_000).nullable().optional(),
  hold_s: z.number().min(0.1).max(60).nullable().optional(),
  eccentric_s: z.number().min(0.1).max(20).nullable().optional(),
  constant_tension: z.boolean().optional(),
});
export type GoalPatch = z.infer<typeof GoalPatch>;
