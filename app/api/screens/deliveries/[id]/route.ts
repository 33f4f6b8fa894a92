export { screenDelivery as GET } from '@/lib/http/screens/deliveries'
