import { inOffice, open, type PolicyRow, reading, writing } from '../../platform/policy.ts'

export const oidcPolicy: readonly PolicyRow[] = [
  open('GET /api/oidc', '看可用的统一身份认证', 'see which offices sign in by their own login'),
  open('POST /api/oidc/start', '去统一身份认证', 'go to the unit’s login'),
  open('POST /api/oidc/finish', '从统一身份认证回来', 'come back from the unit’s login'),
  reading('GET /api/oidc/providers', '看统一身份认证设置', 'see the settings of the unit’s login', [
    inOffice('systemAdmin', 'securityAdmin'),
  ]),
  writing('POST /api/oidc/providers', '提出统一身份认证设置', 'propose settings of the unit’s login', ['systemAdmin']),
  writing(
    'POST /api/oidc/providers/:id/confirm',
    '确认统一身份认证设置',
    'confirm settings of the unit’s login',
    ['securityAdmin'],
    'required',
  ),
  // Stopping is never made against something seen: it has to work at once, whatever others did meanwhile.
  writing('POST /api/oidc/providers/:id/end', '停用统一身份认证', 'stop the unit’s login', [
    'systemAdmin',
    'securityAdmin',
  ]),
  reading('GET /api/oidc/links', '看统一身份认证关联', 'see links to the unit’s login', [inOffice('securityAdmin')]),
  writing('POST /api/oidc/links', '代为关联统一身份认证', 'link an account for somebody', ['securityAdmin']),
  writing('POST /api/oidc/links/:id/end', '解除关联', 'end a link', ['securityAdmin']),
]
