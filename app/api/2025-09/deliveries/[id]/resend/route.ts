export {
  deliveryResend as GET,
  deliveryResend as POST,
  deliveryResend as PUT,
  deliveryResend as PATCH,
  deliveryResend as DELETE,
} from '@/lib/http/dated/deliveries'
