export { screenDeliveryCount as GET } from '@/lib/http/screens/deliveries'
