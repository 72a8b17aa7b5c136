import { confirming } from '../office/index.ts'
import { audited, inOffice, type PolicyRow, reading, writing } from '../platform/policy.ts'

// The three administrators never see the office's work, so that none of them gets a file with all of it: it is asked for
// and fetched by a duty that sees all of it anyway, and the security administrator only says whether it may be.
export const exportPolicy: readonly PolicyRow[] = [
  reading('GET /api/exports', '看全部数据的导出', 'see the exports of all data', [
    inOffice('supervisor', 'securityAdmin'),
  ]),
  // No official act: an office whose log nobody outside sees any more must still be able to leave with its data.
  writing('POST /api/exports', '申请导出全部数据', 'ask for an export of all data', ['supervisor']),
  writing('POST /api/exports/:id/confirm', '确认导出全部数据', 'confirm an export of all data', confirming, 'required'),
  writing(
    'POST /api/exports/:id/end',
    '结束全部数据的导出',
    'end an export of all data',
    ['supervisor', 'securityAdmin'],
    'required',
  ),
  audited(
    reading('GET /api/exports/:id/file', '下载全部数据', 'download all data', [
      { duties: ['supervisor'], relation: 'own' },
    ]),
  ),
]
