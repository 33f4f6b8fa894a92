/** What Maya buys in the samples of carts, checkouts and orders: 77.84 GBP, tax included. */
export const basket = [
  {
    id: 20981,
    product_id: 3318,
    sku: 'BOX-DW-L10',
    name: 'Double-wall moving box, large, pack of 10',
    quantity: 2,
    unit_price: 2495,
    total: 4990,
  },
  {
    id: 20982,
    product_id: 3342,
    sku: 'WRAP-500-50',
    name: 'Bubble wrap roll, 500 mm × 50 m',
    quantity: 1,
    unit_price: 1299,
    total: 1299,
  },
  {
    id: 20983,
    product_id: 3407,
    sku: 'LOCK-DISC-70',
    name: 'Disc padlock, 70 mm, stainless steel',
    quantity: 1,
    unit_price: 1495,
    total: 1495,
  },
]
