export {
  testSend as GET,
  testSend as POST,
  testSend as PUT,
  testSend as PATCH,
  testSend as DELETE,
  testSend as OPTIONS,
} from '@/lib/http/dated/test-sends'
