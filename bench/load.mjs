// Asks one address over and over on some connections that stay open, and says how many answers came in a second and how
// long they took. A process of its own, so that it does not share a thread with what it measures.
// Run: node bench/load.mjs port path cookie connections milliseconds
import { connect } from 'node:net'

const [port, path, cookie, connections, ms] = process.argv.slice(2)
const asked = `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`
const end = Buffer.from('\r\n\r\n')
const taken = []
let wrong = 0
const until = performance.now() + Number(ms)

/** One connection: the next question goes out when the answer to the last is in. */
const ask = () =>
  new Promise((resolve, reject) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', noDelay: true })
    let began = 0
    let open = null
    const next = () => {
      open = null
      if (performance.now() > until) return socket.end(resolve)
      began = performance.now()
      socket.write(asked)
    }
    const begin = (data) => {
      const head = data.subarray(0, data.indexOf(end)).toString('latin1')
      if (!head.startsWith('HTTP/1.1 200')) wrong += 1
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1])
      return length + head.length + end.length
    }
    socket.on('connect', next)
    socket.on('error', reject)
    socket.on('data', (data) => {
      open = (open ?? begin(data)) - data.length
      if (open > 0) return
      taken.push(performance.now() - began)
      next()
    })
  })

const started = performance.now()
await Promise.all(Array.from({ length: Number(connections) }, ask))
const seconds = (performance.now() - started) / 1000
taken.sort((a, b) => a - b)
const at = (part) => taken[Math.floor(taken.length * part)] ?? 0
console.log(JSON.stringify({ perSecond: taken.length / seconds, median: at(0.5), p99: at(0.99), wrong }))
