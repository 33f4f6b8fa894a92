export { screenOwnEventTypes as GET } from '@/lib/http/screens/event-types'
