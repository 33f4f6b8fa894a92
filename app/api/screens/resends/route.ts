export { screenResends as GET } from '@/lib/http/screens/resends'
