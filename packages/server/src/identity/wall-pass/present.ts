import type * as contract from '@guatu/contract'
import type { Day, Instant } from '@guatu/core/shared'
import type { KeptPass } from './store.ts'

function stateOf(pass: KeptPass, today: Day, now: Instant): contract.WallPass['state'] {
  if (pass.revokedAt !== null) return 'revoked'
  if (pass.untilDay !== null && pass.untilDay < today) return 'expired'
  if (pass.boundAt !== null) return 'bound'
  return pass.bindBy > now ? 'waiting' : 'missed'
}

/** The passes as their keepers see them: everything but what opens one. */
export const presentPasses = (
  passes: readonly KeptPass[],
  nameOf: (officerId: string) => string,
  { today, now }: { readonly today: Day; readonly now: Instant },
): contract.WallPasses => ({
  passes: passes.map((pass) => ({
    id: pass.id,
    screen: pass.screen,
    state: stateOf(pass, today, now),
    issuedBy: nameOf(pass.issuedBy),
    issuedAt: pass.issuedAt,
    bindBy: pass.bindBy,
    until: pass.untilDay,
    boundAt: pass.boundAt,
    lastSeenAt: pass.lastSeenAt,
    revokedBy: pass.revokedBy === null ? null : nameOf(pass.revokedBy),
    revokedAt: pass.revokedAt,
  })),
})
