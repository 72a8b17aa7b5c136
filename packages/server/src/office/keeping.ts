import type { Ask } from '../platform/http.ts'
import type { Keeper } from './hold.ts'

type Asked = Pick<Ask, 'office' | 'seat' | 'now' | 'permit'>

export const keeperOf = ({ office, seat, now }: Asked): Keeper => ({
  officeId: office.id,
  officerId: seat.officerId,
  kind: office.kind,
  now,
})

/** Whether the kind of office lets this duty appoint people. */
export const permitted = (ask: Asked) => ask.permit({ unitId: null, enteredBy: null, state: ask.office.kind })
