import { administrators } from '@guatu/core/office'
import { z } from 'zod'
import { id, instant, problem } from './common.ts'

const personName = z.string().trim().min(1).max(40)

/** The three who keep the system, by name; three different people. */
const threeNames = z.strictObject({ systemAdmin: personName, securityAdmin: personName, auditAdmin: personName })
export type ThreeNames = z.infer<typeof threeNames>

/** An office on trial that begins to work in earnest, or a new one that does so from the start. */
export const newFormalOffice = z.union([
  z.strictObject({ officeId: id, administrators: threeNames }),
  z.strictObject({
    name: z.string().trim().min(2).max(40),
    units: z.array(z.string().trim().min(1).max(40)).max(200).default([]),
    administrators: threeNames,
  }),
])
export type NewFormalOffice = z.infer<typeof newFormalOffice>

/** What an administrator is handed on paper, once: it is kept nowhere. */
const codeSlip = z
  .object({
    side: z.enum(administrators),
    post: z.string(),
    name: z.string(),
    loginName: z.string(),
    code: z.string(),
  })
  .meta({ id: 'CodeSlip' })
export type CodeSlip = z.infer<typeof codeSlip>

/** How the other machines of the office reach this one. */
export const lanState = z
  .object({
    /** Whether the https server listens. */
    open: z.boolean(),
    /** `https://192.168.1.5:8443`, the one to be printed first. */
    addresses: z.array(z.string()),
    /** Addresses of this machine that the certificate does not cover: a browser warns there. */
    uncovered: z.array(z.string()),
    certificate: z
      .object({
        /** `own`: from the authority made on this machine; `office`: brought by the office. */
        from: z.enum(['own', 'office']),
        until: instant,
        /** SHA-256 of what has to be trusted, in groups of four; null where the office brought its own. */
        fingerprint: z.string().nullable(),
      })
      .nullable(),
    /** Why it does not listen though it should. */
    problem: problem.nullable(),
  })
  .meta({ id: 'LanState' })
export type LanState = z.infer<typeof lanState>

export const firstRun = z
  .object({
    /** Whether an office of this machine works in earnest already. */
    formal: z.boolean(),
    /** What these offices are called. They are entered by https, and listed nowhere else on the machine itself. */
    formalNames: z.array(z.string()),
    lan: lanState,
  })
  .meta({ id: 'FirstRun' })
export type FirstRun = z.infer<typeof firstRun>

export const formalOffice = z
  .object({ officeId: id, name: z.string(), slips: z.array(codeSlip), codesUntil: instant, lan: lanState })
  .meta({ id: 'FormalOffice' })
export type FormalOffice = z.infer<typeof formalOffice>
