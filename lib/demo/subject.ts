import { type Customer, customers } from './customers'
import { type ProductLine, products } from './products'
import type { Random } from './random'

/** What an event is about: one order, tenancy or product of one customer. The events of one story share it. */
export type Subject = {
  /** Unique in the store: the order's number, and what the other ids are made of. */
  number: number
  customer: Customer
  lines: readonly ProductLine[]
  unitNumber: string
  /** The rent of the samples times this. */
  rentFactor: number
}

/** A subject by chance, with the number given. */
export function createSubject(random: Random, number: number): Subject {
  const first = random.int(0, products.length - 1)
  const chosen = Array.from(
    { length: random.int(1, 4) },
    // A step of three meets no product twice within four.
    (_, index) => products[(first + index * 3) % products.length],
  )
  return {
    number,
    customer: random.pick(customers),
    lines: chosen.flatMap((product) =>
      product ? [{ product, quantity: random.chance(0.7) ? 1 : random.int(2, 5) }] : [],
    ),
    unitNumber: `${random.pick(['A', 'B', 'C', 'D'])}${random.int(101, 348)}`,
    rentFactor: random.int(8, 44) / 20,
  }
}
