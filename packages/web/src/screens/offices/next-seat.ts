import type { Me } from '@guatu/contract'
import type { OfficeRow } from '../../api/offices.ts'

type Here = { readonly office: Pick<OfficeRow, 'id'>; readonly officer: Pick<Me['officer'], 'id'> }

/** Where to sit after the sample went: where one sat before, else in the first office left; null where none is. */
export function nextSeat(
  before: Here | null | undefined,
  left: readonly Pick<OfficeRow, 'id'>[],
): { officeId: string; officerId?: string } | null {
  if (before && left.some(({ id }) => id === before.office.id))
    return { officeId: before.office.id, officerId: before.officer.id }
  return left[0] ? { officeId: left[0].id } : null
}
