import type { Me, RegisterShape } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { may, meQuery } from '../api/me.ts'
import { type Outbox, type OutboxNow, outboxOf } from '../api/outbox/outbox.ts'
import { personOf } from '../api/outbox/person.ts'
import { problemOf } from '../api/problem.ts'
import { registersQuery } from '../api/registers.ts'

/** Whether somebody has an outbox: they may enter rows. */
export const hasOutbox = (me: Me): boolean => may(me, 'POST /api/registers/:register/entries')

/** The outbox of whoever is here, and what it holds now. */
export function useOutbox(me: Me): Outbox & { readonly holds: OutboxNow } {
  const outbox = outboxOf(personOf(me))
  const holds = useSyncExternalStore(outbox.subscribe, outbox.now)
  return { ...outbox, holds }
}

const retryMilliseconds = 20_000

/** Empties the outbox of whoever has a seat: now, when the network comes back, when the page is looked at again. */
export function useSendOutbox(seat: Me | null | undefined): void {
  const person = seat && hasOutbox(seat) ? personOf(seat) : null
  useEffect(() => {
    if (person === null) return undefined
    const outbox = outboxOf(person)
    const empty = () => void outbox.empty()
    // Nobody is signed in: asking again would only hear it again, until somebody signs in and has a seat anew.
    const again = () => outbox.now().stopped?.kind !== 'unauthenticated' && empty()
    const looked = () => document.visibilityState === 'visible' && again()
    empty()
    const timer = setInterval(again, retryMilliseconds)
    addEventListener('online', again)
    document.addEventListener('visibilitychange', looked)
    return () => {
      clearInterval(timer)
      removeEventListener('online', again)
      document.removeEventListener('visibilitychange', looked)
    }
  }, [person])
}

const lastPerson = 'guatu.last-person'
const kept = { me: 'me', registers: 'registers' } as const

/**
 * Without a network the page opens as the person who used it last on this device, from what is remembered in their own
 * database: who they are and how their registers look, none of what stands in them. Nothing is sent as them: the server
 * asks for the seat again.
 */
export function useRememberedSeat(): void {
  const queries = useQueryClient()
  const me = useQuery(meQuery)
  const registers = useQuery({ ...registersQuery, enabled: false })
  const isAway =
    me.data === undefined &&
    (me.fetchStatus === 'paused' || (me.isError && problemOf(me.error).code === 'web.unreachable'))
  useEffect(() => {
    const person = localStorage.getItem(lastPerson)
    if (!isAway || person === null) return
    const recall = async () => {
      const outbox = outboxOf(person)
      const who = await outbox.remembered<Me>(kept.me)
      const shapes = await outbox.remembered<{ registers: RegisterShape[] }>(kept.registers)
      // As old as can be: it is asked for again as soon as the server is there.
      if (shapes) queries.setQueryData(registersQuery.queryKey, shapes, { updatedAt: 1 })
      if (who) queries.setQueryData(meQuery.queryKey, who, { updatedAt: 1 })
    }
    void recall()
  }, [isAway, queries])
  const isHeard = me.isSuccess && me.dataUpdatedAt > 1 && hasOutbox(me.data)
  useEffect(() => {
    if (!isHeard || !me.data) return
    const person = personOf(me.data)
    localStorage.setItem(lastPerson, person)
    void outboxOf(person).remember(kept.me, me.data)
    if (registers.data) void outboxOf(person).remember(kept.registers, registers.data)
  }, [isHeard, me.data, registers.data])
}
