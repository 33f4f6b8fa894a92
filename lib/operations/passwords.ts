/** argon2id with 19 MiB, two passes and one lane: OWASP's first recommendation. */
export const PASSWORD_HASH = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
