import { buildApp } from '@guatu/server'
import { systemClock } from '@guatu/server/platform/clock'
import { type Connections, openDatabase } from '@guatu/server/platform/db'
import { noLimits } from '@guatu/server/platform/rates/limits'
import { storyKeys } from '../../support/open-office.ts'

// A whole server in a process of its own, so that it can be killed like one.
const [connections = '', filesFolder = ''] = process.argv.slice(2)
const db = openDatabase(JSON.parse(connections) as Connections)
const app = await buildApp({ db, clock: systemClock, keys: storyKeys, filesFolder, webRoot: null, limits: noLimits })
process.send?.(await app.listen({ host: '127.0.0.1', port: 0 }))
