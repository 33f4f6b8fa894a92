export { screenEndpoints as GET } from '@/lib/http/screens/endpoints'
