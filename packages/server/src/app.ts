import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { workdayOn } from '@guatu/core/fact'
import { mlps3 } from '@guatu/core/identity'
import { type Day, dayOf, wholeInForce } from '@guatu/core/shared'
import { reportFromPlain } from '@guatu/core/text'
import { definitions, sheetShapes } from '@guatu/definitions'
import Fastify, { type FastifyInstance, type FastifyServerFactory } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { approvalPolicy, approvalRoutes, paperSearch } from './approval/index.ts'
import { auditPolicy, auditRoutes } from './audit/index.ts'
import { exportPolicy, exportRoutes } from './backup/index.ts'
import { documentPolicy, documentRoutes } from './document/index.ts'
import { evidencePolicy, evidenceRoutes } from './evidence/index.ts'
import {
  areaPolicy,
  areaRoutes,
  factApprovals,
  factPolicy,
  factRoutes,
  importPolicy,
  importRoutes,
  ledgerRoutes,
  type NotCountedIn,
  ownApprovals,
  ownPolicy,
  ownRoutes,
  registersOf,
  rowSchemasOf,
  sheetOutRoutes,
  sourceSystemPolicy,
  sourceSystemRoutes,
  systemSeatOf,
} from './fact/index.ts'
import { firstRunPolicy, firstRunRoutes } from './first-run/index.ts'
import {
  describeRoutes,
  guardBodies,
  healthRoutes,
  httpPolicy,
  type LogPlace,
  limitAddresses,
  logOptions,
  logRequests,
  openApiRoute,
  refuseWithoutRoom,
  securityHeaders,
} from './http/index.ts'
import {
  type Hasher,
  identityPolicy,
  identityRoutes,
  makeHasher,
  oidcPolicy,
  oidcRoutes,
  wallPassPolicy,
  wallPassRoutes,
  wallSeatOf,
} from './identity/index.ts'
import { indicatorPolicy, indicatorRoutes, notCountedIn } from './indicator/index.ts'
import { officeApprovals, officePolicy, officeRoutes, peopleRoutes } from './office/index.ts'
import { openItemsOf, openItemsOfUnit } from './open-items.ts'
import { pages } from './pages.ts'
import { planApprovals, planPolicy, planRoutes, readPaper } from './plan/index.ts'
import { flushReads, readCountsOf } from './platform/audit/read-counts.ts'
import { recordRefusals } from './platform/audit/record-refusals.ts'
import { sealedBy } from './platform/audit/sealing.ts'
import type { Clock } from './platform/clock.ts'
import type { Database } from './platform/db.ts'
import { openFiles } from './platform/files.ts'
import { type Ground, sendProblem } from './platform/http.ts'
import type { Keys } from './platform/keys.ts'
import { liveRoute } from './platform/live.ts'
import { type LanDoor, type Network, noLan } from './platform/network.ts'
import { type PolicyRow, policyTable } from './platform/policy.ts'
import { platformProblems } from './platform/problems.ts'
import { type Limits, limitsHere } from './platform/rates/limits.ts'
import { openRates } from './platform/rates/rates.ts'
import { replaysOf } from './platform/replays.ts'
import { schemaCompiler } from './platform/schema.ts'
import { isForeign, notFound, refuseOtherDoor, refuseWithProblems } from './refusals.ts'
import { rosterPolicy, rosterRoutes } from './roster/index.ts'
import {
  capacityLimitsOn,
  likenessOn,
  readingMeasures,
  sourceSystemRulesOn,
  startRulesOn,
  usualRequestsOn,
  wallPassRulesOn,
} from './rules.ts'
import { quickSamplesOf, type Samples, yearSamplesOf } from './sample/index.ts'
import { signalPolicy, signalRoutes } from './signal/index.ts'
import { fileBytesMax } from './text/index.ts'
import { wordsFor } from './words.ts'

