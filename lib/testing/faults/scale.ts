import { randomInt } from 'node:crypto'

/** Whether everything is tried as often as `npm run test:faults` does, or each thing once. */
export const isFull = process.env.FAULTS === 'full'

/** What begins the chance of a run: that of FAULTS_SEED, to repeat one. */
export const seed = Number(process.env.FAULTS_SEED) || randomInt(1, 2 ** 31)

/** How many processes are killed, in all; about half of them at the named points of the way of an event. */
export const kills = Number(process.env.FAULTS_KILLS) || (isFull ? 1_000 : 15)

/** The points of the way of an event at which processes are killed. */
export const pointCount = 11
/** How often at each of them. */
export const rounds = Math.max(1, Math.floor((kills * 0.45) / pointCount))
export const killsAtPoints = rounds * pointCount

/** In the full form a lease is as long as in the product; else so short that taking over can be waited for. */
export const leaseSlackMs = isFull ? null : 3_000

/** Says how far a long run is, while its tests are under way. */
export function say(text: string): void {
  if (isFull) process.stdout.write(`  ${new Date().toISOString().slice(11, 19)} ${text}\n`)
}
