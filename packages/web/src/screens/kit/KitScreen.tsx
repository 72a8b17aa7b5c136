import { useState } from 'react'
import { unreachable } from '../../api/problem.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox, RadioField } from '../../ui/Choices.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog, Drawer } from '../../ui/Dialog.tsx'
import { FileDrop } from '../../ui/FileButton.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { Empty } from '../../ui/Loaded.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { Bar, Page, Section } from '../../ui/Page.tsx'
import { Popover, Tooltip } from '../../ui/Popover.tsx'
import { Note, ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectBar, SelectField } from '../../ui/Select.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { NumberField, TextArea, TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { badgeName, lightsWorstFirst } from '../../words/light.ts'
import styles from './kit.module.css'

/** Every component of the kit in its states, for those who build screens. Not in the navigation. */
export default function KitScreen() {
  return (
    <Page title="样板" says="界面组件一览，供开发时查看。" tools={<Button look="primary">主要操作</Button>}>
      <Buttons />
      <Fields />
      <Marks />
      <Popups />
      <Ledger />
      <Notes />
    </Page>
  )
}

function Buttons() {
  return (
    <Section title="按钮">
      <Bar>
        <Button look="primary">采用</Button>
        <Button>修改</Button>
        <Button look="quiet">更多</Button>
        <Button look="danger">退回</Button>
        <Button busy>正在保存</Button>
        <Button disabled>不可用</Button>
        <Button small>小按钮</Button>
      </Bar>
    </Section>
  )
}

const units = [
  { value: 'a', label: '云桥社区' },
  { value: 'b', label: '综合办' },
  { value: 'c', label: '经济发展办' },
]

function Fields() {
  const [text, setText] = useState('')
  const [quantity, setQuantity] = useState('15.4')
  const [unit, setUnit] = useState<string | null>(null)
  const [day, setDay] = useState('2023-08-15')
  const [kind, setKind] = useState<string>('count')
  const [late, setLate] = useState(true)
  return (
    <Section title="表单">
      <div className={styles.grid}>
        <TextField label="文号" hint="如 云桥办〔2023〕18号" value={text} onChange={setText} />
        <TextField label="事由" required error="请填写事由" value="" onChange={setText} />
        <NumberField label="数量" unit="公顷" value={quantity} onChange={setQuantity} />
        <SelectField label="单位" placeholder="请选择" value={unit} onChange={setUnit} choices={units} />
        <DateField label="日期" value={day} onChange={setDay} max="2023-12-31" />
        <RadioField
          label="类型"
          value={kind}
          onChange={setKind}
          choices={[
            { value: 'count', label: '数量' },
            { value: 'milestone', label: '节点' },
          ]}
        />
        <TextArea label="说明" value={text} onChange={setText} />
        <div>
          <Checkbox label="只看逾期" checked={late} onChange={setLate} />
          <Checkbox label="部分选中" some checked={false} onChange={setLate} />
        </div>
      </div>
      <FileDrop
        label="选择文件"
        hint="把工作报告拖到这里：.docx 或 .txt"
        accept=".docx,.txt"
        onFile={(f) => toast(f.name)}
      />
    </Section>
  )
}

const badges = [
  { kind: 'overdue', days: 31 },
  { kind: 'stale' },
  { kind: 'gaps', count: 3, periods: '2023-02、03、05' },
  { kind: 'late' },
  { kind: 'manual' },
  { kind: 'stretch' },
  { kind: 'unverified', count: 3 },
  { kind: 'opening' },
] as const

function Marks() {
  return (
    <Section title="灯与标">
      <div className={styles.marks}>
        {lightsWorstFirst.map((light) => (
          <LightMark key={light} light={light} />
        ))}
      </div>
      <div className={styles.marks}>
        {badges.map((badge) => (
          <Badge key={badge.kind} tone={badge.kind === 'overdue' ? 'red' : 'plain'}>
            {badgeName(badge)}
          </Badge>
        ))}
        <Badge tone="green">已核</Badge>
        <Badge tone="yellow">待核</Badge>
        <Badge tone="blue">已采用</Badge>
        <Badge tone="ink">示例</Badge>
      </div>
    </Section>
  )
}

