import { audited, type Duty, type Grant, inOffice, type PolicyRow, reading, writing } from '../../platform/policy.ts'
import { rowsSeen } from '../policy.ts'

const community: readonly Duty[] = ['communitySecretary', 'communityStaff']

// Whoever enters rows brings them in as a sheet too; row by row the register says whose they may be.
const bringing: readonly Grant[] = [inOffice('handler'), { duties: [...community], relation: 'own' }]

export const importPolicy: readonly PolicyRow[] = [
  reading('GET /api/imports', '看表格导入', 'see the imports of sheets', bringing),
  reading('GET /api/imports/:id', '看一次表格导入', 'see an import of a sheet', bringing),
  reading('GET /api/imports/:id/result', '下载导入结果', 'download the result of an import', bringing),
  audited(reading('GET /api/registers/:register/sheet', '导出台账表格', 'export a register as a sheet', rowsSeen)),
  audited(reading('GET /api/registers/:register/geojson', '导出台账地图', 'export a register as a map', rowsSeen)),
  writing('POST /api/imports', '上传表格', 'bring in a sheet', ['handler', ...community]),
  writing('POST /api/imports/:id/mapping', '对应表格的列', 'map the columns of a sheet', bringing, 'required'),
  writing('POST /api/imports/:id/accept', '导入表格', 'accept a sheet', bringing, 'required'),
  writing('POST /api/imports/:id/withdraw', '撤回整次导入', 'withdraw a whole import', bringing, 'required'),
]
