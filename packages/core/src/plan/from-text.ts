import type { ReportText } from '../text/index.ts'
import { readOutlined } from './outlined.ts'
import type { PlanReading } from './plan.ts'

/**
 * ② Reads a report as a plan: areas, tasks with short titles, targets, milestones, owners, deadlines, and what the
 * reader noticed. A proposal, the same for the same words every time; nothing is thrown away and nothing guessed.
 */
export const planFromText = (report: ReportText): PlanReading => readOutlined(report).reading
