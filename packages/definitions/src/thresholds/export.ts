import { day, decimal, threshold } from '@guatu/core/shared'

/** 导出本单位全部数据：做好的文件几天内可以下载。 */
export const exportRules = {
  downloadDays: threshold({
    id: 'export.download_days',
    label: { zh: '全部数据导出文件可以下载的天数', en: 'Days for which an export of all data can be downloaded' },
    unit: 'day',
    values: [
      {
        from: day('2000-01-01'),
        value: decimal(7),
        source: '一周，隔一个周末也来得及；全部数据不宜久留在服务器上，过期再申请；产品默认，本单位可以改',
      },
    ],
  }),
}
