import { z } from 'zod'
import { id, instant } from './common.ts'

/** The offices that people sign in to by the unit's own login, with the words on the button. */
export const oidcOffered = z.object({ offered: z.array(z.object({ officeId: id, label: z.string() })) })
export type OidcOffered = z.infer<typeof oidcOffered>

export const oidcStart = z.object({ officeId: id })

/** Where the browser goes. */
export const oidcWay = z.object({ location: z.url() })
export type OidcWay = z.infer<typeof oidcWay>

/** What the provider sent back, the query of the address as it stands there. */
export const oidcFinish = z.object({ answer: z.string().max(8000) })

const line = z
  .string()
  .trim()
  .min(1, '不能空着\nit may not be empty')
  .max(300, '太长\nit is too long')
  .regex(/^\P{Cc}*$/u, '有不能用的字符\nit has characters that cannot be used')

/** Settings that one administrator proposes and another confirms. */
export const newOidcProvider = z
  .object({
    label: line.max(20, '最多20个字\n20 characters at most'),
    issuer: line,
    clientId: line,
    secret: line,
    /** Where people open Guatu, `https://10.1.2.3:8443`; the provider sends them back there. */
    origin: z.url({ protocol: /^https?$/ }).refine((url) => new URL(url).origin === url, {
      message: '只写协议、主机和端口，例如 https://10.1.2.3:8443\nonly scheme, host and port, as https://10.1.2.3:8443',
    }),
    /** Values of amr or acr that count as a second factor here. */
    secondFactorValues: z.array(line).max(10),
  })
  .meta({ id: 'NewOidcProvider' })
export type NewOidcProvider = z.infer<typeof newOidcProvider>

export const oidcProvider = z
  .object({
    id,
    version: z.int(),
    state: z.enum(['proposed', 'inForce', 'ended']),
    label: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    origin: z.string(),
    /** What has to be registered with the provider, letter by letter. */
    redirectUri: z.string(),
    secondFactorValues: z.array(z.string()),
    proposedBy: z.string(),
    proposedAt: instant,
    confirmedBy: z.string().nullable(),
    endedBy: z.string().nullable(),
  })
  .meta({ id: 'OidcProvider' })
export type OidcProvider = z.infer<typeof oidcProvider>

export const oidcProviders = z.object({ providers: z.array(oidcProvider) })
export type OidcProviders = z.infer<typeof oidcProviders>

export const newOidcLink = z.object({ officerId: id, subject: line.max(255) })
export type NewOidcLink = z.infer<typeof newOidcLink>

export const oidcLink = z
  .object({
    id,
    officerId: id,
    name: z.string(),
    issuer: z.string(),
    subject: z.string(),
    madeBy: z.string(),
    madeAt: instant,
  })
  .meta({ id: 'OidcLink' })

export const oidcLinks = z.object({ links: z.array(oidcLink) })
export type OidcLinks = z.infer<typeof oidcLinks>
