export { screenEventTypeSchema as GET } from '@/lib/http/screens/event-types'
