export { screenDeliveryStates as GET } from '@/lib/http/screens/deliveries'
