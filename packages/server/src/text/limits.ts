// What the door lets in. A report is a few dozen pages: these leave room for a hundred times that, and stop there.
const megabyte = 1_048_576

export const fileBytesMax = 12 * megabyte
/** What is read as a plan costs far more than its bytes: a hundred times the longest report that we know. */
export const charactersMax = 1_000_000
/** Memory of the reading worker, for what it keeps and for what it is just making: together 256. */
export const workerMegabytesMax = 224
export const youngMegabytesMax = 32
/** What the worker may hold besides, as unpacked bytes: no limit of the engine counts those, so they are looked at. */
export const bufferMegabytesMax = 256
export const millisecondsBetweenLooks = 50
/** Pages of a PDF. */
export const pagesMax = 500
/** Parts inside a .docx or .xlsx; pictures are parts too. */
export const entriesMax = 5_000
/** All parts that are read, unpacked. */
export const unpackedBytesMax = 160 * megabyte
/** How many times its packed size a part may grow; honest XML grows ten- to fiftyfold. */
export const ratioMax = 200
/** Below this size a high ratio harms nobody. */
export const ratioBytesMin = 4 * megabyte
/** How deep elements may stand in each other. */
export const depthMax = 200

// A busy machine takes seconds to begin at all.
const millisecondsBase = 8_000
const millisecondsPerMegabyte = 1_000

/** How long reading may take: eight seconds, and twenty for the largest file. */
export const millisecondsMax = (bytes: number): number =>
  Math.round(millisecondsBase + (bytes / megabyte) * millisecondsPerMegabyte)
