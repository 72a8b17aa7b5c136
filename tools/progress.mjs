/** Tells on stderr, from the first second on, that a wait is going on and how long it has taken; returns how to end it. */
export function showProgress(words) {
  const began = Date.now()
  const seconds = () => Math.round((Date.now() - began) / 1000)
  const isTerminal = process.stderr.isTTY
  let shown = false
  const ticker = setInterval(() => {
    // A log gets a line now and then, a terminal one line that counts.
    if (isTerminal) process.stderr.write(`\r${words} … ${seconds()} s`)
    else if (!shown || seconds() % 15 === 0) process.stderr.write(`${words} … ${seconds()} s\n`)
    shown = true
  }, 1000)
  return () => {
    clearInterval(ticker)
    if (shown && isTerminal) process.stderr.write('\n')
  }
}

/** Ends the run with one line, Chinese first. */
export function fail(zh, en) {
  console.error(`${zh} ${en}`)
  process.exit(1)
}
