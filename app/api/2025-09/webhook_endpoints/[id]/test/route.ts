export {
  testSend as GET,
  testSend as POST,
  testSend as PUT,
  testSend as PATCH,
  testSend as DELETE,
} from '@/lib/http/dated/test-sends'
