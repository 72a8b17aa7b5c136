import { type PolicyRow, reading, writing } from '../platform/policy.ts'

export const factPolicy: readonly PolicyRow[] = [
  reading('GET /api/registers', '看台账目录', 'see the registers'),
  reading('GET /api/registers/:register/entries', '看台账', 'see a register'),
  writing('POST /api/registers/:register/entries', '填报', 'enter a row', ['handler']),
  writing('POST /api/registers/:register/batch', '批量填报', 'enter rows', ['handler']),
  writing('POST /api/registers/:register/verify', '核实', 'verify rows', ['unitHead']),
  writing('POST /api/entries/:id/return', '退回', 'return a row', ['unitHead'], 'required'),
  writing('POST /api/entries/:id/correct', '更正', 'correct a row', ['handler'], 'required'),
  writing('POST /api/entries/:id/withdraw', '撤回', 'withdraw a row', ['handler'], 'required'),
]
