/** Something the demo store sells; the price is in cents, tax included. */
export type Product = { id: number; sku: string; name: string; price: number }

export type ProductLine = { product: Product; quantity: number }

/** What the demo store sells. */
export const products: readonly Product[] = [
  { id: 3318, sku: 'BOX-DW-L10', name: 'Double-wall moving box, large, pack of 10', price: 2495 },
  { id: 3319, sku: 'BOX-DW-M10', name: 'Double-wall moving box, medium, pack of 10', price: 1995 },
  { id: 3325, sku: 'BOX-WARD', name: 'Wardrobe box with rail', price: 1290 },
  { id: 3342, sku: 'WRAP-500-50', name: 'Bubble wrap roll, 500 mm × 50 m', price: 1299 },
  { id: 3351, sku: 'TAPE-PP-6', name: 'Packing tape, brown, 6 rolls', price: 899 },
  { id: 3360, sku: 'COVER-MAT-160', name: 'Mattress cover, 160 × 200 cm', price: 749 },
  { id: 3377, sku: 'BLANKET-GR', name: 'Removal blanket, grey, 150 × 200 cm', price: 1150 },
  { id: 3407, sku: 'LOCK-DISC-70', name: 'Disc padlock, 70 mm, stainless steel', price: 1495 },
  { id: 3412, sku: 'DRY-1KG', name: 'Moisture absorber, 1 kg', price: 649 },
  { id: 3430, sku: 'DOLLY-60', name: 'Furniture dolly, 60 × 40 cm, 300 kg', price: 3290 },
]
