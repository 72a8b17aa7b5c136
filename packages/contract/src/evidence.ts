import { z } from 'zod'
import { id, instant, problem } from './common.ts'

/** A paper, picture or film that stands behind a row. */
export const evidence = z
  .object({ id, name: z.string(), bytes: z.int(), mediaType: z.string(), addedBy: z.string(), addedAt: instant })
  .meta({ id: 'Evidence' })
export type Evidence = z.infer<typeof evidence>

/** What became of each file that was brought, in the order they came; one refused stops no other. */
export const evidenceBrought = z.object({
  files: z.array(z.object({ name: z.string(), evidence: evidence.nullable(), problem: problem.nullable() })),
})
export type EvidenceBrought = z.infer<typeof evidenceBrought>

export const attachEvidence = z.object({ ids: z.array(id).min(1).max(50) })
export const evidenceList = z.object({ evidence: z.array(evidence) })
export type EvidenceList = z.infer<typeof evidenceList>
