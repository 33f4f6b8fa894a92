<?php

// A complete receiver of Shopbell's webhooks, without a package: WEBHOOK_SECRET=… php -S 127.0.0.1:9000 receiver.php

const TOLERANCE_SECONDS = 300;
const MOST_BYTES = 1024 * 1024;

/** Whether both signatures are genuine, each by one of the secrets, and it was signed in the last 5 minutes. */
function is_genuine(array $secrets, array $server, string $body): bool
{
    $id = $server['HTTP_WEBHOOK_ID'] ?? '';
    $timestamp = $server['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    if (!preg_match('/^[0-9]{1,12}\z/', $timestamp) || abs(time() - (int) $timestamp) > TOLERANCE_SECONDS) {
        return false;
    }
    $standard = [];
    $plain = [];
    foreach ($secrets as $secret) {
        // Standard Webhooks: base64 of the HMAC over id, time and body; the key is the secret decoded from base64.
        $hmac = hash_hmac('sha256', $id . '.' . $timestamp . '.' . $body, base64_decode($secret), true);
        $standard[] = 'v1,' . base64_encode($hmac);
        // Hexadecimal HMAC over the body alone; the key is the secret's characters.
        $plain[] = hash_hmac('sha256', $body, $secret);
    }
    return is_one_of(explode(' ', $server['HTTP_WEBHOOK_SIGNATURE'] ?? ''), $standard)
        && is_one_of([$server['HTTP_SHOPBELL_SIGNATURE'] ?? ''], $plain);
}

function is_one_of(array $received, array $expected): bool
{
    foreach ($received as $one) {
        foreach ($expected as $other) {
            if (hash_equals($other, $one)) {
                return true;
            }
        }
    }
    return false;
}

/**
 * Whether an event was not taken yet: each is a file that can be made once. A receiver with a database keeps the ids
 * there, in the transaction that does the work.
 */
function is_new(string $id): bool
{
    $folder = getenv('TAKEN_FOLDER') ?: sys_get_temp_dir() . '/webhooks-taken';
    if (!is_dir($folder)) {
        @mkdir($folder, 0700, true);
    }
    $path = $folder . '/' . hash('sha256', $id);
    $file = @fopen($path, 'x');
    if ($file !== false) {
        return fclose($file);
    }
    if (!is_file($path)) {
        // Not answered with 2xx: the event comes again.
        throw new RuntimeException('Nothing can be written to ' . $folder);
    }
    return false;
}

/** Your work. Where PHP runs as FPM it comes after the answer, so that the sender never waits for it. */
function handle(string $id, string $body): void
{
    $event = json_decode($body, true);
    error_log('handled ' . $event['type'] . ' ' . $id);
}

function answer(int $status, string $text): void
{
    http_response_code($status);
    header('content-type: text/plain');
    header('content-length: ' . strlen($text));
    echo $text;
    if (function_exists('fastcgi_finish_request')) {
        fastcgi_finish_request();
    } else {
        flush();
    }
}

function receive(): void
{
    // While a rotation's grace runs both secrets, with a space between.
    $secrets = preg_split('/\s+/', (string) getenv('WEBHOOK_SECRET'), -1, PREG_SPLIT_NO_EMPTY);
    $secrets = array_map(fn (string $secret) => preg_replace('/^whsec_/', '', $secret), $secrets);
    if ($secrets === []) {
        error_log('WEBHOOK_SECRET is not set');
        answer(500, 'not set up');
        return;
    }
    if ($_SERVER['REQUEST_METHOD'] !== 'POST') {
        header('allow: POST');
        answer(405, 'use POST');
        return;
    }
    // The bytes as they arrive: a JSON parser in between would sign something else.
    $body = (string) file_get_contents('php://input', false, null, 0, MOST_BYTES + 1);
    if (strlen($body) > MOST_BYTES) {
        answer(413, 'too large');
        return;
    }
    if (!is_genuine($secrets, $_SERVER, $body)) {
        answer(401, 'refused');
        return;
    }
    $id = $_SERVER['HTTP_WEBHOOK_ID'];
    if (!is_new($id)) {
        // A 2xx too, or it would come again and again.
        answer(200, 'duplicate');
        return;
    }
    answer(200, 'ok');
    handle($id, $body);
}

receive();
