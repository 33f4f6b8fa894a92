import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { instant } from './instant'
import { staffMember } from './person'
import { personal } from './personal'
import { oliver, siteManager } from './sample-world'
import { subject } from './subject'

const note = z.looseObject({
  id: identifier.describe('Id of the note.'),
  body: personal(z.string().describe('Text of the note.')),
  subject: subject.nullish().describe('What the note is about.'),
  author: staffMember.nullish().describe('Who wrote the note.'),
  pinned: z.boolean().optional().describe('Whether the note stays on top.'),
  created_at: instant.optional().describe('When the note was written.'),
  updated_at: instant.optional().describe('When the note last changed.'),
})

/** Notes of the staff (seed 001). */
export const notes = defineCategory('notes', 'Notes', [
  defineObject({
    name: 'note',
    schema: note,
    sample: {
      id: 'nte_f1073c9ad82e564b',
      body: 'Oliver moves in with a 7.5 tonne van, please keep bay 2 free on Monday from nine.',
      subject: { type: 'contact', id: oliver.id },
      author: siteManager,
      pinned: false,
      created_at: '2026-01-28T16:12:44Z',
      updated_at: '2026-01-28T16:12:44Z',
    },
    types: {
      created: 'A member of staff wrote a note.',
      updated: {
        description: 'A note was edited, pinned or unpinned.',
        sample: {
          body: 'Oliver moves in with a 7.5 tonne van, please keep bay 2 free on Monday from eleven.',
          pinned: true,
          updated_at: '2026-01-29T08:03:16Z',
        },
      },
    },
  }),
])
