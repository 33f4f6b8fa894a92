import { z } from 'zod'

/** For how long the secret before may sign on: 0 to 7 days, in seconds. */
export const graceSeconds = z
  .int('Use a whole number of seconds.')
  .min(0, 'At least 0 seconds.')
  .max(604_800, 'At most 604,800 seconds, which are 7 days.')

/** What a rotation by the API takes; a day where nothing is said. */
export const rotationSchema = z
  .strictObject({
    grace_seconds: graceSeconds
      .default(86_400)
      .describe('For how long the secret before signs beside the new one.'),
  })
  .meta({ id: 'SecretRotation' })
