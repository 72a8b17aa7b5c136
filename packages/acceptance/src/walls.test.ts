import { expect, test } from 'vitest'
import { type OurImport, ourImports } from './support/imports.ts'

const stages = [
  'office',
  'identity',
  'text',
  'plan',
  'assignment',
  'fact',
  'evidence',
  'indicator',
  'signal',
  'supervision',
  'document',
]
const isTest = ({ from }: OurImport) => /\.test\.tsx?$/.test(from) || from.includes('/testing/')
const all = ourImports().filter((each) => !each.to.startsWith('../'))
const product = all.filter((each) => !isTest(each) && !each.from.startsWith('acceptance/'))

/** What lies behind a path: `server/fact`, `web/screens/wall`, `core/plan`, or a file of the package's own root. */
function roomOf(path: string): string {
  const [name = '', folder = '', inner = ''] = path.split('/')
  return folder === 'screens' ? `${name}/${folder}/${inner}` : `${name}/${folder}`
}

const offences = (may: (each: OurImport) => boolean, of: readonly OurImport[]): string[] =>
  of.filter((each) => roomOf(each.from) !== roomOf(each.to) && !may(each)).map(({ from, to }) => `${from} → ${to}`)

const from = (start: string) => product.filter((each) => each.from.startsWith(start))
const isOneOf = (path: string, starts: readonly string[]) => starts.some((start) => path.startsWith(start))

test('the scan sees the code', () => {
  expect(product.length).toBeGreaterThan(100)
})

test('core knows nothing but itself', () => {
  expect(offences(({ to }) => to.startsWith('core/'), from('core/'))).toEqual([])
})

test('definitions know core, by its front doors', () => {
  expect(offences(({ to }) => /^(definitions\/|core\/[a-z]+\/index\.ts$)/.test(to), from('definitions/'))).toEqual([])
})

test('the contract knows core', () => {
  expect(offences(({ to }) => isOneOf(to, ['contract/', 'core/']), from('contract/'))).toEqual([])
})

test('the platform knows no stage', () => {
  const may = ({ to }: OurImport) =>
    isOneOf(to, ['server/platform/', 'core/shared/', 'core/office/', 'core/identity/', 'core/audit/', 'contract/'])
  expect(offences(may, from('server/platform/'))).toEqual([])
})

const isStage = ({ from: path }: OurImport) => stages.some((stage) => path.startsWith(`server/${stage}/`))
const stageAt = (path: string) => stages.indexOf(path.split('/')[1] ?? '')

function mayStage({ from: file, to }: OurImport): boolean {
  if (isOneOf(to, ['server/platform/', 'contract/', 'core/shared/', 'core/office/', 'core/identity/', 'core/audit/']))
    return true
  if (to.startsWith('core/')) return stageAt(to) <= stageAt(file)
  return to.startsWith('server/') && stageAt(to) >= 0 && stageAt(to) < stageAt(file)
}

test('a stage of the server looks back, never ahead, and is handed the definitions', () => {
  expect(offences(mayStage, product.filter(isStage))).toEqual([])
})

test('within the server a stage or a room is entered at its front door; the platform below them is open to all', () => {
  const isFrontDoor = ({ to }: OurImport) =>
    !to.startsWith('server/') || to.startsWith('server/platform/') || /^server\/([a-z-]+\/index|[a-z-]+)\.ts$/.test(to)
  const entering = from('server/').filter(({ from: file }) => !file.startsWith('server/platform/'))
  expect(entering.filter(({ to }) => to.endsWith('/index.ts')).length).toBeGreaterThan(100)
  expect(offences(isFrontDoor, entering)).toEqual([])
})

// The rooms beside the stages, each with the neighbours it may speak to.
test.each([
  ['approval', 5, ['server/office/', 'server/evidence/', 'core/office/']],
  ['audit', 5, ['server/office/', 'core/audit/']],
  ['backup', 5, ['server/office/', 'server/fact/', 'core/office/', 'core/fact/']],
  ['first-run', 5, ['server/office/', 'server/identity/', 'core/office/', 'core/identity/']],
  ['http', 5, ['core/office/']],
  ['roster', 5, ['server/office/', 'server/identity/', 'server/text/', 'core/office/', 'core/identity/']],
] as const)('the room %s knows the platform and its named neighbours', (room, filesMin, neighbours) => {
  const may = ({ to }: OurImport) => isOneOf(to, ['server/platform/', 'contract/', 'core/shared/', ...neighbours])
  expect(from(`server/${room}/`).length).toBeGreaterThan(filesMin)
  expect(offences(may, from(`server/${room}/`))).toEqual([])
})

test('a screen knows the kit and the contract, not another screen, nor the server', () => {
  const kit = ['web/ui/', 'web/charts/', 'web/words/', 'web/api/', 'web/shell/', 'contract/', 'core/shared/']
  expect(
    offences(
      ({ to }) => isOneOf(to, kit),
      from('web/screens/').filter((each) => !each.from.endsWith('screens/index.ts')),
    ),
  ).toEqual([])
})

test('the web knows the contract and shared values, never a stage, the server or the definitions', () => {
  expect(offences(({ to }) => isOneOf(to, ['web/', 'contract/', 'core/shared/']), from('web/'))).toEqual([])
})

test('nobody but the tests knows the command line or the acceptance stories', () => {
  expect(product.filter(({ to, from: file }) => to.startsWith('cli/') && !file.startsWith('cli/'))).toEqual([])
  expect(product.filter(({ to }) => to.startsWith('acceptance/'))).toEqual([])
})

// A story speaks to the office over HTTP; what it opens it with are the app, the pool and a database of its own.
const openers = [
  'server/app.ts',
  'server/platform/db.ts',
  'server/platform/testing/',
  'server/text/testing/',
  'server/platform/clock.ts',
]
const catalogues = /\/(?:[a-z-]*problems|policy)\.ts$/
const stories = all.filter(({ from: file }) => file.startsWith('acceptance/stories/'))

test('a story knows the contract and how to open an office, nobody’s insides', () => {
  const may = ({ to }: OurImport) =>
    isOneOf(to, ['acceptance/support/', 'contract/', 'core/shared/', ...openers]) || catalogues.test(to)
  expect(offences(may, stories)).toEqual([])
})
