require 'openssl'

begin
  require 'rack/utils'
rescue LoadError
  # Ruby alone, without the gem, has the same comparison.
  module Rack
    module Utils
      def self.secure_compare(left, right)
        OpenSSL.secure_compare(left, right)
      end
    end
  end
end

def verify_webhook_signature(payload, signature, secret)
  expected = OpenSSL::HMAC.hexdigest(
    'SHA256',
    secret,
    payload
  )
  Rack::Utils.secure_compare(expected, signature)
end

payload = $stdin.binmode.read
signature, secret = ARGV
puts verify_webhook_signature(payload, signature, secret) ? 'verified' : 'refused'
