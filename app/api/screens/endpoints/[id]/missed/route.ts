export { screenMissed as GET } from '@/lib/http/screens/resends'
