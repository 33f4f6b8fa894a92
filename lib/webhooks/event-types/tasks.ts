import { z } from 'zod'
import { defineCategory, defineObject } from './define-event-type'
import { identifier } from './identifier'
import { day, instant } from './instant'
import { staffMember } from './person'
import { personal } from './personal'
import { siteManager, tenancyIds } from './sample-world'
import { subject } from './subject'

const task = z.looseObject({
  id: identifier.describe('Id of the task.'),
  title: z.string().describe('What is to be done.'),
  body: personal(z.string().nullish().describe('Details of the task.')),
  status: z.enum(['open', 'completed']).describe('Whether the task is done.'),
  priority: z.enum(['low', 'normal', 'high']).optional().describe('How urgent the task is.'),
  due_on: day.nullish().describe('Day by which it should be done.'),
  assignee: staffMember.nullish().describe('Who is to do it; null if nobody yet.'),
  subject: subject.nullish().describe('What the task is about.'),
  completed_at: instant.nullish().describe('When the task was done.'),
  created_at: instant.optional().describe('When the task was created.'),
  updated_at: instant.optional().describe('When the task last changed.'),
})

/** Tasks of the staff (seed 001). */
export const tasks = defineCategory('tasks', 'Tasks', [
  defineObject({
    name: 'task',
    schema: task,
    sample: {
      id: 'tsk_3b8d60f2c91ea745',
      title: 'Clean unit B117 before move-in',
      body: 'Sweep, check the door seal, leave the welcome pack for Oliver Banerjee.',
      status: 'open',
      priority: 'normal',
      due_on: '2026-01-30',
      assignee: siteManager,
      subject: { type: 'unit', id: tenancyIds.unit },
      completed_at: null,
      created_at: '2026-01-13T13:10:29Z',
      updated_at: '2026-01-13T13:10:29Z',
    },
    types: {
      completed: {
        description: 'A task was ticked off.',
        sample: {
          status: 'completed',
          completed_at: '2026-01-30T11:18:03Z',
          updated_at: '2026-01-30T11:18:03Z',
        },
      },
      created: 'A task was set for the staff.',
      reopened: {
        description: 'A task that was done is open again.',
        sample: { priority: 'high', updated_at: '2026-01-30T15:44:50Z' },
      },
      updated: {
        description: 'A task changed: its text, priority, due day or assignee.',
        sample: { due_on: '2026-01-31', updated_at: '2026-01-28T09:06:12Z' },
      },
    },
  }),
])
