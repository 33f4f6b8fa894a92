import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'

const category = z.looseObject({
  id: identifier.describe('Id of the category.'),
  name: z.string().describe('Name that customers see.'),
  slug: z.string().optional().describe('Part of the URL that names the category.'),
  description: z.string().nullish().describe('Text at the top of the category page.'),
  parent_id: identifier.nullish().describe('Category that this one is in; null at the top.'),
  path: z.array(z.string()).optional().describe('Names from the top down to this category.'),
  position: z.int().optional().describe('Place among its siblings, from 1.'),
  visible: z.boolean().optional().describe('Whether the category is shown in the store.'),
  product_count: z.int().optional().describe('How many products are in the category.'),
  url: z.url().nullish().describe('Category page in the store.'),
  created_at: instant.optional().describe('When the category was created.'),
  updated_at: instant.optional().describe('When the category last changed.'),
  deleted_at: instant.nullish().describe('When the category was deleted.'),
})

/** Product categories: seed 004's "category changed", one type for each kind of change. */
export const categories = defineCategory('categories', 'Categories', [
  defineObject({
    name: 'category',
    schema: category,
    sample: {
      id: 57,
      name: 'Padlocks',
      slug: 'padlocks',
      description: 'Locks that our insurers accept on every unit.',
      parent_id: 41,
      path: ['Moving supplies', 'Padlocks'],
      position: 3,
      visible: true,
      product_count: 0,
      url: 'https://shop.northgate.example/moving-supplies/padlocks',
      created_at: '2026-01-07T14:02:55Z',
      updated_at: '2026-01-07T14:02:55Z',
      deleted_at: null,
    },
    types: {
      created: 'A new product category was added to the store.',
      updated: {
        description: 'A product category was renamed, moved, shown or hidden.',
        sample: {
          name: 'Padlocks and keys',
          path: ['Moving supplies', 'Padlocks and keys'],
          product_count: 8,
          updated_at: '2026-01-20T11:33:19Z',
        },
      },
      deleted: {
        description: 'A product category was removed; its products stay in the store.',
        sample: { visible: false, updated_at: '2026-02-03T08:47:00Z', deleted_at: '2026-02-03T08:47:00Z' },
      },
    },
  }),
])
