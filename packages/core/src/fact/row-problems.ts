import { catalogue } from '../shared/index.ts'
import type { Coordinates } from './columns/value.ts'

interface OfColumn {
  readonly column: string
}
/** Where the place probably lies, and the same as a cell holds it. */
interface Offered {
  readonly offered: Coordinates
  readonly offeredText: string
}
interface Written extends OfColumn {
  readonly text: string
}

/** What may be wrong with one cell, or with cells beside one another. */
export const rowProblems = catalogue({
  'fact.column_retired': {
    kind: 'invalid',
    says: (f: { column: string }) => ({
      zh: `「${f.column}」已经停用，不再填写。`,
      en: `“${f.column}” is retired and takes no more values.`,
    }),
    next: { zh: '请把这一栏留空，旧行里的内容仍然保留。', en: 'Leave it empty; what earlier rows hold stays.' },
  },
  'fact.value_misshapen': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」里的内容不是这一栏该有的样子。`,
      en: `“${f.column}” holds something of another kind.`,
    }),
    next: { zh: '请按这一栏的样例重新填写。', en: 'Fill it in as the column shows.' },
  },
  'fact.needed_here': {
    kind: 'invalid',
    says: (f: OfColumn & { when: string; whenEn: string }) => ({
      zh: `${f.when}时，「${f.column}」必须填。`,
      en: `Where ${f.whenEn}, “${f.column}” has to be filled in.`,
    }),
    next: { zh: '请补填后再提交，其他内容已保留。', en: 'Fill it in and submit again; everything else is kept.' },
  },
  'fact.not_asked_here': {
    kind: 'invalid',
    says: (f: OfColumn & { when: string; whenEn: string }) => ({
      zh: `「${f.column}」只在${f.when}时填。`,
      en: `“${f.column}” is only for where ${f.whenEn}.`,
    }),
    next: { zh: '请清空这一格，或改前面的选项。', en: 'Empty the cell, or change the choice it depends on.' },
  },
  'fact.personal_number': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」里像是有身份证号、手机号或银行卡号，台账不存个人信息。`,
      en: `“${f.column}” seems to hold an identity number, a mobile number or a bank card; registers keep no personal data.`,
    }),
    next: { zh: '请删去号码，写岗位或单位电话。', en: 'Remove the number; name a post or an office line.' },
  },
  'fact.text_form': {
    kind: 'invalid',
    says: (f: Written & { form: string }) => ({
      zh: `「${f.column}」里的「${f.text}」不合编码格式（${f.form}，9 为数字，A 为大写字母）。`,
      en: `“${f.text}” in “${f.column}” does not look like ${f.form} (9 for a digit, A for a capital letter).`,
    }),
    next: { zh: '请照原件重新填写。', en: 'Copy it from the paper.' },
  },
  'fact.month_unreadable': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个月份。`,
      en: `“${f.text}” in “${f.column}” is not a month.`,
    }),
    next: { zh: '请写成 2023-06。', en: 'Write it as 2023-06.' },
  },
  'fact.moment_unreadable': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个时刻。`,
      en: `“${f.text}” in “${f.column}” is not a time.`,
    }),
    next: { zh: '请写明日期和几点几分，例如 2023-06-30 09:30。', en: 'Give day, hour and minute.' },
  },
  'fact.number_not_whole': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」只能填整数，「${f.text}」不是。`,
      en: `“${f.column}” is counted whole; ${f.text} is not.`,
    }),
    next: { zh: '请填整数。', en: 'Enter a whole number.' },
  },
  'fact.number_too_fine': {
    kind: 'invalid',
    says: (f: Written & { scale: number }) => ({
      zh: `「${f.column}」最多${f.scale}位小数，「${f.text}」多了。`,
      en: `“${f.column}” has at most ${f.scale} decimal places; ${f.text} has more.`,
    }),
    next: { zh: '请核对单位，按规定的小数位填。', en: 'Check the unit and round as the column asks.' },
  },
  'fact.number_below': {
    kind: 'invalid',
    says: (f: Written & { least: string; unit: string }) => ({
      zh: `「${f.column}」不能小于${f.least}${f.unit}，现在是${f.text}${f.unit}。`,
      en: `“${f.column}” is at least ${f.least} ${f.unit}; it says ${f.text}.`,
    }),
    next: { zh: '请核对数字和单位。', en: 'Check the figure and its unit.' },
  },
  'fact.implausible': {
    kind: 'invalid',
    says: (f: {
      what: string
      whatEn: string
      text: string
      unit: string
      range: string
      rangeEn: string
      in: string
    }) => ({
      zh: `「${f.what}」的合理范围是${f.range}${f.in}，这里是${f.text}${f.unit}。`,
      en: `“${f.whatEn}” is plausible ${f.rangeEn} ${f.in}; it says ${f.text} ${f.unit}.`,
    }),
    next: {
      zh: '请核对数字、小数点和单位；确有其事的，请系统管理员对照来源文件调整范围。',
      en: 'Check the figure, its point and its unit; if it is true, have the administrator see to the bounds by the paper.',
    },
  },
  'fact.number_above': {
    kind: 'invalid',
    says: (f: Written & { most: string; unit: string }) => ({
      zh: `「${f.column}」不能大于${f.most}${f.unit}，现在是${f.text}${f.unit}。`,
      en: `“${f.column}” is at most ${f.most} ${f.unit}; it says ${f.text}.`,
    }),
    next: { zh: '请核对数字和单位，例如是否把元填成了万元。', en: 'Check the figure and its unit.' },
  },
  'fact.yes_no_unreadable': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」看不出是还是否。`,
      en: `“${f.text}” in “${f.column}” is neither yes nor no.`,
    }),
    next: { zh: '请填 是 或 否（√、×、有、无 也可以）。', en: 'Write “是” or “否”.' },
  },
  'fact.unit_mismatch': {
    kind: 'invalid',
    says: (f: Written & { unit: string }) => ({
      zh: `「${f.column}」按${f.unit}填，「${f.text}」是别的单位。`,
      en: `“${f.column}” is given in ${f.unit}; “${f.text}” is in another unit.`,
    }),
    next: { zh: '请换算后只写数字；同一单位的万、亿会自动换算。', en: 'Convert it and write digits only.' },
  },
  'fact.evidence_unreadable': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」里看不出是哪份材料、哪一类。`,
      en: `“${f.column}” does not say which file of which class.`,
    }),
    next: {
      zh: '请先上传材料，再选它并注明佐证等级（E1 至 E5）。',
      en: 'Bring the file first, then name it with its class, E1 to E5.',
    },
  },
  'fact.file_unknown': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」里的材料没有找到，或是别人上传的。`,
      en: `A file named in “${f.column}” is not there, or somebody else brought it.`,
    }),
    next: { zh: '请重新上传后再选。', en: 'Bring it again and choose it.' },
  },
  'fact.row_ambiguous': {
    kind: 'invalid',
    says: (f: Written & { rows: number }) => ({
      zh: `「${f.column}」里的「${f.text}」在所指的台账里有${f.rows}行。`,
      en: `“${f.text}” in “${f.column}” is the name of ${f.rows} rows of the register it refers to.`,
    }),
    next: { zh: '请写编号，或从列表中选那一行。', en: 'Give the row’s id, or choose it from the list.' },
  },
  'fact.community_unknown': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是本街道的社区。`,
      en: `“${f.text}” in “${f.column}” is no community of the office.`,
    }),
    next: { zh: '请从社区列表中选，不属于某个社区的选街道本级。', en: 'Choose a community, or the office itself.' },
  },
  'fact.row_unknown': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」在所指的台账里没有。`,
      en: `“${f.text}” in “${f.column}” is not in the register it refers to.`,
    }),
    next: { zh: '请先登记那一行，再在这里选它。', en: 'Enter that row first, then choose it here.' },
  },
  'fact.uscc_form': {
    kind: 'invalid',
    says: (f: Written & { length: number }) => ({
      zh: `「${f.column}」里的「${f.text}」不是统一社会信用代码：应为${f.length}位数字和大写字母，不含 I、O、S、V、Z。`,
      en: `“${f.text}” in “${f.column}” is no unified social credit code: ${f.length} digits and capitals without I, O, S, V, Z.`,
    }),
    next: { zh: '请照营业执照重新填写。', en: 'Copy it from the business licence.' },
  },
  'fact.uscc_check': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」校验位不对，有一位抄错了。`,
      en: `The check digit of “${f.text}” in “${f.column}” does not fit: one sign is wrong.`,
    }),
    next: { zh: '请照营业执照逐位核对。', en: 'Compare it sign by sign with the business licence.' },
  },
  'fact.uscc_confused': {
    kind: 'invalid',
    says: (f: Written & { offered: string }) => ({
      zh: `「${f.column}」里的「${f.text}」把数字写成了字母，校验后应为「${f.offered}」。`,
      en: `“${f.text}” in “${f.column}” has letters for digits; by its check digit “${f.offered}” was meant.`,
    }),
    next: { zh: '请核对后采用，或照营业执照重新填写。', en: 'Accept it after a look at the business licence.' },
  },
  'fact.document_number_form': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是发文字号。`,
      en: `“${f.text}” in “${f.column}” is no document number.`,
    }),
    next: { zh: '请写成 深宝府〔2023〕5号。', en: 'Write it as “深宝府〔2023〕5号”.' },
  },
  'fact.phone_of_a_person': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」里是个人手机号，台账只存办公电话。`,
      en: `“${f.column}” holds a mobile number; registers keep office lines only.`,
    }),
    next: { zh: '请填单位座机或总机，没有就留空。', en: 'Give an office line or switchboard, or leave it empty.' },
  },
  'fact.phone_form': {
    kind: 'invalid',
    says: (f: Written) => ({
      zh: `「${f.column}」里的「${f.text}」不是一个办公电话。`,
      en: `“${f.text}” in “${f.column}” is no office line.`,
    }),
    next: { zh: '请写成 0755-27101234，分机写在后面。', en: 'Write it as 0755-27101234, an extension behind it.' },
  },
  'fact.place_unreadable': {
    kind: 'invalid',
    says: (f: OfColumn) => ({ zh: `「${f.column}」不是坐标。`, en: `“${f.column}” holds no coordinates.` }),
    next: {
      zh: '请填经度、纬度（度，小数），例如 113.76，22.70，并注明坐标系。',
      en: 'Give longitude and latitude in degrees and their system.',
    },
  },
  'fact.place_shape': {
    kind: 'invalid',
    says: (f: OfColumn) => ({
      zh: `「${f.column}」要的不是这种图形（点、线、面）。`,
      en: `“${f.column}” asks for another shape (point, line or area).`,
    }),
    next: { zh: '请按这一栏的要求重新标绘。', en: 'Draw it as the column asks.' },
  },
  'fact.place_shifted': {
    kind: 'invalid',
    says: (f: OfColumn & Offered & { system: string; map: string; mapEn: string }) => ({
      zh: `「${f.column}」像是${f.map}的坐标（${f.system}），与国家坐标差一百米以上。`,
      en: `“${f.column}” seems to come from ${f.mapEn} (${f.system}), more than 100 m away from the national system.`,
    }),
    next: { zh: '请采用换算好的 CGCS2000 坐标。', en: 'Accept the coordinates converted to CGCS2000.' },
  },
  'fact.place_swapped': {
    kind: 'invalid',
    says: (f: OfColumn & Offered) => ({
      zh: `「${f.column}」的经度和纬度像是填反了。`,
      en: `Longitude and latitude of “${f.column}” seem to be exchanged.`,
    }),
    next: { zh: '请采用对调后的坐标。', en: 'Accept them the other way round.' },
  },
  'fact.place_outside': {
    kind: 'invalid',
    says: (f: OfColumn & { metres: number }) => ({
      zh: `「${f.column}」不在本街道范围内（含界外${f.metres}米）。`,
      en: `“${f.column}” lies outside the office and ${f.metres} m around it.`,
    }),
    next: {
      zh: '请核对坐标和坐标系，或在地图上重新点选。',
      en: 'Check the coordinates and their system, or pick the place on the map.',
    },
  },
  'fact.evidence_class': {
    kind: 'invalid',
    says: (f: OfColumn & { classes: string }) => ({
      zh: `「${f.column}」要有${f.classes}类材料，现有的不够。`,
      en: `“${f.column}” needs a file of class ${f.classes}; those given are not enough.`,
    }),
    next: { zh: '请补充批文、系统截图或工作记录。', en: 'Add the paper, the export or the record.' },
  },
  'fact.out_of_order': {
    kind: 'invalid',
    says: (f: { earlier: string; later: string }) => ({
      zh: `「${f.later}」不能小于（早于）「${f.earlier}」。`,
      en: `“${f.later}” may not be less or earlier than “${f.earlier}”.`,
    }),
    next: { zh: '请核对这两栏。', en: 'Check the two columns.' },
  },
  'fact.one_needed': {
    kind: 'invalid',
    says: (f: { columns: string }) => ({
      zh: `「${f.columns}」至少要填一栏。`,
      en: `At least one of “${f.columns}” has to be filled in.`,
    }),
    next: { zh: '请补填其中一栏。', en: 'Fill in one of them.' },
  },
  'fact.all_or_none': {
    kind: 'invalid',
    says: (f: { columns: string }) => ({
      zh: `「${f.columns}」要么都填，要么都不填。`,
      en: `“${f.columns}” go together: fill in all of them or none.`,
    }),
    next: { zh: '请补齐或清空。', en: 'Complete or empty them.' },
  },
  'fact.not_same_day': {
    kind: 'invalid',
    says: (f: { earlier: string; later: string }) => ({
      zh: `「${f.earlier}」和「${f.later}」要在同一天。`,
      en: `“${f.earlier}” and “${f.later}” have to be on one day.`,
    }),
    next: { zh: '请核对日期；跨天的事分行登记。', en: 'Check the days; what goes on for days is entered day by day.' },
  },
  'fact.too_short': {
    kind: 'invalid',
    says: (f: { earlier: string; later: string; least: string }) => ({
      zh: `从「${f.earlier}」到「${f.later}」不足${f.least}分钟。`,
      en: `From “${f.earlier}” to “${f.later}” it is less than ${f.least} minutes.`,
    }),
    next: { zh: '请核对起止时间。', en: 'Check both times.' },
  },
  'fact.too_long': {
    kind: 'invalid',
    says: (f: { earlier: string; later: string; most: string }) => ({
      zh: `从「${f.earlier}」到「${f.later}」超过${f.most}分钟。`,
      en: `From “${f.earlier}” to “${f.later}” it is more than ${f.most} minutes.`,
    }),
    next: { zh: '请核对起止时间。', en: 'Check both times.' },
  },
  'fact.rule_broken': {
    kind: 'invalid',
    says: (f: { says: string; saysEn: string }) => ({
      zh: `不合规定：${f.says}。`,
      en: `Against the rule: ${f.saysEn}.`,
    }),
    next: { zh: '请按这条规定改正后再提交。', en: 'Correct it accordingly and submit again.' },
  },
  'fact.status_unknown': {
    kind: 'invalid',
    says: (f: { status: string }) => ({
      zh: `这本台账没有「${f.status}」这个状态。`,
      en: `The register knows no status “${f.status}”.`,
    }),
    next: { zh: '请从列出的状态中选。', en: 'Choose one of those listed.' },
  },
  'fact.status_unfit': {
    kind: 'invalid',
    says: (f: { status: string }) => ({
      zh: `这样的一行不会是「${f.status}」。`,
      en: `A row like this one does not come to “${f.status}”.`,
    }),
    next: { zh: '请核对类别和状态。', en: 'Check its kind and its status.' },
  },
  'fact.status_unreached': {
    kind: 'conflict',
    says: (f: { from: string; to: string }) => ({
      zh: `台账里是「${f.from}」，从那里一步到不了「${f.to}」，或者不由您办理。`,
      en: `It is “${f.from}” in the register, from where no step of yours leads to “${f.to}”.`,
    }),
    next: {
      zh: '请在台账里逐步办理，或把表里的状态改回去。',
      en: 'Take it further step by step, or change the status in the sheet back.',
    },
  },
  'fact.reason_needed': {
    kind: 'invalid',
    says: (f: { move: string }) => ({ zh: `「${f.move}」要写明原因。`, en: `“${f.move}” needs a reason.` }),
    next: { zh: '请写两个字以上的原因。', en: 'Give a reason of two characters or more.' },
  },
  'fact.covered_by_opening': {
    kind: 'conflict',
    says: (f: { from: string; to: string }) => ({
      zh: `${f.from}至${f.to}已经按期初数登记，再逐笔登记就重复了。`,
      en: `An opening balance stands for ${f.from} to ${f.to}; a single row would count twice.`,
    }),
    next: {
      zh: '要改成逐笔登记，请先把那一行期初数更正到更早的日子或请人退回。',
      en: 'To enter single rows, correct that opening balance to earlier days first, or have it returned.',
    },
  },
  'fact.rows_there_already': {
    kind: 'conflict',
    says: (f: { rows: number }) => ({
      zh: `这段日子已经逐笔登记了${f.rows}行，不能再登记期初数。`,
      en: `Rows stand for these days already (${f.rows}); an opening balance would count them twice.`,
    }),
    next: { zh: '请把期初数的期间止改到第一行之前。', en: 'End the period before the first of those rows.' },
  },
  'fact.key_taken': {
    kind: 'conflict',
    says: (f: { register: string; columns: string }) => ({
      zh: `「${f.register}」里已有一行与它相同：${f.columns}都一样。`,
      en: `“${f.register}” has a row with the same ${f.columns} already.`,
    }),
    next: {
      zh: '同一件事请更正原来那一行；确是另一件事，请改其中一栏区分。',
      en: 'Correct that row where it is the same matter; else tell the two apart by one of these columns.',
    },
  },
  'fact.move_unknown': {
    kind: 'conflict',
    says: (f: { move: string; state: string }) => ({
      zh: `现在是「${f.state}」，不能做「${f.move}」。`,
      en: `It is “${f.state}” now; “${f.move}” cannot be done.`,
    }),
    next: { zh: '请刷新后按现在的状态办理。', en: 'Reload it and go on from where it is.' },
  },
})
