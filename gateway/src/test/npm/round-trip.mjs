// Reads {"url", "token", "subject", "start"}, posts four events in each way there is, finds them in the list and in the stream, and
// writes {"posted", "listed", "streamed"}: ids in their order.
import { readFileSync } from "node:fs";
import cloudevents from "cloudevents";

const { CloudEvent, HTTP } = cloudevents;
const { url, token, subject, start } = JSON.parse(readFileSync(0, "utf8"));
const authorization = `Bearer ${token}`;
const limit = AbortSignal.timeout(60_000);

const events = [1, 2, 3, 4].map(
  (number) =>
    new CloudEvent({
      source: "https://till.example.org",
      type: "org.example.sale.v1",
      subject,
      time: `2026-10-05T08:50:0${number}.000Z`,
      data: { number, shop: "Zürich" },
      counter: "7",
    }),
);

async function post(headers, body) {
  const answer = await fetch(`${url}/api/v1/events`, {
    method: "POST",
    headers: { ...headers, authorization },
    body,
    signal: limit,
  });
  if (answer.status !== 202) {
    throw new Error(`${answer.status} ${await answer.text()}`);
  }
}

/** What the library makes of an event of ours must be what it was before. */
function recognised(received) {
  received.validate();
  const sent = events.find((event) => event.id === received.id);
  if (Date.parse(sent.time) !== Date.parse(received.time)) {
    throw new Error(`The time became ${received.time}`);
  }
  for (const attribute of ["source", "type", "subject", "datacontenttype", "counter"]) {
    if (sent[attribute] !== undefined && sent[attribute] !== received[attribute]) {
      throw new Error(`${attribute}: ${sent[attribute]} became ${received[attribute]}`);
    }
  }
  if (received.data.number !== sent.data.number || received.data.shop !== "Zürich") {
    throw new Error(`The data became ${JSON.stringify(received.data)}`);
  }
  return received.id;
}

const structured = HTTP.structured(events[0]);
await post(structured.headers, structured.body);
const binary = HTTP.binary(events[1]);
await post(binary.headers, binary.body);
await post({ "content-type": "application/cloudevents-batch+json" }, JSON.stringify(events.slice(2)));

const streamed = [];
const stream = await fetch(`${url}/api/v1/events/stream?subject=${subject}&after=${encodeURIComponent(start)}`, {
  headers: { authorization },
  signal: limit,
});
let text = "";
const decoder = new TextDecoder();
for await (const part of stream.body) {
  text += decoder.decode(part, { stream: true });
  const messages = text.split("\n\n");
  text = messages.pop();
  for (const message of messages) {
    const data = message.split("\n").find((line) => line.startsWith("data:"));
    if (data) {
      const headers = { "content-type": "application/cloudevents+json" };
      streamed.push(recognised(HTTP.toEvent({ headers, body: data.slice(5) })));
    }
  }
  if (streamed.length >= events.length) {
    break;
  }
}

const list = await fetch(`${url}/api/v1/events?subject=${subject}`, { headers: { authorization }, signal: limit });
const listed = (await list.json()).items.map((item) => recognised(new CloudEvent(item)));

process.stdout.write(JSON.stringify({ posted: events.map((event) => event.id), listed, streamed }));