export interface AppNeeds {
  readonly db: Database
  readonly clock: Clock
  readonly keys: Keys
  /** Where files lie that people bring; made where it is missing. */
  readonly filesFolder: string
  /** Folder of the built pages, null where only the API is wanted. */
  readonly webRoot: string | null
  /** The folder whose disk has to have room, null or left out where the data lies on another machine. */
  readonly dataFolder?: string | null
  /** The door that this application is: `loopback` where left out. */
  readonly network?: Network
  /** The door for other machines; none where left out. */
  readonly lan?: LanDoor
  /** Makes the server that the application listens with; a plain one where left out. */
  readonly serverFactory?: FastifyServerFactory
  readonly logPlace?: LogPlace
  /** How much one person and one address may ask; as installed where left out. */
  readonly limits?: Limits
  /** Hashes passwords; at the declared cost, where left out. */
  readonly hasher?: Hasher
  /** How sample offices come about; with a few rows only, where left out. */
  readonly samples?: Samples
  /** The policy table in force, the declared one where left out: the matrix takes guards away, to prove it would notice. */
  readonly policy?: ReadonlyMap<string, PolicyRow>
}

/** Every row of the policy table, as the stages declare them. */
export const policyRows: readonly PolicyRow[] = [
  ...officePolicy,
  ...identityPolicy,
  ...rosterPolicy,
  ...planPolicy,
  ...factPolicy,
  ...ownPolicy,
  ...areaPolicy,
  ...importPolicy,
  ...sourceSystemPolicy,
  ...evidencePolicy,
  ...indicatorPolicy,
  ...signalPolicy,
  ...documentPolicy,
  ...auditPolicy,
  ...exportPolicy,
  ...wallPassPolicy,
  ...firstRunPolicy,
  ...approvalPolicy,
  ...oidcPolicy,
  ...httpPolicy,
]

const judging = { pace: definitions.paceRules, kinds: definitions.kindRules, catalogue: definitions.catalogue }

const sampleNeedsOf = ({ db, clock, keys, filesFolder }: Pick<AppNeeds, 'db' | 'clock' | 'keys' | 'filesFolder'>) => ({
  db: sealedBy(db, keys),
  clock,
  registers: definitions.registers,
  readPaper,
  catalogue: definitions.catalogue,
  files: openFiles(filesFolder),
  isWorked: (on: Day) => workdayOn(definitions.workdays, on).worked,
})

/** The samples of this installation; `GUATU_SAMPLE=few` for a machine on which a year of rows takes too long. */
export const samplesHere = (needs: Parameters<typeof sampleNeedsOf>[0]): Samples =>
  process.env.GUATU_SAMPLE === 'few' ? quickSamplesOf(sampleNeedsOf(needs)) : yearSamplesOf(sampleNeedsOf(needs))

