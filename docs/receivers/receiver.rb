# A complete receiver of Shopbell's webhooks, without a gem: WEBHOOK_SECRET=… PORT=9000 ruby receiver.rb
# Ruby has no HTTP server of its own since 3.0, so the few lines at the end are one. In Rails or Rack take `genuine?`
# with request.headers (or request.env['HTTP_WEBHOOK_ID'] and so on) and request.body.read.
require 'json'
require 'openssl'
require 'socket'

TOLERANCE_SECONDS = 300
MOST_BYTES = 1024 * 1024
MOST_REMEMBERED = 10_000

# While a rotation's grace runs both secrets, with a space between.
SECRETS = ENV.fetch('WEBHOOK_SECRET', '').split.map { |secret| secret.delete_prefix('whsec_') }
abort 'WEBHOOK_SECRET is not set' if SECRETS.empty?
$stdout.sync = true

# Whether both signatures are genuine, each by one of the secrets, and the request was signed in the last 5 minutes.
def genuine?(headers, body)
  id = headers['webhook-id'].to_s
  timestamp = headers['webhook-timestamp'].to_s
  return false unless timestamp.match?(/\A\d{1,12}\z/)
  return false if (Time.now.to_i - timestamp.to_i).abs > TOLERANCE_SECONDS

  # Standard Webhooks: base64 of the HMAC over id, time and body; the key is the secret decoded from base64.
  signed = "#{id}.#{timestamp}.".b + body.b
  standard = SECRETS.map { |secret| "v1,#{[OpenSSL::HMAC.digest('SHA256', secret.unpack1('m'), signed)].pack('m0')}" }
  # Hexadecimal HMAC over the body alone; the key is the secret's characters.
  plain = SECRETS.map { |secret| OpenSSL::HMAC.hexdigest('SHA256', secret, body) }
  one_of?(headers['webhook-signature'].to_s.split(' '), standard) && one_of?([headers['shopbell-signature'].to_s], plain)
end

def one_of?(received, expected)
  received.any? { |one| expected.any? { |other| OpenSSL.secure_compare(one, other) } }
end

# The ids of events that were taken. A receiver that must not handle an event twice after a restart keeps them in its
# database, in the transaction that does the work.
TAKEN = {}
TAKEN_LOCK = Mutex.new

def new?(id)
  TAKEN_LOCK.synchronize do
    return false if TAKEN.key?(id)

    TAKEN[id] = true
    TAKEN.shift if TAKEN.size > MOST_REMEMBERED
    true
  end
end

# Your work. It runs after the answer, so that the sender never waits for it.
def handle(id, body)
  event = JSON.parse(body)
  puts "handled #{event['type']} #{id}"
end

WORK = Queue.new
Thread.new do
  loop do
    id, body = WORK.pop
    begin
      handle(id, body)
    rescue StandardError => error
      puts "failed #{id}: #{error.message}"
    end
  end
end

REASONS = { 200 => 'OK', 401 => 'Unauthorized', 405 => 'Method Not Allowed', 413 => 'Content Too Large' }.freeze

def answer(socket, status, text)
  socket.write("HTTP/1.1 #{status} #{REASONS[status]}\r\ncontent-type: text/plain\r\nallow: POST\r\n" \
               "content-length: #{text.bytesize}\r\nconnection: close\r\n\r\n#{text}")
end

def receive(socket)
  method = socket.gets("\n", 8192).to_s.split(' ').first
  headers = {}
  while (line = socket.gets("\n", 8192)) && line != "\r\n"
    name, value = line.chomp.split(':', 2)
    headers[name.downcase] = value.to_s.strip
  end
  return answer(socket, 405, 'use POST') unless method == 'POST'

  length = headers['content-length'].to_i
  return answer(socket, 413, 'too large') if length > MOST_BYTES

  # The bytes as they arrive: a JSON parser in between would sign something else.
  body = socket.read(length).to_s
  return answer(socket, 401, 'refused') unless genuine?(headers, body)

  id = headers['webhook-id']
  # A 2xx too, or it would come again and again.
  return answer(socket, 200, 'duplicate') unless new?(id)

  WORK << [id, body]
  answer(socket, 200, 'ok')
end

server = TCPServer.new(ENV.fetch('HOST', '127.0.0.1'), ENV.fetch('PORT', '9000').to_i)
puts "listening on port #{server.addr[1]}"
loop do
  Thread.new(server.accept) do |socket|
    receive(socket)
  rescue StandardError
    # A sender that hangs up.
  ensure
    socket.close
  end
end
