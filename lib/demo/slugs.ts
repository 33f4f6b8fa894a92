/** The demo store's slug, once it is whole. */
export const DEMO_SLUG = 'demo'

/** Its slug until the last step, by which the next start sees that it was interrupted, and goes on. */
export const UNFINISHED_SLUG = 'demo-in-the-making'
