export {
  metrics as GET,
  metrics as POST,
  metrics as PUT,
  metrics as PATCH,
  metrics as DELETE,
  metrics as OPTIONS,
} from '@/lib/http/metrics'
