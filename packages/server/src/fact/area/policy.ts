import { workDuties } from '@guatu/core/office'
import { inOffice, type PolicyRow, reading, writing } from '../../platform/policy.ts'

/** The boundary is of the master data, like the units: the supervision clerk keeps it, or the system administrator. */
export const areaPolicy: readonly PolicyRow[] = [
  reading('GET /api/area', '看辖区范围', 'see the boundary of the office', [inOffice(...workDuties, 'systemAdmin')]),
  writing('POST /api/area', '画辖区范围', 'draw the boundary of the office', ['supervisor', 'systemAdmin'], 'required'),
  reading('GET /api/area/communities', '看社区边界', 'see the boundaries of the communities', [
    inOffice(...workDuties, 'systemAdmin'),
  ]),
  writing(
    'POST /api/area/communities',
    '画社区边界',
    'draw the boundaries of the communities',
    ['supervisor', 'systemAdmin'],
    'required',
  ),
]
