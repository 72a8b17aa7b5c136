// Writes task-table-2023.xlsx: `node examples/make-task-table.mjs`. The office's own 任务分解表: a merged head of two
// rows, areas and leaders merged down, a date cell among the deadlines. It gives seven tasks of the report their units,
// and brings tasks 63 to 70, whose page the report has lost.
import { fileURLToPath } from 'node:url'
import Excel from '@protobi/exceljs'

const head = ['工作方面', '序号', '工作任务', '年度目标', '责任分工', '', '', '完成时限']
const subhead = ['', '', '', '', '分管领导', '牵头单位', '配合单位', '']
const on = (text) => new Date(`${text}T00:00:00Z`)

const business = '强会展优配套'
const industry = '兴产业稳增长'
const people = '办实事惠民生'
const party = '抓党建强队伍'
const rows = [
  [business, 1, '做强会展龙头', '引进国际知名办展机构2家以上', '许知远', '经济服务办', '会展服务中心', '11月底前'],
  [business, 2, '当好会展东道主', '展会60场，展览面积超过500万平方米', '许知远', '会展服务中心', '各社区', '12月底'],
  [industry, 17, '稳住工业大盘', '工业总产值突破1550亿元，增速10%以上', '许知远', '经济服务办', '统计所', '全年'],
  [industry, 20, '梯度培育企业', '新增规上企业45家、“小巨人”5家', '许知远', '经济服务办', '税务所', '12月底'],
  [people, 39, '保障住有所居', '建设筹集保障性租赁住房1000套', '陆青川', '住房建设办', '各社区', on('2023-10-31')],
  [
    people,
    42,
    '关爱妇女儿童',
    '家庭教育活动不少于15场，心理健康活动不少于180场',
    '陆青川',
    '妇联',
    '各社区',
    '11月底前',
  ],
  [people, 45, '丰富文体生活', '文体活动不少于800场', '陆青川', '文体中心', '各社区', '12月底'],
  [party, 63, '建强党务工作者队伍', '举办党务培训12期，培训480人次', '沈若兰', '组织办', '各社区', '11月底前'],
  [party, 64, '规范发展党员工作', '发展党员36名', '沈若兰', '组织办', '各党支部', '12月底'],
  [
    party,
    65,
    '扩大两新组织党建覆盖',
    '新建两新党组织15个，党组织覆盖率达到85%以上',
    '沈若兰',
    '组织办',
    '经济服务办',
    '三季度',
  ],
  [party, 66, '提升党群服务阵地', '改造党群服务中心4个', '沈若兰', '组织办', '住房建设办', on('2023-09-30')],
  [party, 67, '抓实干部教育培养', '选派年轻干部到一线锻炼20名', '沈若兰', '组织办', '各科室', '10月底前'],
  [party, 68, '深化作风建设', '开展专项督查6次，问题整改率100%', '顾南舟', '纪检监察办', '督查室', '持续推进'],
  [
    party,
    69,
    '推进清廉青禾建设',
    '打造清廉示范点5个，开展廉政教育不少于10场',
    '顾南舟',
    '纪检监察办',
    '宣传办',
    '12月底',
  ],
  [party, 70, '做优宣传思想工作', '开展理论宣讲不少于120场', '顾南舟', '宣传办', '各社区', '全年'],
]

const book = new Excel.Workbook()
book.creator = '青禾街道（示例）'
book.created = on('2023-02-20')
const sheet = book.addWorksheet('任务分解表')
sheet.addRow(['青禾街道2023年重点工作任务分解表（示例）'])
sheet.addRow(head)
sheet.addRow(subhead)
for (const row of rows) sheet.addRow(row)

const firstRow = 4
/** Merges each run of equal values in a column, as a clerk does. */
function mergeRuns(column) {
  for (let start = 0; start < rows.length; ) {
    let end = start
    while (rows[end + 1]?.[column - 1] === rows[start][column - 1]) end += 1
    if (end > start) sheet.mergeCells(firstRow + start, column, firstRow + end, column)
    start = end + 1
  }
}
sheet.mergeCells('A1:H1')
sheet.mergeCells('E2:G2')
for (const column of ['A', 'B', 'C', 'D', 'H']) sheet.mergeCells(`${column}2:${column}3`)
mergeRuns(1)
mergeRuns(5)

const widths = [16, 7, 26, 46, 12, 16, 16, 14]
widths.forEach((width, index) => {
  sheet.getColumn(index + 1).width = width
})
sheet.eachRow((row, number) => {
  row.font = { name: '仿宋', size: number === 1 ? 18 : 12, bold: number <= 3 }
  row.alignment = { vertical: 'middle', horizontal: number <= 3 ? 'center' : 'left', wrapText: true }
  row.getCell(8).numFmt = 'yyyy"年"m"月"d"日"'
})
await book.xlsx.writeFile(fileURLToPath(new URL('task-table-2023.xlsx', import.meta.url)))
