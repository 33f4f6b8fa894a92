// A complete receiver of Shopbell's webhooks, without a module: WEBHOOK_SECRET=… PORT=9000 go run receiver.go
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	tolerance      = 5 * time.Minute
	mostBytes      = 1024 * 1024
	mostRemembered = 10_000
)

type key struct{ standard, plain []byte }

// While a rotation's grace runs WEBHOOK_SECRET holds both secrets, with a space between.
func readKeys() ([]key, error) {
	var keys []key
	for _, secret := range strings.Fields(os.Getenv("WEBHOOK_SECRET")) {
		secret = strings.TrimPrefix(secret, "whsec_")
		decoded, err := base64.StdEncoding.DecodeString(secret)
		if err != nil {
			return nil, fmt.Errorf("WEBHOOK_SECRET: %w", err)
		}
		keys = append(keys, key{standard: decoded, plain: []byte(secret)})
	}
	if len(keys) == 0 {
		return nil, fmt.Errorf("WEBHOOK_SECRET is not set")
	}
	return keys, nil
}

// isGenuine says whether both signatures are genuine, each by one of the secrets, and it was signed in the last 5 minutes.
func isGenuine(keys []key, header http.Header, body []byte) bool {
	id, timestamp := header.Get("webhook-id"), header.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || time.Since(time.Unix(seconds, 0)).Abs() > tolerance {
		return false
	}
	isStandard, isPlain := false, false
	for _, key := range keys {
		// Standard Webhooks: base64 of the HMAC over id, time and body; the key is the secret decoded from base64.
		signed := append([]byte(id+"."+timestamp+"."), body...)
		expected := "v1," + base64.StdEncoding.EncodeToString(sign(key.standard, signed))
		for _, received := range strings.Fields(header.Get("webhook-signature")) {
			isStandard = isStandard || hmac.Equal([]byte(received), []byte(expected))
		}
		// Hexadecimal HMAC over the body alone; the key is the secret's characters.
		plain := hex.EncodeToString(sign(key.plain, body))
		isPlain = isPlain || hmac.Equal([]byte(header.Get("shopbell-signature")), []byte(plain))
	}
	return isStandard && isPlain
}

func sign(key, content []byte) []byte {
	mac := hmac.New(sha256.New, key)
	mac.Write(content)
	return mac.Sum(nil)
}

// The ids of events that were taken. A receiver that must not handle an event twice after a restart keeps them in its
// database, in the transaction that does the work.
type memory struct {
	sync.Mutex
	ids   map[string]bool
	order []string
}

func (taken *memory) isNew(id string) bool {
	taken.Lock()
	defer taken.Unlock()
	if taken.ids[id] {
		return false
	}
	taken.ids[id] = true
	taken.order = append(taken.order, id)
	if len(taken.order) > mostRemembered {
		delete(taken.ids, taken.order[0])
		taken.order = taken.order[1:]
	}
	return true
}

// Your work. It runs after the answer, so that the sender never waits for it.
func handle(id string, body []byte) {
	var event struct {
		Type string `json:"type"`
	}
	if err := json.Unmarshal(body, &event); err != nil {
		log.Printf("failed %s: %v", id, err)
		return
	}
	fmt.Printf("handled %s %s\n", event.Type, id)
}

func main() {
	keys, err := readKeys()
	if err != nil {
		log.Fatal(err)
	}
	taken := &memory{ids: map[string]bool{}}
	receive := func(writer http.ResponseWriter, request *http.Request) {
		answer := func(status int, text string) {
			writer.Header().Set("content-type", "text/plain")
			writer.WriteHeader(status)
			io.WriteString(writer, text)
		}
		if request.Method != http.MethodPost {
			writer.Header().Set("allow", "POST")
			answer(http.StatusMethodNotAllowed, "use POST")
			return
		}
		// The bytes as they arrive: a JSON parser in between would sign something else.
		body, err := io.ReadAll(http.MaxBytesReader(writer, request.Body, mostBytes))
		if err != nil {
			answer(http.StatusRequestEntityTooLarge, "too large")
			return
		}
		if !isGenuine(keys, request.Header, body) {
			answer(http.StatusUnauthorized, "refused")
			return
		}
		id := request.Header.Get("webhook-id")
		if !taken.isNew(id) {
			// A 2xx too, or it would come again and again.
			answer(http.StatusOK, "duplicate")
			return
		}
		answer(http.StatusOK, "ok")
		go handle(id, body)
	}

	listener, err := net.Listen("tcp", net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "9000")))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("listening on port %d\n", listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: http.HandlerFunc(receive), ReadTimeout: 30 * time.Second}
	log.Fatal(server.Serve(listener))
}

func setting(name, standard string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return standard
}
