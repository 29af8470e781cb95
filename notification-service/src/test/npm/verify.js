// Reads {"secret", "headers", "body"} and fails unless the body is signed with the secret.
const { readFileSync } = require("node:fs");
const { Webhook } = require("standardwebhooks");

const message = JSON.parse(readFileSync(0, "utf8"));
new Webhook(message.secret).verify(message.body, message.headers);
