export {
  deliveryResend as GET,
  deliveryResend as POST,
  deliveryResend as PUT,
  deliveryResend as PATCH,
  deliveryResend as DELETE,
  deliveryResend as OPTIONS,
} from '@/lib/http/dated/deliveries'
