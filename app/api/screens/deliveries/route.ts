export { screenDeliveries as GET } from '@/lib/http/screens/deliveries'
