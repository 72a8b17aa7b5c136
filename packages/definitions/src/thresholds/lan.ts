import { day, decimal, threshold } from '@guatu/core/shared'

const from = day('2000-01-01')

/** 局域网 https：本机的根和证书多久有效、何时更换，多久查看一次地址。 */
export const lanRules = {
  authorityDays: threshold({
    id: 'lan.authority_days',
    label: { zh: '本机根证书的有效天数', en: 'Days of the authority made on this machine' },
    unit: 'day',
    values: [{ from, value: decimal(3652), source: '十年：各台电脑要逐台手工信任，不宜常换 [P]；到期前重新信任一次' }],
  }),
  certificateDays: threshold({
    id: 'lan.certificate_days',
    label: { zh: '服务器证书的有效天数', en: 'Days of a server certificate' },
    unit: 'day',
    values: [
      {
        from,
        value: decimal(397),
        source: 'CA/Browser Forum《Baseline Requirements》6.3.2：不超过398天，浏览器不认更长的；连开始前一天在内',
      },
    ],
  }),
  renewBeforeDays: threshold({
    id: 'lan.renew_before_days',
    label: { zh: '到期前几天换新证书', en: 'Days before its end that a certificate is made anew' },
    unit: 'day',
    values: [{ from, value: decimal(30), source: '一个月，放长假停机也来得及换 [P]；本单位可以改' }],
  }),
  lookAgainSeconds: threshold({
    id: 'lan.look_again_seconds',
    label: { zh: '每隔几秒查看本机地址和证书文件', en: 'Seconds between two looks at addresses and files' },
    unit: 'second',
    values: [{ from, value: decimal(15), source: '换了网线或证书，走到别的电脑前已经生效 [P]；本单位可以改' }],
  }),
}