function Popups() {
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null)
  const close = () => setOpen(null)
  return (
    <Section title="弹出">
      <Bar>
        <Button onClick={() => setOpen('dialog')}>对话框</Button>
        <Button onClick={() => setOpen('drawer')}>抽屉</Button>
        <Popover trigger={<Button>口径</Button>} title="口径">
          每条已核数量之和 ÷ 目标值。
        </Popover>
        <Menu
          trigger={<Button>操作</Button>}
          actions={[
            { label: '合并', onChoose: () => toast('已合并') },
            { label: '拆分', onChoose: () => toast('已拆分'), disabled: true },
          ]}
        />
        <Tooltip words="只是提示，要紧的话写在页面上">
          <Button look="quiet">提示</Button>
        </Tooltip>
        <Button onClick={() => toast('已核 7 条', '挂图随之更新')}>消息</Button>
      </Bar>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="采用为 2023 年计划"
        says="采用后原文不再改动，以后的变化都记为新版本。"
        actions={
          <>
            <Button onClick={close}>再看看</Button>
            <Button look="primary" onClick={close}>
              采用
            </Button>
          </>
        }
      />
      <Drawer open={open === 'drawer'} onClose={close} title="新增一条" actions={<Button look="primary">保存</Button>}>
        <TextField label="文号" value="" onChange={() => undefined} />
      </Drawer>
    </Section>
  )
}

interface Row {
  readonly id: string
  readonly title: string
  readonly day: string
  readonly quantity: number
}

const rows: readonly Row[] = Array.from({ length: 2000 }, (_, i) => ({
  id: `2023-${String(i + 1).padStart(6, '0')}`,
  title: ['展会服务', '招商活动', '文明实践', '消防排查'][i % 4] ?? '',
  day: `2023-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  quantity: (i * 37) % 500,
}))

const columns: readonly Column<Row>[] = [
  { id: 'id', header: '编号', cell: (row) => row.id, value: (row) => row.id, width: 150, figures: true },
  { id: 'title', header: '事项', cell: (row) => row.title, value: (row) => row.title },
  {
    id: 'light',
    header: '状态',
    cell: (row) => <LightMark light={row.quantity > 250 ? 'green' : 'yellow'} />,
    width: 120,
  },
  {
    id: 'quantity',
    header: '完成量',
    cell: (row) => row.quantity,
    value: (row) => row.quantity,
    width: 120,
    figures: true,
  },
  { id: 'day', header: '日期', cell: (row) => row.day, value: (row) => row.day, width: 140, figures: true },
  {
    id: 'do',
    header: '操作',
    cell: () => (
      <Button look="quiet" small>
        查看
      </Button>
    ),
    width: 110,
  },
]

function Ledger() {
  const [tab, setTab] = useState<'all' | 'mine'>('all')
  const [unit, setUnit] = useState('a')
  return (
    <Section title="表格">
      <Tabs
        label="范围"
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'all',
            label: '全部',
            panel: (
              <>
                <Bar>
                  <SelectBar label="单位" value={unit} onChange={setUnit} choices={units} />
                  <Button look="primary">新增一条</Button>
                </Bar>
                <DataTable label="台账" rows={rows} columns={columns} rowKey={(row) => row.id} heightMax={360} />
              </>
            ),
          },
          { value: 'mine', label: '我负责的', panel: <Empty title="还没有台账">先从任务页新增一条。</Empty> },
        ]}
      />
    </Section>
  )
}

function Notes() {
  return (
    <Section title="说明与问题">
      <div className={styles.stack}>
        <ProblemNote problem={unreachable} action={<Button small>重试</Button>} />
        <Note>这里的数字只来自已核的台账。</Note>
        <Note tone="ink">当前无网络，填报会先存在这台电脑里。</Note>
      </div>
    </Section>
  )
}
