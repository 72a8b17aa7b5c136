import type { Me } from '@guatu/contract'
import type { Choice } from '../Select.tsx'
import type { ColumnGround } from './ColumnField.tsx'

/** What the columns of a register choose from, out of who somebody is. */
export const groundOf = (me: Me, targets: readonly Choice[], quantityUnit = ''): ColumnGround => ({
  units: me.units.map(({ name }) => name),
  communities: me.units.filter(({ kind }) => kind === 'community').map(({ name }) => name),
  targets,
  today: me.office.today,
  quantityUnit,
})
