import { workDuties } from '@guatu/core/office'
import { bySystem, inOffice, type PolicyRow, reading, writing } from '../../platform/policy.ts'

// Three different people stand between a system and the wall: one declares it, one gives it a key, and the head of the
// unit verifies what it reports. The first two see which series there are and how far they have come, never a figure.
export const sourceSystemPolicy: readonly PolicyRow[] = [
  reading('GET /api/source-systems', '看数据来源', 'see where readings come from', [
    inOffice(...workDuties, 'systemAdmin', 'securityAdmin'),
  ]),
  writing('POST /api/source-systems', '登记来源系统', 'declare a source system', ['systemAdmin']),
  writing('POST /api/source-systems/:id/series', '登记数据系列', 'declare a series', ['systemAdmin']),
  writing('POST /api/source-series/:id/end', '停用数据系列', 'end a series', ['systemAdmin']),
  writing('POST /api/source-systems/:id/keys', '发来源系统密钥', 'give a source system a key', ['securityAdmin']),
  writing('POST /api/source-keys/:id/revoke', '停用来源系统密钥', 'revoke the key of a source system', [
    'securityAdmin',
    'systemAdmin',
  ]),
  bySystem('POST /api/readings', '报送读数', 'report readings'),
]
