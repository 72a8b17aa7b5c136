import { inOffice, onlyOn, open, type PolicyRow, reading } from '../platform/policy.ts'

export const firstRunPolicy: readonly PolicyRow[] = [
  onlyOn('loopback', open('GET /api/first-run', '看启用情况', 'see how far the first run is')),
  // Nobody is there yet to ask; whoever sits at the machine and holds its data decides.
  onlyOn('loopback', open('POST /api/formal-offices', '正式启用', 'begin to work in earnest')),
  reading('GET /api/lan', '看启用说明', 'see how other machines get in', [inOffice('systemAdmin')]),
]
