import { z } from 'zod'
import { id, instant } from './common.ts'

// A password is taken as it is, whole; how long and how plain it may be is said by the office's rules, not by a shape.
const password = z.string().min(1).max(1000)
const loginName = z.string().min(1).max(100)
const factorCode = z.string().min(1).max(20)

/** For a change that needs no more than its address. */
export const noBody = z.strictObject({})

export const signIn = z.strictObject({ officeId: id, loginName, password })
/** The first password of one's own, with the code that somebody handed over. */
export const firstPassword = z.strictObject({ officeId: id, loginName, code: z.string().min(1).max(40), password })
export const factorStep = z.strictObject({ code: factorCode })
export const passwordStep = z.strictObject({ password })
export const changePassword = z.strictObject({ old: password, password })
/** The password once more, before a second factor is changed; not looked at where somebody has none. */
const passwordAgain = z.string().max(1000)
export const provenAgain = z.strictObject({ password: passwordAgain })
export const endFactor = z.strictObject({ password: passwordAgain, code: factorCode })
export const switchPost = z.strictObject({ postId: id })

/** The step that a sign-in asks for next; null when one is in. */
export const signInStep = z
  .object({ next: z.enum(['secondFactor', 'enrolment', 'password']).nullable() })
  .meta({ id: 'SignInStep' })
export type SignInStep = z.infer<typeof signInStep>

/** What goes into the app on the phone, once: as an address for a picture, and to be typed. */
export const enrolment = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'Enrolment' })
export type Enrolment = z.infer<typeof enrolment>

/** The same for somebody who is signed in, this once: a repeated request gets nulls in its place. */
export const ownEnrolment = z
  .object({ uri: z.string().nullable(), secret: z.string().nullable() })
  .meta({ id: 'OwnEnrolment' })
export type OwnEnrolment = z.infer<typeof ownEnrolment>

export const mySession = z.object({
  id,
  post: z.string(),
  since: instant,
  lastSeenAt: instant,
  /** Browser and system in two words, empty where they are not known. */
  device: z.string(),
  current: z.boolean(),
})
export const mySessions = z
  .object({
    loginName: z.string(),
    sessions: z.array(mySession),
    /** False for somebody who comes by the unit's login alone. */
    hasPassword: z.boolean(),
    /** Whether one is in force, and whether one of the person's posts asks for it. */
    secondFactor: z.object({ on: z.boolean(), asked: z.boolean() }),
  })
  .meta({ id: 'MySessions' })
export type MySessions = z.infer<typeof mySessions>

/** A code as it is handed over, this once: a repeated request gets null in its place. */
export const issuedCode = z
  .object({ name: z.string(), loginName: z.string(), code: z.string().nullable(), validDays: z.int() })
  .meta({ id: 'IssuedCode' })
export type IssuedCode = z.infer<typeof issuedCode>
