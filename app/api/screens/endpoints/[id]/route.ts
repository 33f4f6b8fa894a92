export { screenEndpoint as GET } from '@/lib/http/screens/endpoints'
