import * as contract from '@guatu/contract'
import { accept, reject } from '@guatu/core/shared'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { officersOf } from '../../office/index.ts'
import type { Tx } from '../../platform/db.ts'
import { doorsOf, type Ground, versionConflict } from '../../platform/http.ts'
import { newId } from '../../platform/ids.ts'
import { platformProblems } from '../../platform/problems.ts'
import { sealText } from '../../platform/sealed-text.ts'
import { oidcProblems } from './problems.ts'
import { isAskable } from './provider.ts'
import { returnPath } from './rules.ts'
import { secretPlace } from './secrets.ts'
import {
  addLink,
  addProvider,
  confirmProvider,
  endLink,
  endProvider,
  holdProviders,
  type KeptProvider,
  linksOf,
  providerInForce,
  providerOf,
  providersOf,
  versionOf,
} from './store.ts'

const done = z.object({ ok: z.literal(true) })
const ok = { ok: true } as const
const made = z.object({ id: contract.id })
const byId = z.object({ id: contract.id })
const nothing = z.strictObject({})
const notFound = (what: string) => reject(platformProblems('request.not_found', { what }))

const namesOf = async (tx: Tx, officeId: string): Promise<(id: string) => string> => {
  const names = new Map((await officersOf(tx, officeId)).map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? ''
}

const stateOf = ({ confirmedBy, endedBy }: KeptProvider): contract.OidcProvider['state'] =>
  endedBy !== null ? 'ended' : confirmedBy !== null ? 'inForce' : 'proposed'

const present = (provider: KeptProvider, nameOf: (id: string) => string): contract.OidcProvider => ({
  id: provider.id,
  version: versionOf(provider),
  state: stateOf(provider),
  label: provider.label,
  issuer: provider.issuer,
  clientId: provider.clientId,
  origin: provider.origin,
  redirectUri: provider.origin + returnPath,
  secondFactorValues: [...provider.secondFactorValues],
  proposedBy: nameOf(provider.proposedBy),
  proposedAt: provider.proposedAt,
  confirmedBy: provider.confirmedBy === null ? null : nameOf(provider.confirmedBy),
  endedBy: provider.endedBy === null ? null : nameOf(provider.endedBy),
})

/** The settings of the unit's login, and who is whom there. */
export function keeperRoutes(app: FastifyInstance, ground: Ground): void {
  settingsRoutes(app, ground)
  linkRoutes(app, ground)
}

function settingsRoutes(app: FastifyInstance, ground: Ground): void {
  const { read, write } = doorsOf(app, ground)

  read('GET /api/oidc/providers', { reply: contract.oidcProviders }, async ({ office }, tx) => {
    const nameOf = await namesOf(tx, office.id)
    return accept({ providers: (await providersOf(tx, office.id)).map((one) => present(one, nameOf)) })
  })

  write(
    'POST /api/oidc/providers',
    { body: contract.newOidcProvider, reply: made, status: 201 },
    async ({ office, seat, body, now }, tx) => {
      const { secret, ...settings } = body
      if (!isAskable(settings.issuer)) return reject(oidcProblems('oidc.issuer_unsafe', {}))
      const id = newId()
      const sealedSecret = sealText(ground.keys.of('oidc', office.id), secretPlace(office.id, id), secret)
      const provider = { id, ...settings, sealedSecret, proposedBy: seat.officerId, proposedAt: now }
      await addProvider(tx, office.id, provider)
      return accept({ id })
    },
  )

  write('POST /api/oidc/providers/:id/confirm', { params: byId, body: nothing, reply: done }, async (ask, tx) => {
    const { office, seat, params, version, now } = ask
    await holdProviders(tx, office.id)
    const provider = await providerOf(tx, office.id, params.id)
    if (!provider) return notFound('这份设置')
    if (versionOf(provider) !== version) return versionConflict(version, versionOf(provider))
    if (stateOf(provider) !== 'proposed') return reject(oidcProblems('oidc.provider_ended', {}))
    await confirmProvider(tx, office.id, provider.id, seat.officerId, now)
    return accept(ok)
  })

  write('POST /api/oidc/providers/:id/end', { params: byId, body: nothing, reply: done }, async (ask, tx) => {
    const { office, seat, params, now } = ask
    await holdProviders(tx, office.id)
    if (!(await providerOf(tx, office.id, params.id))) return notFound('这份设置')
    await endProvider(tx, office.id, params.id, seat.officerId, now)
    return accept(ok)
  })
}

function linkRoutes(app: FastifyInstance, ground: Ground): void {
  const { read, write } = doorsOf(app, ground)

  read('GET /api/oidc/links', { reply: contract.oidcLinks }, async ({ office }, tx) => {
    const nameOf = await namesOf(tx, office.id)
    const links = await linksOf(tx, office.id)
    return accept({
      links: links.map((link) => ({ ...link, name: nameOf(link.officerId), madeBy: nameOf(link.madeBy) })),
    })
  })

  write('POST /api/oidc/links', { body: contract.newOidcLink, reply: done, status: 201 }, async (ask, tx) => {
    const { office, seat, body, now } = ask
    const provider = await providerInForce(tx, office.id)
    if (!provider) return reject(oidcProblems('oidc.not_offered', {}))
    const somebody = (await officersOf(tx, office.id)).some(({ id }) => id === body.officerId)
    if (!somebody) return notFound('这位同志')
    const link = { issuer: provider.issuer, ...body, madeBy: seat.officerId }
    return (await addLink(tx, office.id, link, now)) ? accept(ok) : reject(oidcProblems('oidc.link_taken', {}))
  })

  write('POST /api/oidc/links/:id/end', { params: byId, body: nothing, reply: done }, async (ask, tx) => {
    const ended = await endLink(tx, ask.office.id, ask.params.id, ask.seat.officerId, ask.now)
    return ended ? accept(ok) : notFound('这个关联')
  })
}
