import { inOffice, type PolicyRow, reading, writing } from '../../platform/policy.ts'
import { rowsSeen } from '../policy.ts'

export const changeRoute = 'POST /api/registers/:register/columns/:column/change'
export const confirmRoute = 'POST /api/registers/:register/columns/:column/confirm'
export const seeRoute = 'GET /api/registers/:register/columns'

/** Whoever keeps the ledgers says what stands in them; what others have to fill in, a second person confirms. */
export const ownPolicy: readonly PolicyRow[] = [
  reading(seeRoute, '看自设列', 'see the columns that the office has added', [
    inOffice(...rowsSeen.flatMap(({ duties }) => duties)),
  ]),
  writing('POST /api/registers/:register/columns', '自设列', 'add a column', ['handler', 'unitHead', 'supervisor']),
  writing(changeRoute, '改自设列', 'change a column of the office', ['handler', 'unitHead', 'supervisor'], 'required'),
  writing(confirmRoute, '确认自设列', 'confirm a column of the office', ['unitHead', 'supervisor'], 'required'),
]
