const megabyte = 1_048_576

export const evidenceBytesMax = 50 * megabyte
/** Files of one request, and files of one archive. */
export const filesMax = 50
export const archiveLimits = { entriesMax: 2_000, unpackedBytesMax: 200 * megabyte, ratioMax: 100 }
/** A file that no row names is kept that long: whoever brought it may be about to name it. */
export const unusedMillisecondsMax = 3_600_000
export const millisecondsBetweenSweeps = 86_400_000