/** Composes a whole office server: database, clock and definitions in, a listening-ready application out. */
export async function buildApp(needs: AppNeeds): Promise<FastifyInstance> {
  const { clock, keys, webRoot, dataFolder = null, logPlace, network = 'loopback' } = needs
  const { lan = noLan, hasher = makeHasher(), policy = policyTable(policyRows) } = needs
  const db = sealedBy(needs.db, keys)
  const rates = openRates(db, clock, needs.limits ?? limitsHere(usualRequestsOn(dayOf(clock.now()))))
  const reads = readCountsOf(db)
  const replays = replaysOf(db, (now) => wholeInForce(definitions.requestRules.replayDays, dayOf(now)))
  const witnessHours = (on: Day) => wholeInForce(definitions.auditRules.witnessHours, on)
  const wallSeat: Ground['wallSeat'] = (request) => wallSeatOf(ground, request, wallPassRulesOn)
  const systemSeat: Ground['systemSeat'] = (request) => systemSeatOf(ground, request, sourceSystemRulesOn)
  const ground: Ground = { db, clock, keys, policy, network, rates, replays, reads, witnessHours, wallSeat, systemSeat }
  const app = Fastify({
    ...logOptions(logPlace),
    forceCloseConnections: true,
    ...(needs.serverFactory ? { serverFactory: needs.serverFactory } : {}),
  })
  app.decorate('network', network)
  app.setValidatorCompiler(schemaCompiler)
  app.setSerializerCompiler(serializerCompiler)
  refuseWithProblems(app)
  logRequests(app)
  guardBodies(app)
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request, lan)) return sendProblem(reply, platformProblems('request.foreign_origin', {}))
  })
  refuseOtherDoor(app, ground)
  refuseWithoutRoom(app, dataFolder)
  // A route that no row of the policy table speaks of stops the start.
  app.addHook('onRoute', ({ method, url }) => {
    for (const verb of [method].flat())
      if (url.startsWith('/api/') && verb !== 'HEAD' && !policy.has(`${verb} ${url}`))
        throw new Error(`no policy row for ${verb} ${url}`)
  })
  await app.register(cookie)
  recordRefusals(app, ground)
  const describe = await describeRoutes(app, ground)
  await securityHeaders(app, lan)
  limitAddresses(app, rates)
  await app.register(multipart, {
    limits: { fileSize: fileBytesMax + 1, files: 1, fields: 10, fieldSize: 2000 },
    throwFileSizeLimit: false,
  })
  officeRoutes(app, ground, needs.samples ?? quickSamplesOf(sampleNeedsOf(needs)))
  const ofPeople = officeApprovals(openItemsOf)
  const registers = registersOf(definitions.registers)
  const ofFacts = factApprovals(registers.of)
  const ofColumns = ownApprovals(registers)
  const files = openFiles(needs.filesFolder)
  peopleRoutes(app, ground, ofPeople, openItemsOfUnit)
  identityRoutes(app, ground, { db, keys, hasher, profile: mlps3 })
  rosterRoutes(app, ground, (on) => wholeInForce(definitions.rosterRules.slipDays, on))
  planRoutes(app, ground, { readPaper, readWords: reportFromPlain, wordsFor }, planApprovals)
  const notCounted: NotCountedIn = (tx, officeId, now) => notCountedIn(tx, officeId, now, definitions.catalogue)
  factRoutes(app, ground, registers, ofFacts, notCounted)
  areaRoutes(app, ground)
  ownRoutes(app, ground, registers, ofColumns)
  ledgerRoutes(app, ground, { registers, likenessOn })
  evidenceRoutes(app, ground, files, registers)
  importRoutes(app, ground, { files, registers, shapes: sheetShapes, notCountedIn: notCounted })
  sheetOutRoutes(app, ground, { files, registers })
  sourceSystemRoutes(app, ground, {
    registers,
    measures: readingMeasures,
    rulesOn: sourceSystemRulesOn,
  })
  const approvals = [...ofPeople, ...planApprovals, ...ofFacts, ...ofColumns]
  approvalRoutes(app, ground, approvals, files)
  indicatorRoutes(app, ground, definitions.catalogue, registers)
  signalRoutes(app, ground, { judging, wordsFor, registers })
  documentRoutes(app, ground, {
    judging,
    registers,
    findPapers: paperSearch(ground, approvals),
    startRulesOn,
  })
  auditRoutes(app, ground, { dataFolder, limitsOn: capacityLimitsOn })
  exportRoutes(app, ground, {
    files,
    registers: definitions.registers,
    dataFolder,
    days: (on) => wholeInForce(definitions.exportRules.downloadDays, on),
  })
  flushReads(app, reads)
  wallPassRoutes(app, ground, wallPassRulesOn)
  firstRunRoutes(app, ground, lan)
  oidcRoutes(app, ground)
  openApiRoute(app, ground, describe, rowSchemasOf(registers))
  await liveRoute(app, ground)
  healthRoutes(app, { db, dataFolder })
  if (webRoot) await pages(app, ground, webRoot)
  else app.setNotFoundHandler(notFound)
  return app
}
